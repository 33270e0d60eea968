import type { NewRegressionText } from "../../src/staff/doors";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later } from "./staffGiven";

const text = (words: string, right: string[] = [], note = ""): NewRegressionText => ({ text: words, right, note });

describeOn("sets of texts with their right meanings", (fresh) => {
  let given: GivenStaff;
  let accountId: string;
  beforeAll(async () => {
    given = await givenStaff(fresh);
    accountId = await given.account("editor", "Ewa");
  });
  afterAll(() => given.close());
  const adds = (set: string, texts: NewRegressionText[], most = 5000) =>
    given.staff.regression.add(set, texts, { accountId, at, most });
  const wordsIn = async (set: string) =>
    (await given.staff.regression.texts({ set, from: 0, most: 5000 })).map((one) => one.text);

  test("are kept as they were given, in that order, with who gave them", async () => {
    const card = text("gdzie dowód", ["article:dowod", "talk:human"], "z forum");
    expect(await adds("dowody", [card, text("\u0000 żółć 🏰 \ud800"), text("pusto")])).toEqual({ added: 3 });
    const [first, second, third] = await given.staff.regression.texts({ set: "dowody", from: 0, most: 10 });
    expect(first).toEqual({ id: expect.any(Number), ...card, by: "Ewa", at });
    expect(second?.text).toBe("\ufffd żółć 🏰 \ufffd");
    expect(third).toMatchObject({ text: "pusto", right: [] });
    expect(await given.staff.regression.texts({ set: "dowody", from: 1, most: 1 })).toMatchObject([{ id: second?.id }]);
  });

  test("take a text once; its first meanings stay", async () => {
    await adds("raz", [text("a", ["article:x"]), text("a", ["article:y"])]);
    expect(await adds("raz", [text("a"), text("b")])).toEqual({ added: 1 });
    expect(await adds("drugi", [text("a")])).toEqual({ added: 1 });
    expect(await given.staff.regression.texts({ set: "raz", from: 0, most: 9 })).toMatchObject([
      { text: "a", right: ["article:x"] },
      { text: "b", right: [] },
    ]);
  });

  test("never hold more than they may, and then nothing of what was added", async () => {
    const hundred = Array.from({ length: 100 }, (_, i) => text(`pytanie ${i}`));
    await adds("pełny", hundred.slice(0, 95), 100);
    expect(await adds("pełny", hundred.slice(90), 100)).toEqual({ added: 5 });
    expect(await adds("pełny", [text("jeszcze jedno")], 100)).toEqual({ full: 101 });
    expect(await wordsIn("pełny")).toEqual(hundred.map((one) => one.text));
  });

  test("are not overfilled by several who add at once", async () => {
    const each = Array.from({ length: 8 }, (_, who) => Array.from({ length: 10 }, (_, i) => text(`${who} ${i}`)));
    const came = await Promise.all(each.map((texts) => adds("wyścig", texts, 50)));
    expect(came.filter((one) => "added" in one)).toHaveLength(5);
    expect(await wordsIn("wyścig")).toHaveLength(50);
  });

  test("take five thousand at once", async () => {
    const many = Array.from({ length: 5000 }, (_, i) => text(`pytanie numer ${i}`, ["article:x"]));
    expect(await adds("duży", many)).toEqual({ added: 5000 });
    expect(await given.staff.regression.texts({ set: "duży", from: 4999, most: 10 })).toHaveLength(1);
    expect(await given.staff.regression.remove("duży")).toBe(5000);
  });

  test("lose what is taken out, each set its own, and are gone when they are empty", async () => {
    await adds("jeden", [text("a"), text("b"), text("c")]);
    await adds("inny", [text("a")]);
    const [first, , third] = await given.staff.regression.texts({ set: "jeden", from: 0, most: 9 });
    expect(await given.staff.regression.remove("inny", [first?.id ?? 0])).toBe(0);
    expect(await given.staff.regression.remove("jeden", [])).toBe(0);
    expect(await given.staff.regression.remove("jeden", [first?.id ?? 0, third?.id ?? 0])).toBe(2);
    expect(await wordsIn("jeden")).toEqual(["b"]);
    expect(await given.staff.regression.remove("jeden")).toBe(1);
    expect((await given.staff.regression.sets()).map(({ name }) => name)).not.toContain("jeden");
  });

  test("are listed by name with how many they hold and when they grew", async () => {
    await adds("lista", [text("a")]);
    await given.staff.regression.add("lista", [text("b")], { accountId, at: later(60), most: 9 });
    const sets = await given.staff.regression.sets();
    expect(sets.find(({ name }) => name === "lista")).toEqual({ name: "lista", texts: 2, changedAt: later(60) });
    const all = await given.staff.regression.texts({ from: 0, most: 10_000 });
    expect(all).toHaveLength(sets.reduce((sum, { texts }) => sum + texts, 0));
  });

  test("are counted by meaning", async () => {
    await adds("znaczenia", [text("m1", ["article:liczony", "service:dziura"]), text("m2", ["article:liczony"])]);
    const meanings = await given.staff.regression.meanings();
    expect([meanings.get("article:liczony"), meanings.get("service:dziura")]).toEqual([2, 1]);
  });
});
