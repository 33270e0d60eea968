import type { Kysely } from "kysely";
import type { ServiceRequestStore } from "../../serviceRequests/doors";
import type { KeptFiles } from "../files";
import { hasCode } from "../hasCode";
import type { Tables } from "../tables";
import { act } from "./act";
import { besideLifeCycle } from "./beside";
import { figuresOf } from "./figures";
import { type FormatNumber, fileRequest } from "./file";
import { filesOf } from "./filesOf";
import { following } from "./followers";
import { count, list, stream } from "./list";
import { marks, nearby } from "./places";
import { eventsOf, requestOf, wholeRows } from "./rowOf";
import { split } from "./split";

const UNIQUE_VIOLATION = "23505";

type Parts = { db: Kysely<Tables>; files: KeptFiles; formatNumber: FormatNumber };

/** Service requests behind their door, on either database. */
export function openRequests({ db, files, formatNumber }: Parts): ServiceRequestStore {
  return {
    file({ source, conversationId, ...request }, at) {
      const filing = { at, formatNumber, source, conversationId };
      const once = () => db.transaction().execute((trx) => fileRequest(trx, request, filing));
      // The same one filed in the same moment: by now it is there to be found.
      return once().catch((error: unknown) => (hasCode(error, UNIQUE_VIOLATION) ? once() : Promise.reject(error)));
    },
    act: (id, decide, at) => act(db, id, decide, at),
    split: (id, second, decide, at) => split({ db, files, formatNumber }, { id, ...second, decide, at }),
    async find(id) {
      const row = await wholeRows(db).where("request.id", "=", id).executeTakeFirst();
      return row && requestOf(row);
    },
    async findByPageKey(pageKey) {
      const row = await wholeRows(db).where("request.page_key", "=", pageKey).executeTakeFirst();
      return row && requestOf(row);
    },
    findByToken: (token) =>
      db.selectFrom("service_requests").select("id").where("token", "=", token).executeTakeFirst(),
    events: (id) => eventsOf(db, id),
    list: (filter, page) => list(db, filter, page),
    count: (filter) => count(db, filter),
    marks: (filter, gridDegrees, most) => marks(db, filter, gridDegrees, most),
    nearby: (search) => nearby(db, search),
    stream: (filter) => stream(db, filter),
    ...following(db),
    ...besideLifeCycle(db),
    ...figuresOf(db),
    ...filesOf(files),
  };
}
