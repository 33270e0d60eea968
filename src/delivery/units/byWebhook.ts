import { createHash, createHmac } from "node:crypto";
import { z } from "zod";
import { statusOf } from "../../serviceRequests/lifeCycle";
import type { UnitWay } from "../../serviceRequests/office";
import { call, isOk } from "./http";
import { wordsOf } from "./matter";
import type { Matter, Outcome, Recipient, UnitDeliveryParts } from "./parts";

type Webhook = Extract<UnitWay, { kind: "webhook" }>;
type Parts = Pick<UnitDeliveryParts, "links" | "now"> & { patienceMs: number };

const MayAnswer = z.object({ externalId: z.string().min(1).max(200) });

/** Posts a matter as JSON, signed; the receiver tells what it has by the idempotency key. */
export function byWebhook(way: Webhook, parts: Parts): Recipient {
  return {
    key: `webhook:${way.url}`,
    server: new URL(way.url).origin,
    async bring(matter) {
      const body = JSON.stringify(tellingOf(matter, parts));
      const seconds = Math.floor(parts.now().getTime() / 1000);
      const signature = createHmac("sha256", way.secret).update(`${seconds}.${body}`).digest("hex");
      const headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Idempotency-Key": `${matter.delivery.id}:${createHash("sha256").update(way.url).digest("hex").slice(0, 8)}`,
        "X-Hejnal-Signature": `t=${seconds},v1=${signature}`,
      };
      return outcomeOf(await call(way.url, { method: "POST", headers, body }, parts.patienceMs));
    },
  };
}

function outcomeOf(answered: Awaited<ReturnType<typeof call>>): Outcome {
  if ("reason" in answered) return { kind: "failed", ...answered };
  // 409 to a key of ours: an earlier try arrived whose answer was lost.
  if (!isOk(answered) && answered.status !== 409)
    return { kind: "failed", reason: `HTTP ${answered.status}`, isFinal: answered.status === 410 };
  const told = MayAnswer.safeParse(jsonOf(answered.body));
  return { kind: "brought", ...(told.success && { externalId: told.data.externalId }) };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The telling's fields are a contract with units: they may be added to, never changed. */
function tellingOf(matter: Matter, { links }: Parts) {
  const { delivery, request, event, answers, token, link, photos, movedTo } = matter;
  const telling = {
    delivery: delivery.id,
    id: request.id,
    state: request.state,
    status: statusOf(request.state),
    event: { number: event.number, kind: event.kind, at: event.at, words: wordsOf(event) },
    service: { code: request.service, name: matter.service },
    kind: request.kind,
    unit: delivery.unit,
    because: request.because,
    description: request.description,
    place: { words: request.place, address: request.address, district: request.district, ...request.point },
    answers,
    contact: request.contact,
    language: request.language,
    photos: photos.map(({ id, name, contentType }) => ({ name, contentType, url: links.unitPhoto(token, id) })),
    requestedAt: request.requestedAt,
    answerUrl: link,
  };
  if (movedTo === undefined) return telling;
  // Not "forward", which would look like a new one; and what it is about is no longer theirs to read.
  const place = { words: "" };
  const nothing = { because: "", description: "", place, answers: [], contact: {}, photos: [] };
  return { ...telling, ...nothing, event: { ...telling.event, kind: "forward_elsewhere", words: "" }, movedTo };
}
