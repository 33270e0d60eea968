import type { RequestEvent } from "../../serviceRequests/doors";
import type { RequestEventView } from "../wire";
import type { People } from "./people";
import { personOf } from "./people";
import type { Known } from "./rows";

/** One line of the history, with who did it in words. */
export function eventView({ at, unit, actor, ...event }: RequestEvent, known: Known): RequestEventView {
  const { names } = known.content;
  return { ...event, at: at.toISOString(), by: actorName(actor, known), unit: names.unit(unit) };
}

/** "resident", "system", "consultant:<account>", "unit:<unit>" or "unit:<unit>:consultant:<account>", in words. */
function actorName(actor: string, { content, people }: Known): string {
  if (actor === "resident") return "Mieszkaniec";
  const [kind, id = "", , via] = actor.split(":");
  if (kind === "consultant") return personName(id, people);
  if (kind !== "unit") return "Hejnał";
  const unit = content.names.unit(id);
  return via === undefined ? unit : `${unit} (przekazuje: ${personName(via, people)})`;
}

const personName = (id: string, people: People) => personOf(id, people).name;
