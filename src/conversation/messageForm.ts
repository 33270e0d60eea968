import { z } from "zod";

/**
 * What was sent when it was no plain message: a sticker (its emoji as text), a reaction to something said (its emoji as
 * text, empty when taken back), a message written anew (the new text), or something no channel of ours can read (what
 * the platform calls it as text). Voice and files are attachments.
 */
export const MessageForm = z.enum(["sticker", "reaction", "edit", "unreadable"]);
export type MessageForm = z.infer<typeof MessageForm>;
