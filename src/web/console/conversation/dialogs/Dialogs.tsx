import type { DialogName } from "../place";
import { Assign } from "./Assign";
import { Block } from "./Block";
import { Close } from "./Close";
import { HandBack } from "./HandBack";
import { Snooze } from "./Snooze";
import { Transcript } from "./Transcript";
import { Transfer } from "./Transfer";

export type DialogGiven = { onClose: () => void };

const dialogs: Record<DialogName, (given: DialogGiven) => React.ReactNode> = {
  transfer: Transfer,
  snooze: Snooze,
  close: Close,
  back: HandBack,
  block: Block,
  transcript: Transcript,
  assign: Assign,
};

/** The one dialog that is open. */
export function Dialogs({ open, onClose }: { open: DialogName | undefined; onClose: () => void }) {
  if (open === undefined) return null;
  const Dialog = dialogs[open];
  return <Dialog onClose={onClose} />;
}
