import type { Arrived, Fake, Posted, PostedKind } from "../fake";
import { type Call, openPlatform, type PlatformAnswer } from "../platform";
import { answerOperator, type Dashboard } from "./dashboard";
import * as meta from "./events";
import { readPosted, refusals, refusePage, type Sent } from "./graph";

export type MessengerFake = Fake & {
  /** Tells of events in Meta's own words, with whatever headers a test wants instead of the right ones. */
  tell(base: string, envelope: unknown, headers?: Record<string, string>): Promise<number>;
  /** Whoever wrote more than a day ago, and whoever does not want to hear of the page. */
  outOfWindow: Set<string>;
  blocking: Set<string>;
  /** Somebody writes in the page's own inbox. */
  writeInInbox(base: string, person: string, text: string): Promise<number>;
  dashboard: Dashboard;
  /** What was posted, as it came; with the same `tag` and `messaging_type` that Graph got. */
  sent: Sent[];
};

/** Meta's Graph as far as Messenger needs it, and Meta's webhooks: signed, and repeated until they are taken. */
export async function openMessengerFake(): Promise<MessengerFake> {
  const dashboard: Dashboard = {
    scopes: ["pages_messaging", "pages_manage_metadata"],
    expiresAt: 0,
    otherApps: [],
    profile: {},
  };
  const files = new Map<string, Buffer>();
  const arrived: Arrived[] = [];
  const sent: Sent[] = [];
  const people = new Set<string>();
  const outOfWindow = new Set<string>();
  const blocking = new Set<string>();
  let typed = 0;
  let ours = "";
  let isOpen = true;

  async function answer(call: Call): Promise<PlatformAnswer> {
    const kept = files.get(call.path);
    if (kept) return { status: 200, bytes: kept };
    if (!isMessage(call)) return answerOperator(call, dashboard);
    const refused = refusePage(call);
    if (refused) return refused;
    const posted = await readPosted(call);
    if (!posted) return refusals.never;
    if (!("action" in posted)) return answerMessage(posted.sent);
    if (posted.action === "typing_on") typed += 1;
    return { status: 200, json: { recipient_id: "of somebody" } };
  }

  function answerMessage(message: Sent): PlatformAnswer {
    const person = message.recipient.id;
    if (!people.has(person)) return refusals.stranger;
    if (blocking.has(person)) return refusals.blocked;
    if (outOfWindow.has(person) && message.tag === undefined) return refusals.windowClosed;
    const { message: content, tag, file } = message;
    const id = `m_${arrived.length + 1}-${person}`;
    const at = Date.now();
    sent.push(message);
    arrived.push({
      ...{ person, id, at, text: content.text ?? "" },
      buttons: (content.quick_replies ?? []).map(({ title, payload }) => ({ title, payload })),
      ...(file && { file }),
      ...(tag && { tag }),
    });
    void echo(meta.envelopeOf([echoOf(person, id, at, { app_id: Number(meta.APP_ID), ...content })]));
    return { status: 200, json: { recipient_id: person, message_id: id } };
  }

  async function tell(base: string, envelope: unknown, headers: Record<string, string> = {}): Promise<number> {
    ours = base;
    const body = meta.bodyOf(envelope);
    const own = { "Content-Type": "application/json", "X-Hub-Signature-256": meta.signatureOf(body) };
    const response = await fetch(`${base}/channels/messenger`, {
      method: "POST",
      body,
      headers: { ...own, ...headers },
    });
    await response.text();
    return response.status;
  }

  /** Meta repeats what was not taken. */
  async function echo(envelope: unknown): Promise<void> {
    while (isOpen && ours !== "") {
      const status = await tell(ours, envelope).catch(() => 0);
      if (status === 200) return;
      await new Promise((later) => setTimeout(later, 100));
    }
  }

  const platform = await openPlatform(answer, (call) => isMessage(call) && !call.body.includes('"sender_action"'));
  const known: meta.Known = {
    keep(name, bytes) {
      const path = `/cdn/${files.size + 1}/${encodeURIComponent(name)}`;
      files.set(path, bytes);
      return `${platform.url}${path}`;
    },
    titleOf: (person, payload) =>
      arrived
        .filter((one) => one.person === person)
        .flatMap(({ buttons }) => buttons)
        .find((button) => button.payload === payload)?.title ?? "",
  };
  const { tooFast, down, expired, never, blocked, windowClosed } = refusals;
  return {
    channel: "messenger",
    settings: {
      META_APP_ID: meta.APP_ID,
      META_APP_SECRET: meta.APP_SECRET,
      META_VERIFY_TOKEN: meta.VERIFY_TOKEN,
      META_GRAPH_URL: `${platform.url}/v25.0`,
      MESSENGER_PAGE_ID: meta.PAGE_ID,
      MESSENGER_TOKEN: meta.TOKEN,
      MESSENGER_HUMAN_AGENT: "on",
    },
    kinds,
    async post(base, batch, { forged = false } = {}) {
      for (const { person } of batch) people.add(person);
      const events = batch.map((posted: Posted) => meta.eventOf(posted, known));
      const headers = { "X-Hub-Signature-256": meta.signatureOf("something else") };
      return tell(base, meta.envelopeOf(events), forged ? headers : {});
    },
    tell,
    writeInInbox(base, person, text) {
      const said = { app_id: INBOX, text };
      return tell(base, meta.envelopeOf([echoOf(person, `m_inbox-${text}`, Date.now(), said)]));
    },
    arrived: () => arrived,
    typed: () => typed,
    failNext: platform.failNext,
    failShare: (of) => platform.failShare(of, of > 0 ? [quickly(tooFast), down, "cut"] : []),
    failures: { tooFast, down, expired, never, blocked, windowClosed },
    outOfWindow,
    blocking,
    dashboard,
    sent,
    close() {
      isOpen = false;
      return platform.close();
    },
  };
}

const kinds = new Set<PostedKind>([
  "text",
  "press",
  "image",
  "file",
  "voice",
  "location",
  "sticker",
  "reaction",
  "edit",
  "unknown",
  "receipt",
]);

const isMessage = ({ method, path }: Call): boolean =>
  method === "POST" && new URL(path, "http://graph").pathname.endsWith("/messages");

/** The page's own inbox is an app to Meta. */
const INBOX = 263902037430900;

const quickly = (answer: PlatformAnswer): PlatformAnswer => ({ ...answer, headers: { "Retry-After": "0.05" } });

/** What Meta shows of a message of the page's to whoever is subscribed to echoes. */
const echoOf = (person: string, mid: string, timestamp: number, content: object) => ({
  sender: { id: meta.PAGE_ID },
  recipient: { id: person },
  timestamp,
  message: { mid, is_echo: true, ...content },
});
