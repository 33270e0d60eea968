import type { ServedChannel } from "../channelServer";
import type { Arrived, Posted, PostedKind } from "../fake";

/** What is said of a message beside who sent it and when. */
type Sent = Posted extends infer One ? (One extends Posted ? Omit<One, "person" | "id" | "at"> : never) : never;

/** Somebody on the platform, whom the house does not know yet. */
export type Resident = {
  person: string;
  /** A new thing they do, some seconds after the last one. */
  does(what: Sent): Posted;
  /** Does it, and waits until nothing is left to do about it. */
  sends(...what: Sent[]): Promise<Posted[]>;
  /** Writes the first message; their conversation then exists and everything in it has arrived. */
  begins(): Promise<string>;
  /** What they have in front of them: a message of ours, their first one, a button. */
  known(): { to: string; of: string; payload: string };
  /** What they got since they were asked last. */
  news(): Arrived[];
  /** What they themselves said, as stored. */
  said(): ReturnType<ServedChannel["entries"]>;
};

const SECONDS_APART = 2;
let people = 0;
let things = 0;

/** So that nothing they write is like what another wrote. */
export function resident(served: ServedChannel): Resident {
  people += 1;
  const person = `mieszka${people}`;
  let last = served.clock.now().getTime();
  let conversation = "";
  let first = "";
  let seen = 0;
  const does = (what: Sent): Posted => {
    things += 1;
    // Some platforms tell the time in whole seconds.
    last = Math.max(last + SECONDS_APART * 1000, served.clock.now().getTime());
    return { ...what, person, id: `${person}-${things}`, at: new Date(last) };
  };
  const sends = async (...what: Sent[]) => {
    const posted = what.map(does);
    await served.post(...posted);
    await served.house.settled();
    return posted;
  };
  const got = () => served.fake.arrived().filter((arrived) => arrived.person === person);
  return {
    person,
    does,
    sends,
    async begins() {
      const text = `Dzień dobry, tu ${person}`;
      first = (await sends({ kind: "text", text }))[0]?.id ?? "";
      conversation = await served.conversationWith(text);
      seen = got().length;
      return conversation;
    },
    known() {
      const last = got().at(-1);
      return { to: last?.id ?? "", of: first, payload: last?.buttons[0]?.payload ?? "" };
    },
    news() {
      const news = got().slice(seen);
      seen += news.length;
      return news;
    },
    said: async () => (await served.entries(conversation)).filter(({ author }) => author === "resident"),
  };
}

const POINT = { lat: 50.0614, long: 19.9372 };
/** The smallest files that are what they say they are. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const PDF = Buffer.from("%PDF-1.4 zażalenie");
const VOICE = Buffer.concat([Buffer.from("OggS"), Buffer.alloc(24), Buffer.from("OpusHead"), Buffer.alloc(32)]);

/** One thing of each kind somebody may do; `to` is a message of ours, `of` one of theirs, `payload` a button's. */
export function everyKind({ to, of, payload }: { to: string; of: string; payload: string }) {
  return {
    text: { kind: "text", text: "zwykłe słowa" },
    press: { kind: "press", payload },
    image: { kind: "image", name: "dziura.png", bytes: PICTURE },
    file: { kind: "file", name: "pismo.pdf", bytes: PDF },
    voice: { kind: "voice", name: "nagranie.ogg", bytes: VOICE },
    location: { kind: "location", ...POINT },
    sticker: { kind: "sticker", emoji: "👍" },
    reaction: { kind: "reaction", emoji: "👍", to },
    edit: { kind: "edit", of, text: "poprawione słowa" },
    unknown: { kind: "unknown" },
  } satisfies Record<Exclude<PostedKind, "receipt">, Sent>;
}

/** What it comes to in the conversation. */
export const storedAs = {
  text: { text: "zwykłe słowa" },
  press: { text: "Człowiek" },
  image: { attachments: [{ contentType: expect.stringMatching(/^image\//) }] },
  file: { attachments: [{ contentType: "application/pdf" }] },
  voice: { attachments: [{ contentType: expect.stringMatching(/^audio\//) }] },
  location: { text: expect.stringMatching(/^geo:50\.0614\d*,19\.9372\d*$/) },
  sticker: { form: "sticker" },
  reaction: { form: "reaction", text: "👍" },
  edit: { form: "edit", text: "poprawione słowa" },
  unknown: { form: "unreadable" },
} satisfies Record<Exclude<PostedKind, "receipt">, object>;

export type Kind = keyof typeof storedAs;
export const isKind = (kind: string): kind is Kind => kind in storedAs;
