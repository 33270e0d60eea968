/** What may be sent now: `person`: only what a person wrote; `template` and `closed`: nothing before the resident writes. */
type WindowView = { state: "open" | "person" | "template" | "closed"; until?: string };

/** What the conversation's channel shows and takes now, for who is about to write. */
export type LimitsView = {
  window: WindowView;
  /** Longest text of one message; a longer one is split. */
  longestText: number;
  /** Largest file that arrives there, in megabytes; 0: none does. */
  fileMegabytes: number;
  /** Whether the resident sees that somebody writes. */
  typing: boolean;
  /** How much is known of what was sent. */
  receipts: "none" | "sent" | "delivered" | "read";
};

/** `due`: on its way, with a `reason` when it has failed before; `held`: it waits until the resident writes. */
export type DeliveryState = "due" | "held" | "sent" | "delivered" | "read" | "failed";

/** What became of the line with this seq on a channel that pushes. */
export type LineDelivery = { seq: number; state: DeliveryState; reason?: string };
