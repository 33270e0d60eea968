import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { appendEntries } from "../../../../src/storage/appendEntries";
import { describeIfDovecot } from "../../../reachable";
import { eventually } from "../client";
import { openTestClock } from "../testClock";
import { type EmailFake, openEmailFake, REPLY_ADDRESS } from "./fake";
import { bounceOf, letterBy, type Written } from "./letters";
import { openMailHouse } from "./mailHouse";

const HOUR = 3600;
const ANNA = "anna@mieszkanka.example";
const OPEN =
  "Wniosek złożysz bezpłatnie.\n\n- **dowód**\n- zdjęcie\n\n[bip](https://bip.krakow.example/x?a=1&b=2) <script>";

describeIfDovecot("letters as conversations", () => {
  const clock = openTestClock();
  let fake: EmailFake;
  let mail: Awaited<ReturnType<typeof openMailHouse>>;
  beforeAll(async () => {
    fake = await openEmailFake();
    mail = await openMailHouse(fake, {
      now: clock.now,
      retrySeconds: () => 0,
      answer: ({ message }) => [
        message.text.includes("otwarte")
          ? { text: OPEN, choices: [{ title: "Człowiek", wish: { kind: "human" } }] }
          : { text: `Słyszę: ${message.text}` },
      ],
    });
  });
  afterAll(async () => {
    await mail.close();
    await fake.close();
  });
  beforeEach(() => {
    // Every test has its own people and its own hour.
    clock.forward(2 * HOUR);
    fake.came.length = 0;
  });

  let letters = 0;
  /** A letter is in the mailbox, and all that comes of it is over. */
  const write = async (written: Partial<Written>): Promise<string> => {
    const id = written.id ?? `${++letters}.${randomUUID()}@mieszkanka.example`;
    const before = await fake.count("Hejnal");
    await fake.append(letterBy({ from: ANNA, to: REPLY_ADDRESS, ...written, id }));
    mail.wake();
    await eventually(async () => (await fake.count("Hejnal")) > before && (await fake.count("")) === 0);
    await mail.house.settled();
    return `<${id}>`;
  };
  const conversationOf = async (id: string) =>
    (await mail.house.conversations.findByMessage("email", id))?.id ?? "none";
  const entriesOf = async (id: string) => mail.house.conversations.entriesAfter(await conversationOf(id), 0, 100);
  const textsOf = async (id: string) => (await entriesOf(id)).map(({ author, text }) => `${author}: ${text}`);
  const outboxOf = async (conversationId: string) =>
    mail.house.storage.db
      .selectFrom("outbox")
      .selectAll()
      .where("conversation_id", "=", conversationId)
      .orderBy("seq")
      .execute();
  const last = () => {
    const came = fake.came.at(-1);
    if (!came) throw new Error("no letter came");
    return came;
  };
  const headerOf = (name: string) => String(last().mail.headers.get(name) ?? "");
  const consultantSays = async (conversationId: string, text: string) => {
    const entries = [{ id: randomUUID(), author: "consultant" as const, authorName: "Ewa", text }];
    await appendEntries(mail.house.storage.db, { conversationId, entries, at: clock.now() });
    await mail.house.settled();
  };

  test("a letter is answered once, in its thread, and says once that an automaton wrote", async () => {
    const id = await write({ subject: "Czy jest otwarte? Zażółć", text: "Dzień dobry" });
    expect(await textsOf(id)).toEqual(["resident: Czy jest otwarte? Zażółć\nDzień dobry", `bot: ${OPEN}`]);
    const { from, to, mail: answer } = last();
    expect(fake.came).toHaveLength(1);
    expect(to).toBe(ANNA);
    expect(from).toMatch(/^kontakt\+c[a-z2-7]{42}@krakow\.example$/);
    expect(from.split("@")[0]?.length).toBeLessThanOrEqual(64);
    expect(answer.replyTo?.text).toBe(from);
    expect([answer.subject, answer.inReplyTo, answer.references]).toEqual(["Re: Czy jest otwarte? Zażółć", id, id]);
    expect(headerOf("auto-submitted")).toBe("auto-replied");
    expect(answer.text).toContain("- dowód\n- zdjęcie\n\nbip (https://bip.krakow.example/x?a=1&b=2) <script>");
    expect(answer.text).toContain("automatyczny asystent");
    expect(answer.text).toContain("chcę rozmawiać z człowiekiem");
    expect(answer.text).not.toContain("Człowiek");
    expect(answer.html).toContain("<li><b>dowód</b></li>");
    expect(answer.html).toContain('<a href="https://bip.krakow.example/x?a=1&#38;b=2">bip</a> &#60;script&#62;');
    expect(await outboxOf(await conversationOf(id))).toMatchObject([{ state: "done", attempts: 1 }]);

    clock.forward(HOUR);
    const second = await write({ to: from.toUpperCase(), text: "A w sobotę też jest otwarte?" });
    expect(await conversationOf(second)).toBe(await conversationOf(id));
    expect(last().mail.text).not.toContain("automatyczny asystent");
    expect(last().mail.inReplyTo).toBe(second);
  });

  test("a thread is known by our Message-ID without the token, and by the resident's own before any answer", async () => {
    const id = await write({ text: "Ile kosztuje dowód osobisty?" });
    const byOurs = await write({ text: "A paszport?", headers: [`In-Reply-To: ${last().mail.messageId}`] });
    const byTheirs = await write({ text: "Zapomniałam dodać…", headers: [`References: <x@y.example> ${id}`] });
    expect(await conversationOf(byOurs)).toBe(await conversationOf(id));
    expect(await conversationOf(byTheirs)).toBe(await conversationOf(id));
    expect(await conversationOf(await write({ text: "Coś innego" }))).not.toBe(await conversationOf(id));
  });

  test("a stranger who learnt a Message-ID begins a conversation of their own; so does a sender the server doubts", async () => {
    const id = await write({ text: "Moja sprawa jest poufna." });
    const answers = [`In-Reply-To: ${id}`];
    const stolen = await write({ from: "obcy@zly.example", text: "Proszę o wszystko", headers: answers });
    expect(await conversationOf(stolen)).not.toBe(await conversationOf(id));
    expect(last().to).toBe("obcy@zly.example");
    const doubted = await write({
      text: "To ja, Anna",
      headers: [...answers, "Authentication-Results: mx.krakow.example; spf=pass; dmarc=fail"],
    });
    expect(await conversationOf(doubted)).not.toBe(await conversationOf(id));
    const forged = last().from.replace(/.(?=@)/, (sign) => (sign === "a" ? "b" : "a"));
    const guessed = await write({ from: "obcy@zly.example", to: forged, text: "Proszę o wszystko" });
    expect(await conversationOf(guessed)).not.toBe(await conversationOf(id));
  });

  test("who was given the token may add words, but answers go to whom the conversation belongs", async () => {
    const id = await write({ text: "Ile kosztuje dowód osobisty?" });
    clock.forward(HOUR);
    const added = await write({ from: "maz@mieszkanka.example", to: last().from, text: "Żona pyta też o paszport." });
    expect(await conversationOf(added)).toBe(await conversationOf(id));
    expect(fake.came.map(({ to }) => to)).toEqual([ANNA, ANNA]);
  });

  test("a second automatic letter within the hour does not leave; a consultant's do, with a name and no mark", async () => {
    const id = await write({ text: "Ile kosztuje dowód osobisty?" });
    const conversation = await conversationOf(id);
    const { from } = last();
    clock.forward(HOUR - 60);
    await write({ to: from, text: "Halo?" });
    expect((await outboxOf(conversation)).map(({ state, reason }) => [state, reason])).toEqual([
      ["done", null],
      ["given_up", "one automatic reply an hour"],
    ]);
    await consultantSays(conversation, "Sprawdzam.");
    await consultantSays(conversation, "Jest bezpłatny.");
    expect(fake.came).toHaveLength(3);
    expect(last().mail.text).toBe("Ewa: Jest bezpłatny.\n");
    expect(headerOf("auto-submitted")).toBe("");
    clock.forward(60);
    await write({ to: from, text: "Dziękuję, a paszport?" });
    expect(fake.came).toHaveLength(4);
  });

  test("an automaton that answers us without any mark hears one answer in its thread, and four an hour in new ones", async () => {
    const robot = {
      from: "robot@firma.example",
      subject: "Potwierdzenie",
      text: "Dziękujemy za wiadomość nr 1 do firmy.",
    };
    await write(robot);
    for (let turn = 0; turn < 3; turn++) await write({ ...robot, to: last().from });
    expect(fake.came).toHaveLength(1);
    for (let turn = 0; turn < 5; turn++) await write(robot);
    expect(fake.came).toHaveLength(4);
  });

  test("automata, lists and our own letters begin nothing", async () => {
    const many: Partial<Written>[] = [
      { headers: ["Auto-Submitted: auto-replied"] },
      { headers: ["List-Unsubscribe: <https://a.example>"] },
      { from: REPLY_ADDRESS },
    ];
    for (const written of many)
      expect(await conversationOf(await write({ ...written, text: "Kup teraz" }))).toBe("none");
    expect(fake.came).toEqual([]);
    // Perhaps a person's words: somebody may look, nothing answers.
    const unsure: Partial<Written>[] = [
      { headers: ["X-Auto-Response-Suppress: All"] },
      { from: "noreply@sklep.example" },
    ];
    for (const written of unsure) {
      const letter = { from: ANNA, to: REPLY_ADDRESS, id: randomUUID(), text: "Zgłoszenie nr 5", ...written };
      expect(await mail.take(letterBy(letter))).toBe("left");
    }
    const away = await write({ subject: "Nieobecność dziecka w szkole", text: "Jak ją usprawiedliwić?" });
    expect(await conversationOf(away)).not.toBe("none");
  });

  test("a letter that came back is seen as not arrived; a delay is not", async () => {
    const id = await write({ text: "Ile kosztuje dowód osobisty?" });
    const conversation = await conversationOf(id);
    const letter = { id: last().mail.messageId ?? "", returnTo: last().from, address: ANNA };
    expect(await mail.take(bounceOf(letter, "4.4.1"))).toBe("done");
    expect(await outboxOf(conversation)).toMatchObject([{ state: "done", receipt: null }]);
    expect(await mail.take(bounceOf(letter, "5.1.1"))).toBe("done");
    expect(await outboxOf(conversation)).toMatchObject([
      { state: "done", receipt: "failed", reason: "came back 5.1.1" },
    ]);
    expect(await mail.take(bounceOf({ ...letter, id: "<unknown@elsewhere.example>" }, "5.1.1"))).toBe("left");
  });

  test("of a letter in HTML only the words of its writer are heard", async () => {
    const html = `<style>p{}</style><script>alert("otwarte")</script><p>Ile kosztuje <b>dowód</b>?</p><img src="cid:1">
      <div class="gmail_quote">pt., 20 lis 2026 o 11:00 Hejnał &lt;a@b.example&gt; napisał(a):<br>
      <blockquote>Stare słowa</blockquote></div>`;
    const id = await write({ html, subject: "Odp: Pytanie o opłatę" });
    expect((await textsOf(id))[0]).toBe("resident: Pytanie o opłatę\nIle kosztuje dowód?");
  });

  test("five files come along, pictures without their place; of the others and of unknown kinds the name", async () => {
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
      .withExif({ IFD0: { Copyright: "Anna Nowak" } })
      .jpeg()
      .toBuffer();
    const files = [
      { name: "mapa żółta.jpg", bytes: photo },
      { name: "pismo.pdf", bytes: Buffer.from("%PDF-1.4 pismo") },
      { name: "tabela.xlsx", bytes: Buffer.from("PK tabela") },
      { name: "4.jpg", bytes: photo },
      { name: "5.jpg", bytes: photo },
      { name: "6.jpg", bytes: photo },
    ];
    const id = await write({ subject: "Dziura", text: "Oto zdjęcia dziury.", files });
    const entries = (await entriesOf(id)).filter(({ author }) => author === "resident");
    expect(entries.map(({ text, form }) => [text, form])).toEqual([
      ["6.jpg", "unreadable"],
      ["tabela.xlsx", "unreadable"],
      ["Dziura\nOto zdjęcia dziury.", undefined],
    ]);
    const kept = entries.at(-1)?.attachments ?? [];
    expect(kept.map(({ name }) => name)).toEqual(["mapa żółta.jpg", "pismo.pdf", "4.jpg", "5.jpg"]);
    const file = await mail.house.files.load(await conversationOf(id), kept[0]?.id ?? "");
    expect(file?.bytes.includes("Anna Nowak")).toBe(false);
  });

  test("a process that dies after storing a letter and before moving it answers it once", async () => {
    const written = {
      from: ANNA,
      to: REPLY_ADDRESS,
      id: "died@mieszkanka.example",
      text: "Ile kosztuje dowód osobisty?",
    };
    expect(await mail.take(letterBy(written))).toBe("done");
    const id = await write(written);
    expect(await textsOf(id)).toHaveLength(2);
    expect(fake.came).toHaveLength(1);
  });

  test("thirty letters, some twice, read by two processes, with a server that fails a fifth of the time: each answered once", async () => {
    const other = mail.readToo();
    fake.failShare(0.2);
    const written = Array.from({ length: 30 }, (_, at) => ({
      from: `osoba${at % 10}@mieszkanka.example`,
      to: REPLY_ADDRESS,
      id: `${at}.${randomUUID()}@mieszkanka.example`,
      text: `Pytanie numer ${at} o dowód osobisty`,
    }));
    for (const [at, letter] of written.entries())
      for (let copy = at % 10 === 0 ? 0 : 1; copy < 2; copy++) await fake.append(letterBy(letter));
    await eventually(() => fake.came.length >= written.length);
    fake.failShare(0);
    await eventually(async () => (await fake.count("")) === 0);
    await mail.house.settled();
    await other.close();
    const answered = fake.came.map(
      ({ mail: { inReplyTo, text } }) => `${inReplyTo} ${/numer (\d+)/.exec(text ?? "")?.[1]}`,
    );
    expect(answered.sort()).toEqual(written.map(({ id }, at) => `<${id}> ${at}`).sort());
  });

  test("a letter that cannot be stored is tried again, and after an hour a person is told", async () => {
    const source = letterBy({
      from: ANNA,
      to: REPLY_ADDRESS,
      id: "no-database@mieszkanka.example",
      text: "Dzień dobry",
    });
    const { house } = mail;
    const open = () => Promise.reject(new Error("no line to the database"));
    const conversations = {
      messagesPerMinute: 9,
      house: { ...house, conversations: { ...house.conversations, open } },
    };
    const broken = mail.taking({ conversations });
    expect(await broken(source)).toBe("later");
    clock.forward(HOUR);
    expect(await broken(source)).toBe("left");
    const next = letterBy({ from: ANNA, to: REPLY_ADDRESS, id: "next@mieszkanka.example", text: "Jeszcze coś" });
    const recovered = mail.taking({ conversations });
    expect([await recovered(source), await recovered(next)]).toEqual(["later", "later"]);
    const busy = { messagesPerMinute: 0, house };
    expect(await mail.taking({ conversations: busy })(source)).toBe("later");
  });

  test("where residents' letters are switched off they stay for a person", async () => {
    const source = letterBy({ from: ANNA, to: REPLY_ADDRESS, id: "off@mieszkanka.example", text: "Dzień dobry" });
    expect(await mail.taking({ conversations: undefined })(source)).toBe("left");
    expect(await conversationOf("<off@mieszkanka.example>")).toBe("none");
  });

  test("the server's answers are kept: later under the same Message-ID, never, not wanted", async () => {
    const { never, blocked = "cut", expired } = fake.failures;
    fake.failNext("cut", { status: 451 }, expired, "done_then_cut");
    await write({ text: "Ile kosztuje dowód osobisty?" });
    // Taken by the server, whose "yes" was lost: it comes again, and mail programs may know it by its Message-ID.
    expect(new Set(fake.came.map(({ mail: { messageId } }) => messageId)).size).toBe(1);
    expect(fake.came).toHaveLength(2);
    const given: unknown[] = [];
    for (const failure of [never, blocked]) {
      fake.failNext(failure);
      const id = await write({ from: `${randomUUID()}@mieszkanka.example`, text: "Ile kosztuje dowód osobisty?" });
      given.push(...(await outboxOf(await conversationOf(id))).map(({ state, reason }) => [state, reason]));
    }
    expect(given).toEqual([
      ["given_up", "the address takes no mail (550 5.1.1)"],
      ["given_up", "blocked"],
    ]);
  });

  test("an operator is told what works, and what cannot be seen from here", async () => {
    const found = (await mail.channel?.check?.()) ?? [];
    expect(found.map(({ level }) => level)).toEqual(["ok", "ok", "warning"]);
    expect(JSON.stringify(found)).not.toContain("secret");
  });
});
