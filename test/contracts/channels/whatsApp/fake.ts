import type { Fake } from "../fake";
import { openPlatform } from "../platform";
import { openGraph, type WhatsAppArrived } from "./graph";
import { ACCOUNT_ID, APP_SECRET, openPeople, PHONE_ID, TEMPLATE, TOKEN, VERIFY_TOKEN } from "./people";
import { refusals } from "./refusals";
import { callWebhook, changeOf } from "./webhooks";

export type WhatsAppFake = Omit<Fake, "arrived"> &
  Pick<ReturnType<typeof openGraph>, "managed"> & {
    arrived(): WhatsAppArrived[];
    /** The platform lets nobody write to them any longer, as a day after they wrote. */
    closeWindow(person: string): void;
    /** Files of residents are gone over there. */
    loseMedia(): void;
    /** The token stops working, until it works again. */
    withdrawToken(on: boolean): void;
    /** The next so many files that are fetched arrive broken. */
    breakMedia(times: number): void;
    calls: Awaited<ReturnType<typeof openPlatform>>["calls"];
  };

const REPEAT_MS = 100;

/** WhatsApp Cloud API over real HTTP; tells of every message it took that it was sent, until that is acknowledged. */
export async function openWhatsAppFake(): Promise<WhatsAppFake> {
  const people = openPeople();
  const statuses: object[] = [];
  const teller = openTeller(statuses);
  const graph = openGraph(people, (message) => {
    statuses.push(sentStatus(message, people));
    teller.tell();
  });
  const { state } = graph;
  const isSend = ({ method, path, body }: { method: string; path: string; body: Buffer }) =>
    method === "POST" && path.endsWith("/messages") && !body.includes('"typing_indicator"');
  const platform = await openPlatform(graph.answer, isSend);
  state.url = platform.url;
  const buttonOf = (payload: string) => {
    const message = state.arrived.findLast(({ buttons }) => buttons.some((button) => button.payload === payload));
    const title = message?.buttons.find((button) => button.payload === payload)?.title ?? "";
    return { title, isRow: message?.raw.type === "interactive" && message.raw.interactive.type === "list" };
  };
  const keep = (bytes: Buffer) => {
    const id = String(1003383421387256 + state.media.size);
    state.media.set(id, bytes);
    return id;
  };
  return {
    channel: "whatsapp",
    settings: settingsFor(`${platform.url}/v25.0`),
    kinds: new Set([
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
    ]),
    async post(base, batch, how) {
      const values = batch.map((posted) => {
        if (posted.kind !== "receipt") state.heard.set(posted.person, Date.now());
        return changeOf(posted, { person: people.called(posted.person), keep, button: buttonOf });
      });
      if (!how?.forged) teller.listen(base);
      return callWebhook(base, values, how);
    },
    arrived: () => state.arrived,
    typed: () => state.typed,
    failNext: platform.failNext,
    failShare(of) {
      const soon = { ...refusals.tooFast, headers: { "Retry-After": "0.05" } };
      platform.failShare(of, of > 0 ? [soon, refusals.down, "cut"] : []);
    },
    failures: {
      tooFast: refusals.tooFast,
      down: refusals.down,
      expired: refusals.expired,
      never: refusals.invalid("a parameter nobody knows"),
      blocked: refusals.undeliverable,
      windowClosed: refusals.windowClosed,
    },
    managed: graph.managed,
    closeWindow: (person) => void state.heard.set(person, 0),
    loseMedia: () => state.media.clear(),
    withdrawToken: (on) => {
      state.tokenWorks = !on;
    },
    breakMedia: (times) => {
      state.broken = times;
    },
    calls: platform.calls,
    async close() {
      teller.close();
      await platform.close();
    },
  };
}

const settingsFor = (graphUrl: string): Record<string, string> => ({
  META_GRAPH_URL: graphUrl,
  META_APP_SECRET: APP_SECRET,
  META_VERIFY_TOKEN: VERIFY_TOKEN,
  WHATSAPP_PHONE_ID: PHONE_ID,
  WHATSAPP_ACCOUNT_ID: ACCOUNT_ID,
  WHATSAPP_TOKEN: TOKEN,
  WHATSAPP_TEMPLATE: TEMPLATE,
});

function sentStatus({ id, person, raw }: WhatsAppArrived, people: ReturnType<typeof openPeople>): object {
  const posted = { person, id, at: new Date(), kind: "receipt" as const, of: id, state: "delivered" as const };
  const nothing = { keep: () => "", button: () => ({ title: "", isRow: false }) };
  const value = changeOf(posted, { person: people.called(person), ...nothing });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const mark = raw.biz_opaque_callback_data;
  const status = { id, status: "sent", timestamp, ...(mark !== undefined && { biz_opaque_callback_data: mark }) };
  return { ...value, statuses: [status] };
}

/** Tells the program of statuses where it listens, again and again until it says 200. */
function openTeller(statuses: object[]) {
  let base: string | undefined;
  let isClosed = false;
  let isTelling = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async (): Promise<void> => {
    if (isTelling || isClosed || base === undefined || statuses.length === 0) return;
    isTelling = true;
    const batch = [...statuses];
    const status = await callWebhook(base, batch).catch(() => 0);
    isTelling = false;
    if (status === 200) statuses.splice(0, batch.length);
    if (statuses.length > 0) timer = setTimeout(round, status === 200 ? 0 : REPEAT_MS).unref();
  };
  return {
    listen(at: string) {
      base = at;
      void round();
    },
    tell: () => void round(),
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
