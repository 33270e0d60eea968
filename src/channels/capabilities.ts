/** The marks a platform shows; `none`: every mark would be read as it is written. */
export type Marks = "none" | "markdown" | "telegram_html" | "whatsapp";

/** Until when after the resident's last message a platform lets us write, and what it takes afterwards. */
export type Window = {
  hours: number;
  /**
   * `human_agent`: what a person wrote, for `personHours` more; `template`: only a text approved beforehand, which asks
   * the resident to write; `nothing`: it waits until they write.
   */
  after: "human_agent" | "template" | "nothing";
  personHours?: number;
};

/** What a channel can show and take. The one record the renderer, the sender and the console go by. */
export type Capabilities = {
  /** Longest text of one message, in UTF-16 units, which is what these platforms count at most. */
  textLength: number;
  /** Longest text beside buttons, where that is less. */
  textLengthWithButtons?: number;
  marks: Marks;
  /** Buttons of one message; more become a numbered list in the text. Without: always that list. */
  buttons?: { most: number; titleLength: number };
  /** Another way to show more choices, where there is one. */
  list?: { most: number; titleLength: number };
  /** Whether somebody who writes can be shown. */
  typing: boolean;
  /** What is known of a message that was sent. */
  receipts: "none" | "sent" | "delivered" | "read";
  /** Whether files a consultant sends arrive there, and how large they may be. */
  files?: { mostMegabytes: number };
  window?: Window;
  /** The platform's own limits for what we send. */
  pace: { perSecond: number; perRecipient?: { most: number; seconds: number } };
  /** Whether the platform, or what it tells us afterwards, keeps a message that is sent twice from arriving twice. */
  sentOnce: boolean;
};
