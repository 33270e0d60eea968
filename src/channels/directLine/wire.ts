import type { Occasion } from "../../conversation/transcript";

/** What travels between a Direct Line 3.0 client (our widget, Web Chat) and us. Types only. */

export type WireAuthor = { id: string; name?: string; role: "user" | "bot" };

export type WireAttachment = { contentType: string; name: string; contentUrl: string };

/**
 * A suggested action; pressing it sends `value` as a message. Where `sharePlace` is set, a client that can may let the
 * resident point at the place instead and send `geo:50.061430,19.936580;u=25` (RFC 5870).
 */
type WireChoice = { type: "imBack"; title: string; value: string; channelData?: { sharePlace: true } };

/** `accepted`: a consultant answers now; `completed`: no longer. */
export type HandoffStatus = { state: "accepted" | "completed" };

/** One line of the conversation as a client receives it. */
export type WireActivity = {
  type: "message" | "typing" | "event";
  id: string;
  timestamp: string;
  channelId: "directline";
  conversation: { id: string };
  from: WireAuthor;
  locale?: string;
  text?: string;
  textFormat?: "markdown" | "plain";
  inputHint?: "acceptingInput" | "expectingInput";
  attachments?: WireAttachment[];
  suggestedActions?: { to: string[]; actions: WireChoice[] };
  /** `handoff.status` on events. */
  name?: string;
  value?: HandoffStatus;
  channelData?: {
    /** The client's own id of its message, as it was sent. */
    clientActivityID?: string;
    /** The consultant's name. */
    agent?: string;
    /** One of the buttons asks for the place. */
    sharePlace?: true;
    /** What happened, on events. */
    occasion?: Occasion;
  };
};

/** A frame of the stream and the answer to polling. The watermark says up to where the client has read. */
export type WireActivities = { activities: WireActivity[]; watermark: string };

/** The answer of `tokens/generate` and `tokens/refresh`. `resumeToken` brings a resident back days later. */
export type WireToken = { conversationId: string; token: string; expires_in: number; resumeToken: string };

/** The answer of `conversations` and `conversations/{id}`. */
export type WireConversation = WireToken & { streamUrl: string; referenceGrammarId: string };

/** The answer to a posted activity. */
export type WireAccepted = { id: string };

/** `message` says what to do, in English, for developers; `code` is for programs. */
export type WireError = { error: { code: string; message: string } };

/** What a client posts. */
export type WireSaid = {
  type: string;
  from?: { id?: string };
  text?: string;
  locale?: string;
  value?: unknown;
  channelData?: { clientActivityID?: string };
};
