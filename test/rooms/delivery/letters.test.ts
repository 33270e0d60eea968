import { commandIn } from "../../../src/delivery/letters/commands";
import { cutQuotes } from "../../../src/delivery/letters/cutQuotes";
import { kindOf } from "../../../src/delivery/letters/kindOf";
import { readLetter } from "../../../src/delivery/letters/letter";
import { openLetters } from "../../../src/delivery/letters/mailbox";
import type { LetterParts } from "../../../src/delivery/letters/parts";
import { openOnce } from "../../../src/delivery/letters/takeOnce";
import { replyAddressOf } from "../../../src/serviceRequests/links";
import { describeIfDovecot } from "../../reachable";
import { type House, ON_DUTY, openHouse, REPLY_ADDRESS } from "./house";
import { type ImapServer, openImapServer } from "./imapServer";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => house.clear());
afterAll(() => house.close());

const OWN = "hejnal@krakow.example";
let letters = 0;
type Written = { to?: string; id?: string; subject?: string; headers?: string[]; text?: string; photos?: string[] };

/** A letter as it lies in a mailbox; photos are told by their bytes. */
function letter({
  to = REPLY_ADDRESS,
  id = `${++letters}@zdmk.example`,
  subject = "Re: dziura",
  ...rest
}: Written): Buffer {
  const { headers = [], text = "", photos = [] } = rest;
  const head = ["From: Jan <jan@zdmk.example>", `To: ${to}`, `Message-ID: <${id}>`, `Subject: ${subject}`, ...headers];
  const words = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", text];
  const drawn = photos.flatMap((bytes) => [
    "--part",
    "Content-Type: image/jpeg; name=a.jpg",
    "Content-Transfer-Encoding: base64",
    "Content-Disposition: attachment",
    "",
    Buffer.from(bytes).toString("base64"),
  ]);
  const mixed = [
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="part"',
    "",
    "--part",
    ...words,
    ...drawn,
  ];
  return Buffer.from([...head, ...(photos.length > 0 ? [...mixed, "--part--"] : words), ""].join("\r\n"));
}

const parts = (more: Partial<LetterParts> = {}): LetterParts => ({
  ...house.parts,
  deliveries: house.storage.deliveries,
  cleanPhoto: async (bytes) =>
    bytes.toString() === "broken" ? { refused: "broken" } : { bytes, contentType: "image/jpeg" },
  own: [OWN, REPLY_ADDRESS],
  ...more,
});
const take = (source: Buffer) => openOnce(parts())(source);
/** A matter a unit has, and the address its answers go to. */
const given = async () => {
  const { id } = await house.file();
  await house.acting(id, { kind: "forward", unit: "zdmk", because: "droga" }, { kind: "system" });
  const delivery = (await house.deliveries()).at(-1)?.id ?? "";
  return { id, delivery, to: replyAddressOf(REPLY_ADDRESS, { kind: "unit", delivery }, house.secret) };
};
const last = async (id: string) => (await house.storage.requests.events(id)).at(-1);
const toStaff = async () => (await house.mails()).filter(({ recipient }) => recipient === ON_DUTY);

test.each([
  ["przyjęte", "in_progress", "start", ""],
  ["Dzień dobry,\n\nW toku. Ekipa jedzie jutro.", "in_progress", "start", "Ekipa jedzie jutro."],
  ["Pytanie: Który pas?\nI od kiedy?", "waiting_for_resident", "ask", "Który pas?\nI od kiedy?"],
  ["ZAŁATWIONE\n\nZałatane masą na gorąco.\n-- \nJan Kowalski, ZDMK", "done", "finish", "Załatane masą na gorąco."],
  ["nie nasze: to droga wewnętrzna, MPO", "received", "bounce", "to droga wewnętrzna, MPO"],
  ["niewykonalne - droga idzie do remontu w maju", "not_feasible", "refuse", "droga idzie do remontu w maju"],
])("a unit answers by mail: %s", async (text, state, kind, words) => {
  const { id, to } = await given();
  const quoted =
    "\n\nW dniu pt., 20 lis 2026 o 11:00 Hejnał <hejnal@krakow.example>\nnapisał(a):\n> przyjęte\n> zrobione";
  // Mail servers may change the case of an address.
  expect(await take(letter({ to: to.toUpperCase(), text: text + quoted }))).toBe("done");
  expect(await last(id)).toMatchObject({ kind, state, words, actor: "unit:zdmk" });
  expect(await toStaff()).toEqual([]);
});

