/** A private note of staff. `mentions` are account ids. */
export type Note = {
  id: string;
  conversationId: string;
  text: string;
  byId: string;
  by: string;
  mentions: string[];
  at: Date;
};

export type StaffNotes = {
  /** Once per id. False when there is no such conversation. */
  add(note: Omit<Note, "by">): Promise<boolean>;
  /** Oldest first. */
  of(conversationId: string, most: number): Promise<Note[]>;
  /** Those that mention the account and that it has not seen, newest first. */
  mentioning(accountId: string, most: number): Promise<Note[]>;
  seen(noteId: string, accountId: string, at: Date): Promise<void>;
};

/** What a resident said of a conversation after its end. */
export type Rating = { conversationId: string; score: number; word?: string; at: Date };
export type StaffRatings = {
  of(conversationId: string): Promise<Rating | undefined>;
};

export type Block = {
  id: string;
  channel: string;
  conversationId?: string;
  until: Date;
  reason: string;
  by: string;
  at: Date;
  lifted?: { by: string; at: Date };
};

export type NewBlock = { until: Date; reason: string; accountId: string };

/** Residents whose messages are not answered for a while; `Locked.block` adds one. */
export type StaffBlocks = {
  lift(id: string, accountId: string, at: Date): Promise<boolean>;
  /** The one in force for the resident of this conversation. */
  of(conversationId: string, at: Date): Promise<Block | undefined>;
  /** In force first, then the newest. */
  all(at: Date, most: number): Promise<Block[]>;
};
