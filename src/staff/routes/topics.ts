import type { z } from "zod";
import { alwaysOn, intentOf, type Topic, Topics } from "../../serviceRequests/topics";
import type { StaffContent, StaffParts } from "../parts";
import { personOf, readPeople } from "../requests/people";
import { type Answer, type Call, ok, type Route, refuse, withBody } from "../route";
import { TopicBody, type TopicsView } from "../wire";
import { isKnown } from "./labels";

/** How often it is tried again when others switch topics at the same time. */
const ATTEMPTS = 10;

async function topics(_: Call, parts: StaffParts): Promise<Answer> {
  return ok(await topicsView(parts));
}

/** The newest first. */
async function topicsView(parts: StaffParts): Promise<TopicsView> {
  const [{ off }, people] = await Promise.all([stored(parts), readPeople(parts)]);
  const { names } = parts.content();
  const shown = off.map(({ topic, why, by, at }) => {
    return { topic, title: titleOf(topic, names), why, by: personOf(by, people).name, at };
  });
  return { off: shown.reverse(), alwaysOn: [...alwaysOn] };
}

function titleOf(topic: Topic, names: StaffContent["names"]): string {
  const { kind, id } = intentOf(topic);
  return names[kind](id);
}

const switchTopic = withBody<Call, z.infer<typeof TopicBody>>(TopicBody, async (call, { topic, off, why }, parts) => {
  if (off && alwaysOn.includes(topic)) return refuse(400, { code: "wrong_body", fields: ["topic"] });
  if (off && !isKnown(intentOf(topic), parts.content()))
    return refuse(400, { code: "unknown_intent", fields: ["topic"] });
  const { office, now, log } = parts;
  const who = { by: call.session.account.id, why, at: now() };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await stored(parts);
    const others = before.off.filter((one) => one.topic !== topic);
    const next = off ? [...others, { topic, ...who, at: who.at.toISOString() }] : others;
    const unchanged = !off && others.length === before.off.length;
    if (!unchanged && !(await office.save("topics", { off: next }, before.version, who))) continue;
    await office.changed();
    const act = off ? "topic_switched_off" : "topic_switched_on";
    log.info(act, { topic, by: who.by });
    return { ...ok(await topicsView(parts)), noted: { act, subject: { kind: "topic", id: topic }, details: { why } } };
  }
  return refuse(409, { code: "too_many" });
});

/** As saved last, by whichever process. */
async function stored({ office }: StaffParts): Promise<Topics & { version: number }> {
  const [newest] = await office.history("topics", 1);
  const { off } = Topics.parse(newest?.value ?? { off: [] });
  return { off, version: newest?.version ?? 0 };
}

export const topicsRoutes: Route[] = [
  { method: "GET", path: "topics", right: "read_knowledge", handle: topics, what: "on which a person answers instead" },
  {
    method: "POST",
    path: "topics",
    right: "publish_knowledge",
    handle: switchTopic,
    what: "off, with a reason, or on again",
    audit: { act: "topic_switched_off" },
  },
];
