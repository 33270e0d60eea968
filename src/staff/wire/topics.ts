import { z } from "zod";
import { Topic } from "../../serviceRequests/topics";
import { Text } from "./text";

/** `POST topics`: the bot is to bring a person instead, or to deal with it again. Switching off needs a reason. */
export const TopicBody = z
  .strictObject({ topic: Topic, off: z.boolean(), why: Text.trim().max(300).default("") })
  .refine(({ off, why }) => !off || why !== "", { path: ["why"] });

/** A topic on which a person answers; `by` in words. */
export type TopicOff = { topic: Topic; title: string; why: string; by: string; at: string };

/** `alwaysOn`: what cannot be switched off. */
export type TopicsView = { off: TopicOff[]; alwaysOn: Topic[] };

export type { Topic };