test("photos come along, at most five and only what is a picture", async () => {
  const { id, to } = await given();
  await take(letter({ to, text: "zrobione", photos: ["a", "broken", "b", "c", "d", "e", "f"] }));
  const done = await last(id);
  expect(done?.attachments.map(({ name }) => name)).toEqual([1, 2, 3, 4].map((n) => `zdjecie-${n}.jpg`));
  const file = await house.storage.requests.loadFile(id, done?.attachments[3]?.id ?? "");
  expect(file?.bytes.toString()).toBe("d");
});

test("a unit's own words, and what cannot be done now, are kept for staff to read", async () => {
  const { id, to } = await given();
  expect(await take(letter({ to, text: "Zrobione będzie jutro, bo pada." }))).toBe("done");
  expect(await last(id)).toMatchObject({ kind: "add", state: "forwarded", words: "Zrobione będzie jutro, bo pada." });
  await take(letter({ to, text: "w toku" }));
  await take(letter({ to, text: "w toku, ale potrwa" }));
  expect(await last(id)).toMatchObject({ kind: "add", state: "in_progress", words: "w toku, ale potrwa" });
  await take(letter({ to, text: "zrobione" }));
  expect(await take(letter({ to, text: "Dziękujemy za współpracę" }))).toBe("left");
  expect((await toStaff()).map(({ subject }) => subject)).toEqual(
    Array(3).fill(`Hejnał: list do przeczytania (${id})`),
  );
});

test("an answer is known by the number of the mail it answers where the address lost its token; nothing forged is", async () => {
  const { id, to } = await given();
  const token = /\+(\w+)@/.exec(to)?.[1] ?? "";
  await take(letter({ headers: [`In-Reply-To: <${token}.0123456789ab@krakow.example>`], text: "w toku" }));
  expect(await house.state(id)).toBe("in_progress");
  const forged = `${token.slice(0, -1)}${token.endsWith("a") ? "b" : "a"}`;
  expect(await take(letter({ to: `zgloszenia+${forged}@krakow.example`, text: "zrobione" }))).toBe("left");
  expect(await take(letter({ text: `zrobione ${id}` }))).toBe("left");
  expect(await house.state(id)).toBe("in_progress");
});

test("the reporter answers a question by mail; to a closed matter a person looks", async () => {
  const { id } = await given();
  const to = replyAddressOf(REPLY_ADDRESS, { kind: "reporter", serviceRequestId: id }, house.secret);
  const unit = { kind: "unit", unit: "zdmk" } as const;
  await house.acting(id, { kind: "ask", words: "Który pas?" }, unit);
  await take(letter({ to, text: "Prawy\n\nSent from my iPhone", photos: ["pas"] }));
  expect(await last(id)).toMatchObject({ kind: "answer", words: "Prawy", actor: "resident", state: "forwarded" });
  expect((await last(id))?.attachments).toHaveLength(1);
  await take(letter({ to, text: "Jest coraz większa" }));
  expect(await last(id)).toMatchObject({ kind: "add", words: "Jest coraz większa" });
  await house.acting(id, { kind: "finish" }, unit);
  expect(await take(letter({ to, text: "Dziękuję" }))).toBe("left");
  expect(await last(id)).toMatchObject({ kind: "finish" });
  expect(await toStaff()).toHaveLength(1);
});

