import type { DialogState, HandoffReason, Memory } from "../conversation/conversation";

const reasons: Record<HandoffReason, string> = {
  asked_for_human: "Prosi o człowieka.",
  not_understood: "Bot nie zrozumiał.",
  none_of_these: "Żadna z propozycji nie pasowała.",
  dialog_stuck: "Utknął w formularzu.",
  backend_failed: "Awaria po stronie miasta.",
  bot_failed: "Awaria bota.",
  not_answered: "Bot nie podał odpowiedzi: jest w trakcie sprawdzania albo jeszcze nie obowiązuje.",
  topic_off: "Odpowiadanie bota na ten temat jest wyłączone.",
};

export type SummaryNames = {
  article(id: string): string;
  dialog(id: string): string;
  service(code: string): string;
  /** Small talk: "prosi o człowieka". */
  talk(id: string): string;
  /** Whose matter it is that is not the city's. */
  outside(id: string): string;
  slot(state: DialogState, slot: string): string;
  /** The answer as a person says it: a choice's title instead of its value. */
  answer(state: DialogState, slot: string): string;
  unit(id: string): string;
};

/** What a consultant reads before the first word: why, about what, and what the resident has filled in already. */
export function summarise(reason: HandoffReason, memory: Memory, lastWords: string, names: SummaryNames): string {
  const { dialog, topic } = memory;
  const lines = [reasons[reason]];
  if (topic) lines.push(`Ostatni temat: ${names.article(topic)}.`);
  if (dialog) {
    lines.push(`W toku: ${dialog.service ? names.service(dialog.service) : names.dialog(dialog.dialog)}.`);
    for (const [slot, value] of Object.entries(dialog.answers))
      if (value) lines.push(`${names.slot(dialog, slot)}: ${names.answer(dialog, slot)}`);
    if (dialog.attachments.length > 0) lines.push(`Zdjęcia: ${dialog.attachments.length}`);
  }
  if (lastWords.trim()) lines.push(`Ostatnia wiadomość: ${lastWords.trim()}`);
  return lines.join("\n");
}
