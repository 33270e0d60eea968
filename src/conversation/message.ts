import { z } from "zod";
import type { MessageForm } from "./messageForm";
import { Point } from "./place";

/** A file a resident sent; its bytes lie behind the `Files` door. */
export const Attachment = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  /** Where a photo was taken. For the turn that finds the place; not kept with a service request, nor in the picture. */
  position: Point.optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** What a channel hands in: one thing a resident sent, checked and parsed, not yet stored. */
export type Arrival = {
  conversationId: string;
  channel: string;
  /** The channel's own id of this message; the same id twice is one message. */
  externalId: string;
  text: string;
  attachments: Attachment[];
  form?: MessageForm;
};

/** One stored message of a resident. `seq` is its place in the conversation, from 1, without gaps. */
export type Message = Arrival & { id: string; seq: number; at: Date };

/** Longest text a resident may send, in characters; more is refused with a clear answer, never cut. */
export const LONGEST_TEXT = 4000;
