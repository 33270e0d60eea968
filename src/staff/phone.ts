import type { z } from "zod";
import type { NewContactTask } from "../conversation/outcome";
import type { Intent } from "../conversation/understanding";
import { areaOf } from "../handoff/areas";
import { headings } from "../knowledge/article";
import { newServiceRequest } from "../serviceRequests/newServiceRequest";
import { findEntities } from "../understanding/findEntities";
import { maskPersonalData } from "../understanding/maskPersonalData";
import type { Account } from "./account";
import type { NewCall } from "./doors";
import { type Filing, readForm } from "./forms";
import { keyedId } from "./keyedId";
import type { StaffContent } from "./parts";
import { meaningOf } from "./views";
import type { CallBody, CallOutcome, CloseReason } from "./wire";

/** A page's clock may be wrong, and a page may stay open over night. */
const LONGEST_CALL_MS = 12 * 60 * 60_000;
const MINUTE = 60_000;

const closedAs: Record<CallOutcome, CloseReason> = {
  answered: "solved",
  filed: "solved",
  redirected: "redirected",
  call_back: "phoned",
  dropped: "resident_left",
};

const outcomes: Record<CallOutcome, string> = {
  answered: "udzielono informacji",
  filed: "przyjęto zgłoszenie",
  redirected: "wskazano inną instytucję lub jednostkę",
  call_back: "do oddzwonienia",
  dropped: "rozmowa przerwana",
};

type Body = z.infer<typeof CallBody>;
type Registering = { account: Account; body: Body; content: StaffContent; at: Date };
type NotRead = Exclude<Filing, { kind: "filed" | "closed" | "not_yours" }>;
type CallRead = { kind: "read"; call: NewCall } | NotRead;

/** What is registered of a call; a filled-in form is read as the dialog would. */
export function readCall({ account, body, content, at }: Registering): CallRead {
  const { language, told, outcome } = body;
  const id = keyedId("call", account.id, body.key);
  const read = body.request && readForm(content, body.request, { language });
  if (read && read.kind !== "filled") return read;
  const service = body.request && content.services.get(body.request.service);
  const request = read && service && newServiceRequest(service, read.request, { sameAs: id, language, names: content });
  const topics: Intent[] = body.topics.length > 0 || !service ? body.topics : [{ kind: "service", id: service.code }];
  const area = areaOf(topics[0], content.areas, (code) => content.services.get(code)?.group);
  const startedAt = startOf(body, at);
  const note = maskPersonalData(body.note);
  const said = told.map(({ article, section }) => ({ article, ...(section && { section }) }));
  const known = { id, accountId: account.id, by: account.name, startedAt, language, topics, told: said, note, outcome };
  const call: NewCall = {
    ...known,
    closedAs: closedAs[outcome],
    summary: (number) => summaryOf({ ...known, number, minutes: minutesOf(startedAt, at) }, content),
    ...(area !== undefined && { area }),
    ...(request && { request }),
    ...(body.callBack && { task: taskOf(body.callBack, { sameAs: id, language }) }),
  };
  return { kind: "read", call };
}

function startOf({ startedAt }: Body, at: Date): Date {
  const said = Date.parse(startedAt);
  return new Date(Math.min(at.getTime(), Math.max(said, at.getTime() - LONGEST_CALL_MS)));
}

const minutesOf = (from: Date, to: Date) => Math.max(1, Math.round((to.getTime() - from.getTime()) / MINUTE));

/** The contact as a chat would keep it; what does not look like one is kept as typed. */
function taskOf(
  { contact, matter }: NonNullable<Body["callBack"]>,
  of: Pick<NewContactTask, "sameAs" | "language">,
): NewContactTask {
  const { phone, email } = findEntities(contact);
  const read = [phone, email].filter((one) => one !== undefined).join(", ");
  return { ...of, contact: read || contact, matter };
}

type Summed = Pick<NewCall, "topics" | "told" | "note" | "outcome"> & { number: string | undefined; minutes: number };

/** The call as one line of the thread, in Polish: staff reads it. */
function summaryOf({ topics, told, note, outcome, number, minutes }: Summed, content: StaffContent): string {
  const { articles } = content;
  const said = told.map(({ article, section }) => {
    const title = articles.get(article)?.title ?? article;
    return section ? `${title} (${headings.pl[section].toLowerCase()})` : title;
  });
  return [
    `Rozmowa telefoniczna, ${minutes} min. Wynik: ${outcomes[outcome]}.`,
    topics.length > 0 && `Temat: ${topics.map((topic) => nameOf(topic, content)).join("; ")}.`,
    said.length > 0 && `Przekazano: ${said.join("; ")}.`,
    number !== undefined && `Zgłoszenie: ${number}.`,
    note !== "" && `Notatka: ${note}`,
  ]
    .filter((line) => line !== false)
    .join("\n");
}

function nameOf(topic: Intent, { names, outside }: StaffContent): string {
  const whose = topic.kind === "outside" ? outside.get(topic.id)?.whose.pl : undefined;
  return whose ?? meaningOf(topic, names);
}
