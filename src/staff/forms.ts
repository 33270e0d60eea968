import type { DialogState, Memory } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import { type Filled, fillForm } from "../dialogs/fillForm";
import { endsIn } from "../dialogs/serviceForm";
import { areaOf } from "../handoff/areas";
import { newServiceRequest } from "../serviceRequests/newServiceRequest";
import type { Service } from "../serviceRequests/service";
import { findEntities } from "../understanding/findEntities";
import type { Account } from "./account";
import type { Act, Locked } from "./doors";
import type { StaffContent } from "./parts";
import { sayOccasion } from "./phrases/phrases";
import type { RequestFiled } from "./wire";

type Request = { service: string; answers: Record<string, string> };
type Read = { language: Language; running?: DialogState | undefined };
type Filer = { actor: Account; id: string; request: Request; content: StaffContent };
type NotFilled = Exclude<Filled, { kind: "filled" }>;
export type Filing =
  | { kind: "filed"; filed: RequestFiled }
  | { kind: "not_yours"; by?: string }
  | { kind: "closed" }
  | NotFilled;

/** Reads a form the consultant filled in. */
export function readForm(
  { dialogs, placesIn }: StaffContent,
  { service, answers }: Request,
  { language, running }: Read,
): Filled {
  return fillForm(dialogs, { service, answers, language, running, entitiesIn: findEntities, placesIn });
}

/**
 * Files a request for the resident from inside the chat, once per `id`. The resident reads the number, and the bot does
 * not ask for the same matter again.
 */
export async function fileRequest(locked: Locked, { actor, id, request, content }: Filer): Promise<Act<Filing>> {
  const { memory } = locked.conversation;
  const again = (await locked.entry(id)) !== undefined;
  const refused = again ? undefined : notHolding(locked, actor);
  if (refused) return { result: refused };
  const { language } = memory;
  const read = readForm(content, request, { language, running: memory.dialog });
  if (read.kind !== "filled") return { result: read };
  const service = content.services.get(request.service);
  if (!service) return { result: { kind: "no_such_service" } };
  const filing = newServiceRequest(service, read.request, { sameAs: id, language, names: content });
  const number = await locked.file(filing, actor.id);
  const result: Filing = {
    kind: "filed",
    filed: { service_request_id: number, unit: content.names.unit(filing.unit) },
  };
  if (again) return { result };
  const told = sayOccasion("request_filed", language, actor.name).replaceAll("{number}", number);
  const text = read.urgent === undefined ? told : `${told}\n\n${read.urgent}`;
  const entry = { id, author: "system" as const, authorName: actor.name, text, occasion: "request_filed" as const };
  const desk = locked.topic ? {} : { desk: aboutService(service, content) };
  const left = withoutDialog(memory, service.code, content);
  return { result, change: { speaker: "consultant", consultantId: actor.id, memory: left, entry, ...desk } };
}

function notHolding({ conversation, holder }: Locked, actor: Account): Filing | undefined {
  if (conversation.speaker === "closed") return { kind: "closed" };
  if (conversation.speaker === "consultant" && conversation.consultantId === actor.id) return undefined;
  return { kind: "not_yours", ...(holder && { by: holder.name }) };
}

function aboutService({ code, group }: Service, { areas }: StaffContent) {
  const topic = { kind: "service" as const, id: code };
  return { topic, area: areaOf(topic, areas, () => group) };
}

/** The dialog that would have filed the same is over; one that was set aside for it comes back. */
function withoutDialog(memory: Memory, service: string, { dialogs }: StaffContent): Memory {
  const { dialog, paused, ...rest } = memory;
  const open = [dialog, paused].filter((state) => state !== undefined && !endsIn(dialogs, state, service));
  const [running, aside] = open;
  const ended = running !== dialog;
  return {
    ...rest,
    ...(running && { dialog: running }),
    ...(aside && { paused: aside }),
    // Buttons of a question that is no longer asked.
    ...(ended && { offered: [] }),
  };
}
