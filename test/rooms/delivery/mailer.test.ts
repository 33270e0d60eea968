import { randomUUID } from "node:crypto";
import { openMailer } from "../../../src/delivery/mailer";
import { at, type GivenStaff, givenStaff } from "../../contracts/staffGiven";
import { describeOn } from "../../databases";
import { type MailServer, openMailServer } from "./mailServer";

describeOn("the mailer", (fresh) => {
  let given: GivenStaff;
  let server: MailServer;
  let logged: { event: string; fields: object }[];
  let clock = at;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  beforeEach(async () => {
    server = await openMailServer();
    logged = [];
    clock = at;
  });
  afterEach(async () => {
    await server.close();
    await given.storage.db.deleteFrom("mails").execute();
  });
  afterAll(() => given.close());

  const note = (event: string, fields: object = {}) => void logged.push({ event, fields });
  const log = { info: note, warn: note, error: note };
  /** Patient, because a machine that runs other tests beside this one may be slow. */
  const opened = ({ url = server.url, patienceMs = 10_000 } = {}) => {
    const address = { url, from: "hejnal@krakow.example" };
    return openMailer({ ...address, mails: given.storage.mails, log, now: () => clock, everyMs: 20, patienceMs });
  };
  const write = (to: string, subject = "Zażółć gęślą jaźń") =>
    given.staff.mails.add({ sameAs: randomUUID(), to, subject, text: "Ktoś czeka." }, at);
  const stored = () => given.storage.db.selectFrom("mails").selectAll().execute();
  const hasLogged = async (event: string, times = 1) => {
    while (logged.filter((line) => line.event === event).length < times)
      await new Promise((resolve) => setTimeout(resolve, 10));
  };

  test("sends what is due, in Polish letters, as an automatic mail of ours", async () => {
    const mailer = opened();
    await write("anna@example.org");
    await hasLogged("mail_sent");
    await mailer.close();
    const [mail] = server.came;
    expect(mail?.to).toEqual(["anna@example.org"]);
    expect(mail?.words).toMatch(/^From: hejnal@krakow\.example\r$/m);
    expect(mail?.words).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(mail?.words).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(mail?.words).toMatch(/^Message-ID: <[\w-]+@krakow\.example>\r$/m);
    expect(await stored()).toMatchObject([{ state: "done", attempts: 1 }]);
  });

  test("sends each mail once, however many processes look", async () => {
    const mailers = Array.from({ length: 4 }, () => opened());
    for (let n = 0; n < 25; n++) await write(`person${n}@example.org`);
    await hasLogged("mail_sent", 25);
    await Promise.all(mailers.map((mailer) => mailer.close()));
    const recipients = server.came.flatMap(({ to }) => to);
    expect(new Set(recipients).size).toBe(25);
    expect(recipients).toHaveLength(25);
  });

  test("tries again after 1, 5, then 30 minutes each while the server says later, and gives up after ten tries", async () => {
    await write("later@example.org");
    const mailer = opened();
    const pauses: number[] = [];
    for (let attempt = 1; attempt < 10; attempt++) {
      await hasLogged("mail_refused", attempt);
      const due = (await stored())[0]?.due_at ?? clock;
      pauses.push((due.getTime() - clock.getTime()) / 60_000);
      clock = due;
    }
    await hasLogged("mail_given_up");
    await mailer.close();
    expect(pauses).toEqual([1, 5, 30, 30, 30, 30, 30, 30, 30]);
    expect(server.tries).toBe(10);
    expect(logged.at(-1)).toMatchObject({ event: "mail_given_up", fields: { attempt: 10, answer: 451 } });
    expect(await stored()).toMatchObject([{ state: "given_up", attempts: 10 }]);
  });

  test("gives up at once when the server refuses for ever, and never logs the address", async () => {
    await write("never@example.org");
    const mailer = opened();
    await hasLogged("mail_given_up");
    await mailer.close();
    expect(server.tries).toBe(1);
    expect(logged.at(-1)).toMatchObject({ event: "mail_given_up", fields: { attempt: 1, answer: 550 } });
    expect(JSON.stringify(logged)).not.toContain("example.org");
    expect((await stored())[0]?.reason).toContain("550");
  });

  test("does not wait for a server that hangs, and sends the others meanwhile", async () => {
    await write("hangs@example.org");
    await write("anna@example.org");
    const mailer = opened({ patienceMs: 1_500 });
    await Promise.all([hasLogged("mail_refused"), hasLogged("mail_sent")]);
    await mailer.close();
    expect(server.came.map(({ to }) => to[0])).toEqual(["anna@example.org"]);
    expect(await stored()).toContainEqual(expect.objectContaining({ recipient: "hangs@example.org", state: "due" }));
  });

  test("keeps trying when nobody answers at the address at all", async () => {
    await write("anna@example.org");
    const mailer = opened({ url: "smtp://127.0.0.1:1" });
    await hasLogged("mail_refused");
    await mailer.close();
    expect(await stored()).toMatchObject([{ state: "due", attempts: 1 }]);
  });

  test("cannot be made to write to more people or to add headers", async () => {
    await write("anna@example.org", "Cześć\r\nBcc: zly@example.org");
    await write("anna@example.org, zly@example.org");
    const mailer = opened();
    while ((await stored()).some(({ attempts }) => attempts === 0)) await hasLogged("mail_sent");
    await mailer.close();
    expect(server.came.flatMap(({ to }) => to)).not.toContain("zly@example.org");
    expect(server.came.map(({ words }) => words).join()).not.toMatch(/^Bcc:/im);
  });

  test("without a mail server nothing is sent and nothing lost", async () => {
    await write("anna@example.org");
    await openMailer({ mails: given.storage.mails, log, now: () => clock }).close();
    expect(await stored()).toMatchObject([{ state: "due", attempts: 0 }]);
  });
});
