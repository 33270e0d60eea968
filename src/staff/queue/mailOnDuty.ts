import type { Timer } from "../doors";
import type { StaffParts } from "../parts";
import { HERE_MS } from "../presence";
import { meaningOf } from "../views";

const COUNTED_AT_MOST = 1000;

const krakow = new Intl.DateTimeFormat("pl-PL", { timeZone: "Europe/Warsaw", dateStyle: "short", timeStyle: "short" });

/** On a bad night thousands wait: this often at most the people on duty are told how many. */
const MAIL_EVERY_MS = 5 * 60 * 1000;

/**
 * Writes to the people on duty: how many wait, and of the first one since when and about what; nothing of what was
 * said. Processes that are about to write at once write one mail.
 */
export async function mailOnDuty({ conversationId }: Timer, parts: StaffParts): Promise<void> {
  const { store, settings, now, content, log } = parts;
  const waiting = await store.desk.waiting(new Date(now().getTime() - HERE_MS), COUNTED_AT_MOST);
  const one = waiting.find(({ conversation }) => conversation.id === conversationId);
  if (!one?.waitingSince) return;
  log.warn("queue_waits_too_long", { conversation: conversationId, waiting: waiting.length });
  if (settings.onDutyEmail === undefined) return;
  const topic = one.topic ? meaningOf(one.topic, content().names) : "nieznany";
  const lines = [
    "Mieszkaniec czeka na konsultanta za długo.",
    "",
    `Czeka od: ${krakow.format(one.waitingSince)}`,
    `Temat: ${topic}`,
    `W kolejce razem: ${waiting.length}`,
    ...(settings.publicUrl === undefined
      ? []
      : ["", `${settings.publicUrl.replace(/\/$/, "")}/console/inbox/${encodeURIComponent(conversationId)}`]),
  ];
  await store.mails.add(
    {
      sameAs: `waits_too_long:${Math.floor(now().getTime() / MAIL_EVERY_MS)}`,
      to: settings.onDutyEmail,
      subject: `Hejnał: ktoś czeka za długo (w kolejce: ${waiting.length})`,
      text: lines.join("\n"),
    },
    now(),
  );
}
