/** A resident's letter as the mailbox hands it over: its own words without what they quote. Message-IDs keep their brackets. */
export type IncomingMail = {
  id: string;
  from: string;
  subject: string;
  text: string;
  /** The conversation whose signed token it carries; nothing else proves where a letter belongs. */
  conversationId?: string | undefined;
  /** Message-IDs of what it answers, the nearest first. */
  answers: string[];
  /** The servers on its way say that the sender is made up. */
  isDoubted: boolean;
  /** What the letter says of its language. */
  language: string;
  files: { name: string; bytes: Buffer }[];
  /** Names of what came along and is not taken. */
  unreadable: string[];
};

/** A letter of ours, ready to be sent. */
export type OutgoingMail = {
  /** The same at every try. */
  messageId: string;
  to: string;
  /** Answers come there, and what could not be delivered. */
  replyTo: string;
  subject: string;
  text: string;
  html: string;
  inReplyTo: string;
  references: string[];
  /** Written by the bot, so that other automata do not answer it. */
  isAutomatic: boolean;
  files: { name: string; contentType: string; bytes: Buffer }[];
};
