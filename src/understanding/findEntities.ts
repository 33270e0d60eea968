import { fold } from "../conversation/fold";
import type { Entities } from "../conversation/understanding";
import { findEmail, findPhone, findServiceRequestIds } from "./findContacts";
import { findDistrict } from "./findDistrict";
import { findLampPost } from "./findLampPost";
import { findLines } from "./findLines";
import { findPlace } from "./findPlace";
import { findPlates } from "./findPlates";
import { findWhen } from "./findWhen";

/** Everything a text names. */
export function findEntities(text: string): Entities {
  const folded = fold(text);
  const place = findPlace(text);
  const district = findDistrict(text, folded);
  const when = findWhen(text, folded);
  const phone = findPhone(text);
  const email = findEmail(text);
  const lampPost = findLampPost(text, folded);
  return {
    ...(place !== undefined && { place }),
    ...(district !== undefined && { district }),
    ...(when !== undefined && { when }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    ...(lampPost !== undefined && { lampPost }),
    serviceRequestIds: findServiceRequestIds(text),
    lines: findLines(text, folded),
    plates: findPlates(text),
  };
}
