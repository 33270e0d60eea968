import type { UnitDelivery } from "../../serviceRequests/doors";
import { isNeeded, matterOf } from "./matter";
import type { Matter, Outcome, Recipient, UnitDeliveryParts } from "./parts";
import { warnOfFirstFailure, warnOfRefusal } from "./tellStaff";

/** Minutes to the second try, and to every later one. */
const FIRST_PAUSE = 5;
const LATER_PAUSE = 30;
/** A server that was down a moment ago is not waited for again by every matter that is due. */
const REST_MS = 60_000;
/** Marks in `sentTo` a recipient that refused for ever: neither has it the matter, nor is it sent it again. */
const REFUSED = "refused ";

export type Bringing = UnitDeliveryParts & {
  recipients(unit: string): Recipient[];
  /** Until when a server rests. */
  resting: Map<string, number>;
};

/** Brings one delivery to every recipient that does not have it, and writes down what became of it. */
export async function bring(delivery: UnitDelivery, parts: Bringing): Promise<void> {
  let { sentTo } = delivery;
  try {
    const matter = await matterOf(delivery, parts);
    const kept = whyKept(matter, delivery, parts);
    if (!matter || kept) return await keep(delivery, kept ?? "not_needed", parts);
    const tried = await tryAll(matter, parts);
    // Known before anything else may fail: whoever has it is not sent it again.
    sentTo = [...sentTo, ...marksOf(tried)];
    await settle(matter, { tried, sentTo }, parts);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    parts.log.error("unit_delivery_failed", { delivery: delivery.id, attempt: delivery.attempt, reason });
    const retryAt = nextTry(delivery, parts.now());
    await parts.deliveries.failed(delivery.id, parts.now(), { reason, sentTo, retryAt });
  }
}

function whyKept(matter: Matter | undefined, { unit }: UnitDelivery, { real, recipients }: Bringing) {
  if (!matter || !isNeeded(matter)) return "not_needed";
  if (!real) return "not_real";
  return recipients(unit).length === 0 ? "no_way" : undefined;
}

async function keep({ id, unit }: UnitDelivery, why: "not_real" | "no_way" | "not_needed", parts: Bringing) {
  await parts.deliveries.withheld(id, why, parts.now());
  parts.log.info("unit_delivery_withheld", { delivery: id, unit, why });
}

type Tried = { key: string; outcome: Outcome };

function tryAll(matter: Matter, parts: Bringing): Promise<Tried[]> {
  const { sentTo, unit } = matter.delivery;
  const left = parts.recipients(unit).filter(({ key }) => !sentTo.includes(key) && !sentTo.includes(REFUSED + key));
  return Promise.all(left.map(async (one) => ({ key: one.key, outcome: await tryOne(matter, one, parts) })));
}

async function tryOne(matter: Matter, { server, bring: bringTo }: Recipient, parts: Bringing): Promise<Outcome> {
  const now = parts.now().getTime();
  if ((parts.resting.get(server) ?? 0) > now) return { kind: "failed", reason: "the server did not answer just now" };
  const outcome = await bringTo(matter);
  if (outcome.kind === "failed" && outcome.isDown) parts.resting.set(server, now + REST_MS);
  return outcome;
}

const isRefused = ({ outcome }: Tried) => outcome.kind === "failed" && outcome.isFinal === true;

const marksOf = (tried: Tried[]): string[] => [
  ...tried.filter(({ outcome }) => outcome.kind === "brought").map(({ key }) => key),
  ...tried.filter(isRefused).map(({ key }) => REFUSED + key),
];

type Settling = { tried: Tried[]; sentTo: string[] };

async function settle(matter: Matter, { tried, sentTo }: Settling, parts: Bringing): Promise<void> {
  const { delivery, isNew, event } = matter;
  const brought = tried.filter(({ outcome }) => outcome.kind === "brought");
  const refused = tried.filter(isRefused);
  const open = tried.filter((one) => !brought.includes(one) && !refused.includes(one));
  const externalId = numberThere(brought);
  if (externalId !== undefined) await parts.deliveries.named(delivery.id, externalId);
  for (const { key, outcome } of refused)
    await warnOfRefusal(matter, key.replace(/^email:/, ""), { ...parts, reason: reasonOf(outcome) });
  // One recipient that has it is enough: the unit knows. An answer may put it back to where nobody had it yet.
  const hasIt = sentTo.some((key) => !key.startsWith(REFUSED));
  if (hasIt && (isNew || event.kind === "answer")) await tellForwarded(matter, parts);
  if (open.length === 0 && hasIt) return finish(matter, sentTo, parts);
  await postpone(matter, { sentTo, failed: [...open, ...refused], isLast: open.length === 0 }, parts);
}

async function tellForwarded({ delivery, request }: Matter, { acting, log }: Bringing): Promise<void> {
  const act = { kind: "forward", unit: delivery.unit, because: request.because } as const;
  const done = await acting(request.id, act, { kind: "system" });
  // "not_now": it had been forwarded before, by another recipient or another try.
  if ("refused" in done && done.refused !== "not_now")
    log.warn("unit_delivery_not_told", { delivery: delivery.id, refused: done.refused });
}

async function finish({ delivery }: Matter, sentTo: string[], parts: Bringing): Promise<void> {
  await parts.deliveries.done(delivery.id, parts.now(), { sentTo });
  parts.log.info("unit_delivery_done", { delivery: delivery.id, unit: delivery.unit, attempt: delivery.attempt });
}

/** Its number in the unit's own system; that of an Open311 server counts, because it is asked for news by it. */
function numberThere(brought: Tried[]): string | undefined {
  const inOrder = [...brought].sort(
    (a, b) => Number(b.key.startsWith("open311:")) - Number(a.key.startsWith("open311:")),
  );
  const ids = inOrder.map(({ outcome }) => (outcome.kind === "brought" ? outcome.externalId : undefined));
  return ids.find((id) => id !== undefined);
}

type Left = { sentTo: string[]; failed: Tried[]; isLast: boolean };

async function postpone(matter: Matter, { sentTo, failed, isLast }: Left, parts: Bringing): Promise<void> {
  const { delivery } = matter;
  const reason = failed.map(({ key, outcome }) => `${key}: ${reasonOf(outcome)}`).join("; ");
  const retryAt = isLast ? undefined : nextTry(delivery, parts.now());
  await parts.deliveries.failed(delivery.id, parts.now(), { reason, sentTo, ...(retryAt && { retryAt }) });
  // The partner's words may hold an address, so they are kept but not logged.
  const said = { delivery: delivery.id, unit: delivery.unit, attempt: delivery.attempt };
  if (isLast) parts.log.error("unit_delivery_given_up", said);
  else parts.log.warn("unit_delivery_refused", said);
  if (delivery.firstFailedAt === undefined && !isLast) await warnOfFirstFailure(matter, reason, parts);
}

const reasonOf = (outcome: Outcome) => (outcome.kind === "failed" ? outcome.reason : "");

const nextTry = ({ attempt }: UnitDelivery, now: Date) =>
  new Date(now.getTime() + (attempt <= 1 ? FIRST_PAUSE : LATER_PAUSE) * 60_000);
