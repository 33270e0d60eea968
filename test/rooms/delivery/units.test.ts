import { createHmac } from "node:crypto";
import { simpleParser } from "mailparser";
import type { UnitDeliveryParts } from "../../../src/delivery/units/parts";
import { unitRounds } from "../../../src/delivery/units/unitDelivery";
import { readReplyToken, readUnitLink } from "../../../src/serviceRequests/links";
import { type House, ON_DUTY, openHouse, REPLY_ADDRESS } from "./house";
import { type MailServer, openMailServer } from "./mailServer";
import { openReceiver, type Receiver } from "./receiver";

let house: House;
let smtp: MailServer;
let receiver: Receiver;
const opened: { close(): void }[] = [];

beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  smtp = await openMailServer();
  receiver = await openReceiver();
});
afterEach(async () => {
  for (const one of opened.splice(0)) one.close();
  await smtp.close();
  await receiver.close();
  await house.clear();
});
afterAll(() => house.close());

/** Brings what is due until nothing is. */
const workerWith = (more: Partial<UnitDeliveryParts> = {}) => {
  const { parts, storage } = house;
  const rounds = unitRounds({
    ...parts,
    deliveries: storage.deliveries,
    smtp: { url: smtp.url, from: "hejnal@krakow.example", replyAddress: REPLY_ADDRESS },
    patienceMs: 10_000,
    ...more,
  });
  opened.push(rounds);
  return async () => {
    while (await rounds.round());
  };
};
const byMail = (...to: string[]) => {
  house.ways.zdmk = [{ kind: "email", to }];
};
const byWebhook = () => {
  house.ways.zdmk = [{ kind: "webhook", url: `${receiver.url}/hook`, secret: "a secret of sixteen" }];
};
const keys = () => receiver.came.map(({ headers }) => String(headers["idempotency-key"]));
const onDuty = async () => (await house.mails()).filter(({ recipient }) => recipient === ON_DUTY);