test("each letter is taken once; one during which the program broke stays for a person", async () => {
  const { id, to } = await given();
  const same = letter({ to, text: "mamy pytanie: kiedy?" });
  const once = openOnce(parts());
  expect(await Promise.all([once(same), openOnce(parts())(same)])).toEqual(expect.arrayContaining(["done", "later"]));
  house.later(1);
  expect(await once(same)).toBe("later");
  house.later(11);
  expect(await once(same)).toBe("done");
  expect((await house.storage.requests.events(id)).filter(({ kind }) => kind === "ask")).toHaveLength(1);

  const breaks = letter({ to, text: "zrobione" });
  const broken = openOnce(parts({ acting: () => Promise.reject(new Error("no line to the database")) }));
  expect(await broken(breaks)).toBe("left");
  // Stopped in the middle: begun, never finished.
  const stopped = letter({ to, text: "zrobione", id: "stopped@zdmk.example" });
  await house.storage.deliveries.seen("letter", "<stopped@zdmk.example>", house.clock.now);
  expect(await once(stopped)).toBe("later");
  house.later(11);
  expect(await once(stopped)).toBe("left");
  expect((await toStaff()).map(({ subject }) => subject)).toEqual(Array(2).fill("Hejnał: list do sprawdzenia"));
});

const report = (to: string, status: string, action = "failed") =>
  Buffer.from(
    [
      "From: MAILER-DAEMON@mx.example",
      `To: ${to}`,
      `Message-ID: <${++letters}@mx.example>`,
      "Subject: Undelivered Mail Returned to Sender",
      "Return-Path: <>",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      "",
      "--r",
      "Content-Type: text/plain",
      "",
      "I'm sorry. zrobione",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example",
      "",
      "Final-Recipient: rfc822; drogi@zdmk.example",
      `Action: ${action}`,
      `Status: ${status}`,
      "Diagnostic-Code: smtp; 550 no such user",
      "--r--",
      "",
    ].join("\r\n"),
  );

test("a mail that came back for good is told to staff and counts as not brought; a delay does not", async () => {
  const { id, to, delivery } = await given();
  await house.storage.deliveries.done(delivery, house.clock.now, { sentTo: ["email:drogi@zdmk.example"] });
  expect(await take(report(to, "4.4.1", "delayed"))).toBe("done");
  expect(await house.deliveries()).toMatchObject([{ state: "done" }]);
  await take(report(to, "5.1.1"));
  expect(await house.deliveries()).toMatchObject([
    { state: "given_up", reason: "drogi@zdmk.example: 550 no such user" },
  ]);
  await take(report(to, "5.2.2"));
  expect(await house.deliveries()).toMatchObject([{ reason: "drogi@zdmk.example: skrzynka pełna" }]);
  const stuck = await house.storage.deliveries.stuck(house.clock.now);
  const notArrived = stuck.filter(({ reason }) => reason !== "sent_back");
  expect(notArrived.map((one) => one.serviceRequestId)).toEqual([id]);
  expect(await toStaff()).toHaveLength(1);
  expect(await house.state(id)).toBe("forwarded");
});

test.each([
  ["person", {}],
  ["person", { headers: ["Auto-Submitted: no"] }],
  ["automatic", { headers: ["Auto-Submitted: auto-replied"] }],
  ["automatic", { headers: ["Precedence: bulk"] }],
  ["automatic", { headers: ["Return-Path: <>"] }],
  ["out_of_office", { subject: "Automatyczna odpowiedź: dziura", headers: ["X-Autoreply: yes"] }],
  ["out_of_office", { subject: "Nieobecność w biurze Re: dziura" }],
  ["person", { headers: ["X-Auto-Response-Suppress: DR, OOF, AutoReply"] }],
  ["automatic", { headers: ["Content-Type: multipart/report; report-type=disposition-notification; boundary=r"] }],
  ["bounce", { headers: ["X-Failed-Recipients: anna@mieszkanka.example"] }],
  ["person", { subject: "Nieobecność dziecka w szkole" }],
  ["person", { subject: "Dlaczego dostałam list „Automatyczna odpowiedź”?" }],
  ["list", { headers: ["List-Id: <drogi.zdmk.example>"] }],
  ["list", { headers: ["List-Unsubscribe: <https://sklep.example/koniec>"] }],
  [
    "own",
    {
      headers: [
        `From: ${replyAddressOf(REPLY_ADDRESS, { kind: "reporter", serviceRequestId: "KR-2026-000123-7" }, "s")}`,
      ],
    },
  ],
])("a letter from: %s %j", async (kind, written: Written) => {
  // The first From counts.
  const source = letter(written).toString();
  const own = written.headers?.some((line) => line.startsWith("From"));
  const read = await readLetter(Buffer.from(own ? source.replace(/^From: Jan.*\r\n/, "") : source));
  expect(kindOf(read, [OWN, REPLY_ADDRESS])).toBe(kind);
});

