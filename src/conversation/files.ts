import type { Attachment } from "./message";

/** Where residents' files lie. Every look-up names the conversation the file belongs to. */
export type Files = {
  save(conversationId: string, file: { name: string; contentType: string; bytes: Buffer }): Promise<Attachment>;
  load(conversationId: string, id: string): Promise<{ attachment: Attachment; bytes: Buffer } | undefined>;
};
