import type { Language } from "../../conversation/language";

/** Devices of mobile apps; of their tokens only the hash (SHA-256, hex) is kept. */
export type AppDevices = {
  add(device: { id: string; apiKey: string; tokenHash: string; language: Language }, at: Date): Promise<void>;
  /** None once the device or the app's key has ended. */
  findByTokenHash(hash: string, at: Date): Promise<{ id: string; language: Language } | undefined>;
  /** The token is worth nothing from then on. */
  end(id: string, at: Date): Promise<void>;
  /** The numbers of what a conversation follows beside what was filed in it, newest first. */
  followed(conversationId: string): Promise<{ id: string; key: string; since: Date }[]>;
};
