import type { NewAlert, NewLabel } from "../../conversation/outcome";
import type { Intent } from "../../conversation/understanding";

/** Somebody may be in danger, in the words of one message; the text is masked. */
export type Alert = Pick<NewAlert, "reason" | "text" | "language"> & { id: string; conversationId: string; at: Date };

/** Alerts until somebody has seen them. */
export type StaffAlerts = {
  /** Those nobody has seen yet, newest first. */
  open(most: number): Promise<Alert[]>;
  /** Notes who saw it, the first time; answers who that was, whoever asks. Undefined when there is no such alert. */
  see(id: string, accountId: string, at: Date): Promise<{ by: string; at: Date; isFirst: boolean } | undefined>;
  /** The same for all open alerts of a conversation; answers how many there were. */
  seeAllOf(conversationId: string, accountId: string, at: Date): Promise<number>;
};

/** Corrections of what the bot understood. */
export type StaffLabels = {
  /** A message's id, its masked words, and the meanings the bot acted on; undefined when no turn ran on it. */
  recorded(
    conversationId: string,
    seq: number,
  ): Promise<{ messageId: string; maskedText: string; instead: Intent[] } | undefined>;
  /** Another word of the same consultant on the same message takes the place of the first. */
  propose(
    label: Omit<NewLabel, "proposedBy">,
    where: { conversationId: string; accountId: string; at: Date },
  ): Promise<void>;
};
