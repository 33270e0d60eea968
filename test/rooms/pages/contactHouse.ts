import { contactForm } from "../../../src/channels/contactForm/contactForm";
import { registerContact } from "../../../src/pages/contact/registerContact";
import { createAddresses } from "../../../src/server/addresses";
import { createMetrics } from "../../../src/server/metrics";
import { createServer } from "../../../src/server/server";
import { memoryLimiter } from "../../../src/storage/memoryLimiter";
import { type Behaviour, embeddedHouse } from "../../contracts/channels/realHouse";
import { openTestClock } from "../../contracts/channels/testClock";

export type ContactSite = Awaited<ReturnType<typeof openContactSite>>;

/** The contact form over real HTTP on the embedded storage; the bot repeats what it hears, and says nothing to "cisza". */
export async function openContactSite() {
  const clock = openTestClock();
  const errors: unknown[] = [];
  const mails = new Map<string, { to: string; subject: string; text: string }>();
  const channel = contactForm({
    mails: { add: async ({ sameAs, ...mail }) => void mails.set(sameAs, mail) },
    publicUrl: () => "https://czat.example.org",
    now: clock.now,
  });
  const answer: Behaviour["answer"] = ({ message: { text } }) =>
    text === "cisza"
      ? []
      : [
          {
            text: `Słyszę: **${text || "plik"}**, zobacz [stronę](https://www.krakow.pl).`,
            choices: [
              { title: "Człowiek", wish: { kind: "human" } },
              { title: "Moje miejsce", wish: { kind: "share_place" } },
            ],
          },
        ];
  const house = await embeddedHouse({ channels: channel ? [channel] : [], answer, now: clock.now });
  const log = { ...house.log, error: (event: string, fields?: object) => void errors.push({ event, ...fields }) };
  const addresses = createAddresses({ trustedProxies: 0 });
  const limiter = memoryLimiter(() => clock.now().getTime());
  const parts = { house, secret: "a secret of tests only", limiter, addresses, log, now: clock.now };
  const server = createServer({
    ...{ host: "127.0.0.1", port: 0, addresses, metrics: createMetrics(), readiness: [], log },
    routes: [(http) => registerContact(http, parts)],
  });
  const origin = `http://127.0.0.1:${(await server.listen()).port}`;
  return {
    ...{ origin, house, clock, errors },
    mails: () => [...mails.values()],
    get: (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers, redirect: "manual" }),
    /** Sends a form as a browser does. */
    async post(path: string, values: Record<string, string | File[]>, headers: Record<string, string> = {}) {
      const form = new FormData();
      for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one);
      return fetch(origin + path, { method: "POST", body: form, headers, redirect: "manual" });
    },
    /** A form's hidden key, read by somebody who then takes their time to write. */
    async opened(path = "/kontakt/") {
      const key = keyIn(await (await fetch(origin + path)).text());
      clock.forward(5);
      return key;
    },
    async close() {
      await server.close();
      await house.close();
    },
  };
}

export const keyIn = (markup: string): string => /name="key" value="([^"]+)"/.exec(markup)?.[1] ?? "";
