import { randomUUID } from "node:crypto";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later } from "./staffGiven";

describeOn("mails on their way", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  afterEach(() => given.storage.db.deleteFrom("mails").execute());
  afterAll(() => given.close());

  const mail = (sameAs: string = randomUUID()) => ({ sameAs, to: "dyzur@krakow.example", subject: "S", text: "T" });
  const add = (seconds = 0, sameAs?: string) => given.staff.mails.add(mail(sameAs), later(seconds));
  const take = (seconds: number, most = 10) => given.storage.mails.take(later(seconds), most, 60);
  const stored = () => given.storage.db.selectFrom("mails").selectAll().orderBy("created_at").execute();

  test("are kept once per cause", async () => {
    await Promise.all(Array.from({ length: 5 }, () => add(0, "alarm-1")));
    expect(await stored()).toHaveLength(1);
  });

  test("go to one taker only, oldest first, and to another when the first one died", async () => {
    for (let n = 0; n < 20; n++) await add(n);
    const takers = await Promise.all(Array.from({ length: 5 }, () => take(30, 6)));
    const ids = takers.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(20);
    expect(await take(30)).toEqual([]);
    expect(await take(89)).toEqual([]);
    const again = await take(90, 2);
    expect(again.map(({ attempt }) => attempt)).toEqual([2, 2]);
  });

  test("are not taken before they are due, after they were sent, or when given up", async () => {
    await add(10);
    expect(await take(9)).toEqual([]);
    const [taken] = await take(10);
    await given.storage.mails.failed(taken?.id ?? "", "451 później\0", later(600));
    expect(await take(599)).toEqual([]);
    const [second] = await take(600);
    expect(second).toMatchObject({ attempt: 2, text: "T", to: "dyzur@krakow.example" });
    await given.storage.mails.failed(second?.id ?? "", "550 nie");
    expect(await take(9000)).toEqual([]);
    await given.storage.mails.done(second?.id ?? "", at);
    expect(await stored()).toMatchObject([{ state: "given_up", reason: "550 nie", text: "T" }]);
  });

  test("keep no words once they are sent", async () => {
    await add();
    const [taken] = await take(0);
    await given.storage.mails.done(taken?.id ?? "", later(1));
    expect(await stored()).toMatchObject([{ state: "done", text: "", done_at: later(1), reason: null }]);
  });
});
