/** What the index has not seen of a conversation: its newest lines, and all of its notes. */
export type Unseen = {
  conversationId: string;
  /** Up to which line this goes. */
  seq: number;
  /** The time of that line. */
  at: Date;
  /** How many notes there are. */
  notes: number;
  /** What residents and consultants wrote, notes too. */
  said: string[];
  /** What the bot and the house wrote: only its request numbers are of interest. */
  told: string[];
};

/** The full-text index of conversations, kept by `staff/searchIndex.ts`; words are stems without diacritics. */
export type StaffSearch = {
  /** Ids of conversations with lines or notes the index has not seen. */
  behind(most: number): Promise<string[]>;
  /** Of these conversations, what is new; long ones in several goes. */
  unseen(ids: string[]): Promise<Unseen[]>;
  /** Adds words. The same again, or by two processes at once, changes nothing. */
  index(add: { conversationId: string; seq: number; at: Date; notes: number; words: string[] }[]): Promise<void>;
};