test("nobody but a person changes anything, and nobody is answered", async () => {
  const { id, to } = await given();
  const many = [["Auto-Submitted: auto-replied"], ["List-Id: <a.b>"], ["X-Autoreply: yes"]];
  for (const headers of many) expect(await take(letter({ to, headers, text: "zrobione" }))).toBe("done");
  expect(await house.state(id)).toBe("forwarded");
  expect(await house.mails()).toEqual([]);
});

test.each([
  ["> cytat\nmoje\n> cytat", "moje"],
  ["moje\n\nOn Fri, Nov 20, 2026 at 11:00 AM Hejnał <a@b.c> wrote:\n> x", "moje"],
  ["moje\n\n-----Wiadomość oryginalna-----\nOd: Hejnał\n", "moje"],
  ["moje\n\nOd: Hejnał <a@b.c>\nWysłano: piątek, 20 listopada\nDo: Jan\n\nstare", "moje"],
  ["moje\n________________________________\nstare", "moje"],
  ["моє\n\nпт, 20 лист. 2026 р. о 11:00 Hejnał <a@b.c> пише:\n> x", "моє"],
  ["moje\n\nWysłane z iPhone'a", "moje"],
  ["Od: jutra\njest zamknięte\nOn jest na miejscu", "Od: jutra\njest zamknięte\nOn jest na miejscu"],
])("what somebody says themselves: %j", (text, own) => {
  expect(cutQuotes(text)).toBe(own);
});

test.each(["nie zrobione", "zrobione będzie", "pytanie mamy takie", "przyjętego nie ma", "gotowego planu brak"])(
  "only words",
  (text) => {
    expect(commandIn(text)).toEqual({ kind: "add", words: text });
  },
);

describeIfDovecot("the mailbox", () => {
  let server: ImapServer;
  beforeAll(async () => {
    server = await openImapServer();
  });
  afterAll(() => server.close());

  const until = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  test("is read as letters come, also after the server was away; what is done goes to its folder, the rest stays", async () => {
    const { id, to } = await given();
    await server.put(Buffer.from([0xff, 0xfe, 0x00, 0x0d, 0x0a]));
    await server.put(letter({ text: "Kiedy będzie otwarte?" }));
    await server.put(letter({ to, text: "przyjęte" }));
    const mailbox = openLetters({ ...parts(), url: server.url, everyMs: 60_000 });
    // A moved letter is in both folders for a moment.
    const folders = async () => `${await server.count("Hejnal")} done, ${await server.count("")} left`;
    await until(async () => (await folders()) === "1 done, 2 left");
    expect(await house.state(id)).toBe("in_progress");
    // The server tells of it.
    await server.put(letter({ to, text: "pytanie: który pas?" }));
    await until(async () => (await folders()) === "2 done, 2 left");
    expect(await house.state(id)).toBe("waiting_for_resident");

    await server.stop();
    await until(async () => house.logged.some(({ event }) => event === "mailbox_not_read"));
    await server.put(letter({ to, text: "zrobione" }));
    await server.start();
    // The longest pause between two tries is over.
    house.later(6);
    mailbox.wake();
    await until(async () => (await folders()) === "3 done, 2 left");
    expect(await house.state(id)).toBe("done");
    expect(JSON.stringify(house.logged)).not.toContain("secret");
    await mailbox.close();
  });

  test("without an address nothing is read", async () => {
    const mailbox = openLetters(parts());
    mailbox.wake();
    await mailbox.close();
    expect(house.logged).toEqual([]);
  });
});