describe("by e-mail", () => {
  test("a unit reads all it needs, with photos and a signed link, and the matter is forwarded then", async () => {
    byMail("drogi@zdmk.example");
    const { id } = await house.file({ contact: { phone: "600 100 200" } });
    const photo = await house.storage.requests.saveFile(id, {
      name: "dziura.jpg",
      contentType: "image/jpeg",
      bytes: Buffer.from("a picture"),
    });
    await house.storage.db
      .updateTable("service_requests")
      .set({ attachments: JSON.stringify([photo]) })
      .where("id", "=", id)
      .execute();
    await workerWith()();
    const [came] = smtp.came;
    const mail = await simpleParser(came?.words ?? "");
    expect(mail.subject).toBe(`[${id}] Dziura w jezdni, ul. Długa 12`);
    for (const part of [
      "Miejsce: ul. Długa 12, dzielnica I",
      "Miejsce słowami mieszkańca: na Długiej przy aptece",
      "mlat=50.0677&mlon=19.9371",
      "Wielkość: Jak koło samochodu",
      "rower mi się prawie złamał <b>!",
      "600 100 200",
      "zwykła jednostka dla dziur",
      "nie nasze: powód",
    ])
      expect(mail.text).toContain(part);
    expect(mail.html).toContain("złamał &#60;b&#62;!");
    expect(mail.attachments).toMatchObject([{ filename: "dziura.jpg", content: Buffer.from("a picture") }]);
    const [delivery] = await house.deliveries();
    const token = /\/jednostka\/([\w.-]+)/.exec(mail.text ?? "")?.[1] ?? "";
    expect(readUnitLink(token, house.secret, house.clock.now)).toEqual({ delivery: delivery?.id, unit: "zdmk" });
    const answers = mail.replyTo?.value[0]?.address ?? "";
    const reply = /^zgloszenia\+(\w+)@krakow\.example$/.exec(answers)?.[1]?.toUpperCase() ?? "";
    expect(readReplyToken(reply, house.secret)).toEqual({ kind: "unit", delivery: delivery?.id });
    expect(came?.from).toBe(answers);
    expect(came?.words).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(delivery).toMatchObject({ state: "done", sent_to: ["email:drogi@zdmk.example"] });
    expect(await house.state(id)).toBe("forwarded");
  });

  test("only those who did not get it are tried again, after 5 minutes and then every 30; staff is warned once", async () => {
    byMail("drogi@zdmk.example", "later@zdmk.example", "never@zdmk.example", "dwa@zdmk.example");
    const { id } = await house.file();
    const work = workerWith();
    const pauses: number[] = [];
    for (let tries = 0; tries < 4; tries++) {
      await work();
      const due = (await house.deliveries())[0]?.due_at ?? house.clock.now;
      pauses.push((due.getTime() - house.clock.now.getTime()) / 60_000);
      house.clock.now = due;
    }
    expect(pauses).toEqual([5, 30, 30, 30]);
    // later@ four times, everybody else once.
    expect(smtp.tries).toBe(7);
    expect(smtp.came.map(({ to }) => to[0]).sort()).toEqual(["drogi@zdmk.example", "dwa@zdmk.example"]);
    // The unit knows: that is told, though one of its mailboxes is still tried.
    expect(await house.state(id)).toBe("forwarded");
    const warned = await onDuty();
    expect(warned.map(({ same_as }) => same_as.split(":")[0]).sort()).toEqual(["unit_failed", "unit_refused"]);
    expect(warned.map(({ text }) => text).join()).toContain(id);
    expect(JSON.stringify(house.logged)).not.toContain("@zdmk");
    // Nobody waits any longer for a unit that took the address off.
    byMail("drogi@zdmk.example", "dwa@zdmk.example");
    await work();
    expect(await house.deliveries()).toMatchObject([{ state: "done" }]);
  });

  test("a server that takes the mail and dies gets the same mail again, to be known by its number", async () => {
    byMail("dies@zdmk.example");
    await house.file();
    const work = workerWith();
    await work();
    house.later(5);
    await work();
    const ids = smtp.came.map(({ words }) => /^Message-ID: (.+)\r$/m.exec(words)?.[1]);
    const sent = smtp.came.map(({ words }) => /^X-Idempotency-Key: (.+)\r$/im.exec(words)?.[1]);
    expect(ids).toHaveLength(2);
    expect([new Set(ids).size, new Set(sent).size]).toEqual([1, 1]);
    expect(await house.deliveries()).toMatchObject([{ state: "done", attempts: 2 }]);
  });

  test("an answer of the resident follows as news of the same matter; a refused address alone is given up", async () => {
    byMail("drogi@zdmk.example");
    const { id } = await house.file();
    const work = workerWith();
    await work();
    await house.acting(id, { kind: "ask", words: "Który pas?" }, { kind: "unit", unit: "zdmk" });
    house.later(1);
    await house.acting(id, { kind: "answer", words: "Prawy, przy torach." }, { kind: "resident" });
    await work();
    const news = await simpleParser(smtp.came[1]?.words ?? "");
    expect(news.text).toContain(`${id}: Odpowiedź mieszkańca:\nPrawy, przy torach.`);
    expect(news.text).toMatch(/jednostka: Który pas\?/);
    expect(news.text).toContain("Pierwsza linia mówi, co się dzieje:\n- przyjęte");
    byMail("never@zdmk.example");
    await house.acting(id, { kind: "add", words: "I jeszcze jedno." }, { kind: "resident" });
    await work();
    expect((await house.deliveries()).map(({ state }) => state)).toEqual(["done", "done", "given_up"]);
  });

  test("where something breaks after the mail left it is not sent again, and the rest is made up for", async () => {
    byMail("drogi@zdmk.example");
    const { id } = await house.file();
    await workerWith({ acting: () => Promise.reject(new Error("no line to the store")) })();
    expect(await house.state(id)).toBe("received");
    house.later(5);
    await workerWith()();
    expect(smtp.came).toHaveLength(1);
    expect(await house.state(id)).toBe("forwarded");
    expect(await house.deliveries()).toMatchObject([{ state: "done", sent_to: ["email:drogi@zdmk.example"] }]);
  });

  test("what the unit sent back is not forwarded to it again by a mailbox that was slow", async () => {
    byMail("drogi@zdmk.example", "later@zdmk.example");
    const { id } = await house.file();
    const work = workerWith();
    await work();
    await house.acting(id, { kind: "bounce", words: "To park." }, { kind: "unit", unit: "zdmk" });
    byMail("drogi@zdmk.example", "dwa@zdmk.example");
    house.later(5);
    await work();
    expect(smtp.came).toHaveLength(1);
    expect(await house.state(id)).toBe("received");
    expect(await house.deliveries()).toMatchObject([{ state: "withheld", reason: "not_needed" }]);
    // Who then does it all the same hears of it again.
    await house.acting(id, { kind: "start" }, { kind: "unit", unit: "zdmk" });
    await house.acting(id, { kind: "add", words: "Dziękuję." }, { kind: "resident" });
    await work();
    expect(smtp.came.map(({ to }) => to[0]).sort()).toEqual([
      "drogi@zdmk.example",
      "drogi@zdmk.example",
      "dwa@zdmk.example",
    ]);
  });

  test("a dead mailbox holds nothing back from those that live; what is sent anew replaces what never arrived", async () => {
    byMail("drogi@zdmk.example", "later@zdmk.example");
    const { id } = await house.file();
    const work = workerWith();
    await work();
    await house.acting(id, { kind: "finish" }, { kind: "unit", unit: "zdmk" });
    await house.acting(id, { kind: "reopen", words: "Nadal jest." }, { kind: "resident" });
    await work();
    expect(smtp.came.map(({ to }) => to[0])).toEqual(["drogi@zdmk.example", "drogi@zdmk.example"]);
    expect(await house.state(id)).toBe("forwarded");
    byMail("drogi@zdmk.example", "dwa@zdmk.example");
    house.later(5);
    await work();
    // Only the newer one: it tells everything.
    expect(smtp.came.slice(2).map(({ to }) => to[0])).toEqual(["dwa@zdmk.example"]);
    expect((await house.deliveries()).map(({ event, state }) => `${event} ${state}`)).toEqual(["1 withheld", "4 done"]);
  });

  test("what staff asked before the unit had it reaches the unit too", async () => {
    byMail("drogi@zdmk.example");
    const { id } = await house.file();
    await house.acting(id, { kind: "ask", words: "Który pas?" }, { kind: "staff", accountId: "anna" });
    const work = workerWith();
    await work();
    expect(await house.state(id)).toBe("waiting_for_resident");
    house.later(1);
    await house.acting(id, { kind: "answer", words: "Prawy." }, { kind: "resident" });
    await work();
    const [, news] = await Promise.all(smtp.came.map(({ words }) => simpleParser(words)));
    expect(news?.text).toContain("Odpowiedź mieszkańca:\nPrawy.");
    expect(await house.state(id)).toBe("forwarded");
  });

  test("a unit whose matter staff gave to another one is told so, and reads nothing more of it", async () => {
    byMail("drogi@zdmk.example");
    house.ways.zzm = [{ kind: "email", to: ["zielen@zzm.example"] }];
    const { id } = await house.file({ contact: { phone: "600 100 200" } });
    const work = workerWith();
    await work();
    const staff = { kind: "staff", accountId: "anna" } as const;
    await house.acting(id, { kind: "forward", unit: "zzm", because: "park", words: "Proszę pilnie." }, staff);
    await work();
    const [, ...mails] = smtp.came;
    expect(mails.map(({ to }) => to[0]).sort()).toEqual(["drogi@zdmk.example", "zielen@zzm.example"]);
    const told = mails.find(({ to }) => to[0] === "drogi@zdmk.example");
    const { subject, text } = await simpleParser(told?.words ?? "");
    expect(subject).toBe(`[${id}] Dziura w jezdni, ul. Długa 12`);
    expect(text).toContain("przekazaliśmy innej jednostce: Zarząd Zieleni Miejskiej w Krakowie. Nic więcej");
    expect(text).not.toMatch(/600 100 200|rower|pilnie|jednostka\//);
  });

  test("a unit reads which second matter is no longer to be looked for in the one it has", async () => {
    byMail("drogi@zdmk.example");
    const { id } = await house.file();
    const work = workerWith();
    await work();
    const second = await house.splits(id);
    await work();
    const { text } = await simpleParser(smtp.came.at(-1)?.words ?? "");
    expect(text).toContain("Druga sprawa z tego zgłoszenia ma teraz własny numer");
    expect(text).toContain(`Nie działa latarnia: ${second}. Tutaj zostaje reszta zgłoszenia.`);
  });

  test("what is no duplicate after all is brought as a whole", async () => {
    byMail("drogi@zdmk.example");
    const [{ id }, { id: into }] = [await house.file({ contact: { phone: "600 100 200" } }), await house.file()];
    const work = workerWith();
    await work();
    const staff = { kind: "staff", accountId: "anna" } as const;
    await house.acting(id, { kind: "merge", into }, staff);
    await work();
    house.later(1);
    await house.acting(id, { kind: "unmerge" }, staff);
    await work();
    const { text } = await simpleParser(smtp.came.at(-1)?.words ?? "");
    expect(text).toContain(`${id}: To jednak osobna sprawa: zgłoszenie wraca do załatwienia`);
    expect(text).toContain("600 100 200");
    expect(await house.state(id)).toBe("forwarded");
  });
});

describe("by webhook", () => {
  test("that a matter lies elsewhere is no new one, and carries nothing of the resident", async () => {
    byWebhook();
    const { id } = await house.file({ contact: { phone: "600 100 200" } });
    await workerWith()();
    await house.acting(id, { kind: "forward", unit: "zzm", because: "park" }, { kind: "staff", accountId: "anna" });
    await workerWith()();
    const [, told] = receiver.came.map(({ body }) => JSON.parse(body));
    expect(told).toMatchObject({
      id,
      event: { kind: "forward_elsewhere" },
      movedTo: expect.stringMatching(/^Zarząd Z/),
    });
    expect(told).toMatchObject({ unit: "zdmk", description: "", contact: {}, answers: [], photos: [] });
    expect(receiver.came[1]?.body).not.toMatch(/600|Długa|rower/);
  });

  test("is signed, and an answer that failed, hung or got lost is the same matter again", async () => {
    byWebhook();
    const { id } = await house.file();
    const patient = workerWith();
    const impatient = workerWith({ patienceMs: 300 });
    const answers = [{ status: 500 }, "hang", "cut", { status: 302 }, { status: 409 }] as const;
    for (const answer of answers) {
      receiver.answer = () => answer;
      await (answer === "hang" ? impatient() : patient());
      house.later(30);
    }
    expect(receiver.came).toHaveLength(answers.length);
    expect(new Set(keys()).size).toBe(1);
    expect(await house.deliveries()).toMatchObject([{ state: "done", attempts: 5 }]);
    const body = receiver.came[0]?.body ?? "";
    const told = String(receiver.came[0]?.headers["x-hejnal-signature"]);
    const [, at = "", signature] = /^t=(\d+),v1=(\w+)$/.exec(told) ?? [];
    expect(createHmac("sha256", "a secret of sixteen").update(`${at}.${body}`).digest("hex")).toBe(signature);
    expect(JSON.parse(body)).toMatchObject({
      id,
      event: { number: 1, kind: "filed" },
      service: { code: "pothole", name: "Dziura w jezdni" },
      place: { address: "ul. Długa 12", lat: 50.0677 },
      answers: [{ code: "size", title: "Jak koło samochodu" }],
    });
    expect(await house.state(id)).toBe("forwarded");
  });

  test("what a process had in its hands when it was killed is brought by another, later", async () => {
    byWebhook();
    await house.file();
    expect(await house.storage.deliveries.take(house.clock.now, 5, 600)).toHaveLength(1);
    await workerWith()();
    expect(receiver.came).toHaveLength(0);
    house.later(11);
    await Promise.all([workerWith()(), workerWith()()]);
    expect(receiver.came).toHaveLength(1);
    expect(await house.deliveries()).toMatchObject([{ state: "done", attempts: 2 }]);
  });

  test("sixty matters for a unit that is down for an hour all arrive once, and nobody else waits for it", async () => {
    byWebhook();
    house.ways.zzm = [{ kind: "email", to: ["zielen@zzm.example"] }];
    receiver.answer = () => "cut";
    for (let n = 0; n < 60; n++) await house.file();
    await house.file({ unit: "zzm" });
    const work = workerWith();
    for (const minutes of [0, 5, 30, 24]) {
      house.later(minutes);
      await work();
    }
    expect(smtp.came).toHaveLength(1);
    // Once it did not answer it is left alone for a while.
    expect(receiver.came.length).toBeLessThan(30);
    expect(await onDuty()).toHaveLength(1);
    receiver.came.length = 0;
    receiver.answer = () => ({ status: 200, body: '{"externalId":"Z-1"}' });
    house.later(6);
    await Promise.all([work(), workerWith()()]);
    expect(receiver.came).toHaveLength(60);
    expect(new Set(keys()).size).toBe(60);
    const left = await house.deliveries();
    expect(left.filter(({ state }) => state !== "done")).toEqual([]);
    expect(left.filter(({ external_id }) => external_id === "Z-1")).toHaveLength(60);
  });
});

describe("what is not brought", () => {
  test("nothing leaves a set-up that is not the real one, not even a connection", async () => {
    house.ways.zdmk = [
      { kind: "email", to: ["drogi@zdmk.example"] },
      { kind: "webhook", url: receiver.url, secret: "a secret of sixteen" },
    ];
    const { id } = await house.file();
    await workerWith({ real: false })();
    expect([smtp.tries, smtp.came.length, receiver.came.length]).toEqual([0, 0, 0]);
    expect(await house.deliveries()).toMatchObject([{ state: "withheld", reason: "not_real" }]);
    expect(house.logged).toContainEqual(expect.objectContaining({ event: "unit_delivery_withheld" }));
    expect(await house.state(id)).toBe("received");
  });

  test("a unit without any way waits for a consultant; what was withdrawn or given to others is not sent", async () => {
    await house.file();
    const withdrawn = await house.file();
    const moved = await house.file();
    await workerWith({ real: false, now: () => new Date(0) })();
    await house.acting(withdrawn.id, { kind: "withdraw" }, { kind: "resident" });
    const account = { kind: "staff", accountId: "anna" } as const;
    await house.acting(moved.id, { kind: "forward", unit: "zzm", because: "zieleń" }, account);
    house.ways.zzm = [{ kind: "email", to: ["zielen@zzm.example"] }];
    await workerWith()();
    expect(smtp.came.map(({ to }) => to[0])).toEqual(["zielen@zzm.example"]);
    const found = (await house.deliveries()).map(({ unit, state, reason }) => `${unit} ${state} ${reason}`);
    expect(found.filter((line) => line.startsWith("zdmk withheld")).length).toBe(3);
    expect(found).toContain("zdmk withheld no_way");
    expect(found).toContain("zzm done null");
  });

  test("what waited for a way leaves by itself once the office gives the unit one, and once only", async () => {
    const { id } = await house.file();
    const works = [workerWith(), workerWith()];
    for (const work of works) await work();
    expect(await house.deliveries()).toMatchObject([{ state: "withheld", reason: "no_way" }]);
    house.later(1);
    const dry = await house.file();
    await workerWith({ real: false })();
    byMail("drogi@zdmk.example");
    await Promise.all(works.map((work) => work()));
    expect(smtp.came).toHaveLength(1);
    expect((await simpleParser(smtp.came[0]?.words ?? "")).text).toContain(`${id}: Nowe zgłoszenie`);
    expect(await house.state(id)).toBe("forwarded");
    // What was kept back because nothing was real goes only when a person sends it.
    expect((await house.deliveries()).map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      "done null",
      "withheld not_real",
    ]);
    await house.acting(dry.id, { kind: "forward", unit: "zdmk", because: "" }, { kind: "staff", accountId: "anna" });
    await works[0]?.();
    expect(smtp.came).toHaveLength(2);
  });

  test("at seven in the morning, once a day, staff reads what is stuck", async () => {
    byWebhook();
    receiver.answer = () => ({ status: 500 });
    const { id } = await house.file();
    const sentBack = await house.file();
    const work = workerWith();
    await work();
    for (const act of [{ kind: "start" }, { kind: "bounce", words: "To park Jana Kowalskiego." }] as const)
      await house.acting(sentBack.id, act, { kind: "unit", unit: "zdmk" });
    house.clock.now = new Date("2026-11-21T05:59:00Z");
    await work();
    expect((await onDuty()).filter(({ same_as }) => same_as.startsWith("stuck"))).toHaveLength(0);
    house.clock.now = new Date("2026-11-21T06:00:00Z");
    await work();
    await workerWith()();
    const lists = (await onDuty()).filter(({ same_as }) => same_as.startsWith("stuck"));
    expect(lists).toMatchObject([{ same_as: "stuck:2026-11-21" }]);
    expect(lists[0]?.text).toMatch(new RegExp(`${id}, Zarząd Dróg.* HTTP 500`));
    expect(lists[0]?.text).toMatch(new RegExp(`${sentBack.id}, Zarząd Dróg.* odesłała sprawę`));
    expect(lists[0]?.text).not.toContain("Kowalskiego");
  });
});
