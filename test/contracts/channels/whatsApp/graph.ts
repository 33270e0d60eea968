import { createHash } from "node:crypto";
import { z } from "zod";
import type { Arrived } from "../fake";
import type { Call, PlatformAnswer } from "../platform";
import { type Managed, manage } from "./manage";
import { Sent, type Sent as SentMessage, type Shown, shown, Typing } from "./messages";
import { type openPeople, PHONE_ID, TOKEN } from "./people";
import { refusal, refusals } from "./refusals";

export type WhatsAppArrived = Arrived & { place?: boolean; raw: SentMessage };
type Kept = { name: string; bytes: Buffer };

const invitation = {
  name: "rozmowa_czeka",
  language: "pl",
  status: "APPROVED",
  components: [{ type: "BODY", text: "Mamy dla Ciebie odpowiedź. Napisz cokolwiek, a ją prześlemy." }],
};

/** Graph as far as WhatsApp needs it: messages, media, and what an operator sets. */
export function openGraph(people: ReturnType<typeof openPeople>, onSent: (message: WhatsAppArrived) => void) {
  const state = {
    arrived: [] as WhatsAppArrived[],
    typed: 0,
    media: new Map<string, Buffer>(),
    uploads: new Map<string, Kept>(),
    /** When each person was heard last, in milliseconds. */
    heard: new Map<string, number>(),
    url: "",
    tokenWorks: true,
    /** So many files arrive without their end. */
    broken: 0,
  };
  const managed: Managed = { subscriptions: [], subscribedApps: [], templates: [invitation], phone: {} };

  function take(sent: SentMessage): PlatformAnswer {
    const person = people.addressed(sent.to, sent.recipient);
    if (!person) return refusals.undeliverable;
    const seen = shown(sent, state.uploads);
    if ("refused" in seen) return seen.refused;
    const wrong = seen.template === undefined ? windowOf(person.name) : templateIn(seen.template);
    if (wrong) return wrong;
    const id = `wamid.HBgL${createHash("sha1").update(String(state.arrived.length)).digest("base64url")}`;
    const message = { person: person.name, id, at: Date.now(), ...(seen satisfies Shown), raw: sent };
    state.arrived.push(message);
    onSent(message);
    const contact =
      sent.to === undefined ? { input: sent.recipient, user_id: sent.recipient } : { input: sent.to, wa_id: sent.to };
    return { status: 200, json: { messaging_product: "whatsapp", contacts: [contact], messages: [{ id }] } };
  }
  const windowOf = (person: string) =>
    Date.now() - (state.heard.get(person) ?? 0) < 24 * 3_600_000 ? undefined : refusals.windowClosed;

  const templateIn = (wanted: string) =>
    managed.templates.some(({ name, language, status }) => `${name}:${language}` === wanted && status === "APPROVED")
      ? undefined
      : refusals.noTemplate;

  async function answer(call: Call): Promise<PlatformAnswer> {
    const path = call.path.replace(/^\/v\d+\.\d+\//, "");
    const token = call.headers.authorization?.replace("Bearer ", "");
    const managedAnswer = await manage(call, path, { token, managed });
    if (managedAnswer) return managedAnswer;
    if (token !== TOKEN || !state.tokenWorks) return refusals.expired;
    if (call.method === "POST" && path === `${PHONE_ID}/messages`)
      return message(JSON.parse(call.body.toString("utf8")));
    if (call.method === "POST" && path === `${PHONE_ID}/media`) return upload(call);
    const download = /^download\/(.+)$/.exec(path)?.[1];
    if (download !== undefined) return bytesOf(download);
    return mediaAt(path);
  }

  function message(body: unknown): PlatformAnswer {
    if (Typing.safeParse(body).success) {
      state.typed += 1;
      return { status: 200, json: { success: true } };
    }
    const sent = Sent.safeParse(body);
    return sent.success ? take(sent.data) : refusals.invalid(z.prettifyError(sent.error));
  }

  async function upload({ headers, body }: Call): Promise<PlatformAnswer> {
    const type = { "Content-Type": headers["content-type"] ?? "" };
    const form = await new Response(new Uint8Array(body), { headers: type }).formData();
    const file = form.get("file");
    const isWhole =
      form.get("messaging_product") === "whatsapp" && form.get("type") === (file instanceof File && file.type);
    if (!(file instanceof File) || !isWhole) return refusals.invalid("messaging_product, type and file are needed");
    const id = String(4490709327384033 + state.uploads.size);
    state.uploads.set(id, { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) });
    return { status: 200, json: { id } };
  }

  function mediaAt(id: string): PlatformAnswer {
    const bytes = state.media.get(id);
    if (!bytes) return refusals.unknownId;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const url = `${state.url}/v25.0/download/${id}`;
    return { status: 200, json: { messaging_product: "whatsapp", url, sha256, file_size: bytes.length, id } };
  }
  function bytesOf(id: string): PlatformAnswer {
    const bytes = state.media.get(id);
    state.broken -= 1;
    if (bytes && state.broken >= 0) return { status: 200, bytes: bytes.subarray(0, -1) };
    return bytes ? { status: 200, bytes } : refusal(404, 131052, "Media download error");
  }

  return { state, managed, answer };
}
