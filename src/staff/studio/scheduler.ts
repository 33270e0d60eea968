import type { Draft } from "../../content/doors";
import type { StaffParts } from "../parts";
import type { NotPublished } from "./doors";
import { notedOf, publishDraft } from "./publishDraft";

const LOOK_EVERY_MS = 5_000;
const MISTAKES_TOLD = 3;

type Parts = Pick<StaffParts, "studio" | "settings" | "store" | "log" | "now">;

/**
 * Publishes what is due. Every process may run one: of those that publish the same draft one wins. What can no longer
 * be published goes back to those who write, with the reason.
 */
export function openScheduler(parts: Parts): { close(): Promise<void> } {
  let running: Promise<void> | undefined;
  let closing = false;
  const look = (): void => {
    if (closing) return;
    running ??= publishDue(parts, () => closing)
      .catch((error: unknown) => parts.log.error("scheduled_not_published", { error: String(error) }))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return {
    async close() {
      closing = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function publishDue(parts: Parts, stopped: () => boolean): Promise<void> {
  for (const draft of await parts.studio.store.dueDrafts(parts.now())) {
    if (stopped()) return;
    // One that cannot even be tried keeps no other one waiting.
    await publishOne(draft, parts).catch((error: unknown) =>
      parts.log.error("scheduled_not_published", { draft: draft.id, error: String(error) }),
    );
  }
}

async function publishOne(draft: Draft, parts: Parts): Promise<void> {
  const { store, studio, log, now } = parts;
  const by = draft.review?.by.id ?? draft.writtenBy?.id;
  const done = await publishDraft(draft, { by, why: draft.why }, parts);
  if ("release" in done) {
    const account = by === undefined ? undefined : await store.accounts.withId(by);
    const { subject, details } = notedOf(done);
    const who = account && { by: { id: account.id, login: account.login } };
    await store.audit.note({
      ...{ at: now(), act: "content_published", subject, details: { ...details, scheduled: true } },
      ...who,
    });
    log.info("scheduled_published", { draft: draft.id, release: done.release.number });
    return;
  }
  // Another process was quicker, or somebody changed it a moment ago; what was released meanwhile is checked anew.
  if (done.because === "stale" || done.because === "not_seen") return;
  const problem = reasonOf(done);
  const back = { state: "writing" as const, publishAt: null, review: null, problem };
  await studio.store.changeDraft(draft.id, draft.version, back, undefined, now());
  log.warn("scheduled_not_published", { draft: draft.id, because: done.because });
}

/** Why it was not published, for those who write. */
function reasonOf(not: NotPublished): string {
  if (not.because === "moved") return `W międzyczasie opublikowano inną treść: ${not.paths.join(", ")}.`;
  if (not.because === "not_approved") return "Nikt inny tego nie zatwierdził.";
  if (not.because !== "mistakes") return "Treść zmieniła się w międzyczasie.";
  const told = not.mistakes.slice(0, MISTAKES_TOLD).map(({ file, line, field, message }) => {
    return `${file}:${line}${field ? ` ${field}` : ""}: ${message}`;
  });
  const more = not.mistakes.length - told.length;
  return `W treści są błędy: ${told.join("; ")}${more > 0 ? ` (i ${more} więcej)` : ""}.`;
}
