import type { Memory } from "../conversation/conversation";
import type { Entry } from "../conversation/transcript";
import type { DialogParts, Heard } from "../dialogs/dialogParts";
import { continueDialog } from "../dialogs/engine";

const silent: Heard = {
  text: "",
  wish: { kind: "resume" },
  attachments: [],
  entities: { serviceRequestIds: [], lines: [], plates: [] },
};

type GoesOn = { memory: Memory; asks?: Pick<Entry, "text" | "choices"> };

/** What the bot goes on with: its dialog's question once more, when a dialog was going on. */
export function goOnWith({ handoff: _, ...kept }: Memory, dialogs: DialogParts): GoesOn {
  const memory = { ...kept, misunderstood: 0 };
  if (!memory.dialog) return { memory };
  const progress = continueDialog(dialogs, memory.dialog, silent, memory.language);
  const text = progress.replies.map((reply) => reply.text).join("\n\n");
  const choices = progress.replies.at(-1)?.choices ?? [];
  const { dialog: __, ...without } = memory;
  const next = progress.kind === "asking" ? { ...without, dialog: progress.state } : without;
  return { memory: { ...next, offered: choices }, asks: { text, ...(choices.length > 0 && { choices }) } };
}
