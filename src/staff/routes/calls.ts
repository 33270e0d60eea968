import type { z } from "zod";
import type { StaffContent } from "../parts";
import { readCall } from "../phone";
import { type Call, ok, type Route, refuse, withBody } from "../route";
import { CallBody, type CallFiled } from "../wire";
import { refuseFiling } from "./forms";
import { isKnown } from "./labels";

type Body = z.infer<typeof CallBody>;

/** Registers a call, with the request and the wish to be called back that came of it. */
const register = withBody<Call, Body>(CallBody, async ({ session: { account } }, body, parts) => {
  const { store, bus, log, now } = parts;
  const content = parts.content();
  const unknown = unknownIn(body, content);
  if (unknown.length > 0) return refuse(400, { code: "unknown_intent", fields: unknown });
  const at = now();
  const read = readCall({ account, body, content, at });
  if (read.kind !== "read") return refuseFiling(read);
  const { added, ...filed } = await store.calls.add(read.call, at);
  const { id } = read.call;
  if (added) {
    await bus.publish("queue", "");
    log.info("staff_call_registered", { conversation: id, outcome: body.outcome, by: account.id });
  }
  const view: CallFiled = { conversationId: id, ...filed };
  return { ...ok(view), noted: { subject: { kind: "conversation", id } } };
});

/** What is named and editors' files do not hold. */
function unknownIn({ topics, told }: Body, content: StaffContent): string[] {
  return [
    ...topics.flatMap((topic, n) => (isKnown(topic, content) ? [] : [`topics.${n}`])),
    ...told.flatMap(({ article }, n) => (content.articles.has(article) ? [] : [`told.${n}.article`])),
  ];
}

export const callsRoutes: Route[] = [
  {
    method: "POST",
    path: "calls",
    right: "work_desk",
    handle: register,
    what: "register a call",
    audit: { act: "call_registered" },
  },
];
