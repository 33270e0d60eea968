import type { DialogState, HandoffReason } from "../conversation/conversation";
import type { FoundPlace } from "../conversation/facts";
import type { Attachment } from "../conversation/message";
import type { Point } from "../conversation/place";
import type { Reply, Wish } from "../conversation/reply";
import type { ServiceForm } from "../conversation/slot";
import type { Entities } from "../conversation/understanding";
import type { Commands } from "./commands";
import type { Dialog } from "./dialog";
import type { Phrases } from "./phrases";

/** All guided dialogs and the words they share, as read from editors' files. */
export type Dialogs = { dialogs: ReadonlyMap<string, Dialog>; commands: Commands; phrases: Phrases };

/** What the engine works with. */
export type DialogParts = Dialogs & { services: ReadonlyMap<string, ServiceForm> };

/** What is known of the world around a dialog's place; looked up before the turn. */
export type AboutPlace = {
  /** What the place named in the message may be, best first. */
  places?: FoundPlace[] | undefined;
  photoPlace?: FoundPlace | undefined;
  /** What is reported already near the place `said`, each as a line to read. */
  nearby?: { service: string; said: string; requests: { id: string; line: string }[] } | undefined;
};

/**
 * One message as the engine hears it. `services`: kinds of report the understanding finds in it, best first;
 * one means it is sure, several that the resident should choose.
 */
export type Heard = {
  text: string;
  wish?: Wish | undefined;
  attachments: Attachment[];
  entities: Entities;
  services?: string[] | undefined;
  about?: AboutPlace | undefined;
};

/** What a finished dialog hands over to be carried out. `told`: everything was said, there is nothing to do. */
export type Finished =
  | {
      kind: "file_service_request";
      service: string;
      description: string;
      place: string;
      address?: string;
      point?: Point;
      district?: string;
      answers: Record<string, string>;
      contact: { phone?: string; email?: string };
      attachments: Attachment[];
    }
  | { kind: "leave_contact"; contact: string; matter: string }
  | { kind: "tell_status"; serviceRequestIds: string[] }
  /** Somebody has reported it already; the resident wants that one's news. */
  | { kind: "follow_service_request"; id: string }
  | { kind: "told" };

/** How a dialog stands after one message. */
export type Progress =
  | { kind: "asking"; state: DialogState; replies: Reply[] }
  | { kind: "finished"; result: Finished; replies: Reply[] }
  | { kind: "cancelled"; replies: Reply[] }
  | { kind: "needs_human"; reason: HandoffReason; state: DialogState; replies: Reply[] };

/** Photos one report may carry. */
export const MOST_PHOTOS = 5;
/** Longest description of a place, in characters. */
export const LONGEST_PLACE = 300;
/** `DialogState.asked` at the summary. */
export const CONFIRM = "confirm";
/** `DialogState.asked` when the resident was asked what to change. */
export const CHANGE = "change";
/** `DialogState.asked` when shown what is reported already near the place; the latter when only sending is left. */
export const NEARBY = "nearby";
export const NEARBY_SEND = "nearby_send";
/** The kind of report for whatever has no kind of its own. */
export const OTHER = "other";
