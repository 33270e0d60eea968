import { z } from "zod";
import type { Intent } from "../conversation/understanding";

const TopicKind = z.enum(["article", "service", "outside", "dialog"]);

/** What the bot may be kept from dealing with: one article, kind of report, matter of others or dialog. */
export const Topic = z.templateLiteral([TopicKind, ":", z.string()]);
export type Topic = z.infer<typeof Topic>;

/** Topics on which a person answers instead of the bot; who said so, when and why. */
export const Topics = z.strictObject({
  off: z.array(z.strictObject({ topic: Topic, why: z.string(), by: z.string(), at: z.iso.datetime() })).max(1000),
});
export type Topics = z.infer<typeof Topics>;

/** Help for people in crisis, and what stands in for a person while nobody is there, cannot be switched off. */
export const alwaysOn: readonly Topic[] = ["article:interwencja-kryzysowa", "dialog:leave-contact"];

/** The topic a meaning is; small talk is none, so that calls for help are always answered. */
export function topicOf({ kind, id }: Intent): Topic | undefined {
  return kind === "talk" ? undefined : `${kind}:${id}`;
}

/** The meaning a topic is. */
export function intentOf(topic: Topic): Intent {
  const kind = TopicKind.parse(topic.split(":")[0]);
  return { kind, id: topic.slice(kind.length + 1) };
}

/** Whether a person answers on this topic instead of the bot. */
export function isOff(topic: Topic | undefined, { off }: Topics): boolean {
  return topic !== undefined && !alwaysOn.includes(topic) && off.some((one) => one.topic === topic);
}
