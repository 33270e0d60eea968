import type { z } from "zod";
import { Language } from "../../conversation/language";
import { presentSince } from "../deskNow";
import { type Filing, fileRequest } from "../forms";
import { formView, serviceView } from "../formViews";
import { keyedId } from "../keyedId";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import { RequestBody } from "../wire";

/** Every kind of report, by its Polish name. */
async function services(_: Call, { content }: StaffParts): Promise<Answer> {
  const now = content();
  const all = [...now.services.values()].map((service) => serviceView(service, now));
  return ok({ services: all.sort((one, other) => one.label.localeCompare(other.label, "pl")) });
}

/** A kind of report as a form; with `?conversation=`, what the resident has told the bot is filled in. */
async function form({ params, query }: Call, parts: StaffParts): Promise<Answer> {
  const language = Language.catch("pl").parse(query.language);
  const { conversation: id } = query;
  const listed = id === undefined ? undefined : await parts.store.desk.find(id, presentSince(parts));
  if (id !== undefined && !listed) return refuse(404, { code: "not_found" });
  const running = listed?.conversation.memory.dialog;
  const view = formView(parts.content(), params.service ?? "", { language, running });
  return view ? ok(view) : refuse(404, { code: "not_found" });
}

/** Files a request for the resident from inside the chat. */
const file = withBody<Call, z.infer<typeof RequestBody>>(
  RequestBody,
  async ({ session, params }, { key, ...request }, parts) => {
    const { store, bus, log, now } = parts;
    const actor = session.account;
    const conversation = params.id ?? "";
    const filer = { actor, id: keyedId(conversation, actor.id, key), request, content: parts.content() };
    const filing = await store.desk.act(
      conversation,
      presentSince(parts),
      (locked) => fileRequest(locked, filer),
      now(),
    );
    if (!filing) return refuse(404, { code: "not_found" });
    if (filing.kind !== "filed") return refuseFiling(filing);
    await bus.publish("queue", "");
    log.info("staff_request_filed", { conversation, service: request.service, by: actor.id });
    return ok(filing.filed);
  },
);

/** Why nothing was filed. */
export function refuseFiling(filing: Exclude<Filing, { kind: "filed" }>): Answer {
  switch (filing.kind) {
    case "mistakes":
      return refuse(400, { code: "form_mistakes", mistakes: filing.mistakes });
    case "no_such_service":
      return refuse(400, { code: "unknown_intent", fields: ["service"] });
    case "explained":
      return refuse(409, { code: "not_filed", explain: filing.explain });
    case "closed":
      return refuse(409, { code: "closed" });
    case "not_yours":
      return refuse(409, { code: "not_yours", ...(filing.by !== undefined && { by: filing.by }) });
  }
}

export const formsRoutes: Route[] = [
  { method: "GET", path: "services", right: "read_knowledge", handle: services, what: "kinds of report" },
  {
    method: "GET",
    path: "forms/:service",
    right: "read_desk",
    handle: form,
    what: "one as a form, ?language=&conversation=",
    audit: {
      act: "looked_at_conversation",
      subject: ({ query }) => ({ kind: "conversation", id: query.conversation ?? "" }),
      when: ({ query }) => query.conversation !== undefined,
      isLook: true,
    },
  },
  {
    method: "POST",
    path: "conversations/:id/requests",
    right: "work_desk",
    handle: file,
    what: "file for the resident",
    audit: { act: "request_filed", subject: subjectOf("conversation") },
  },
];
