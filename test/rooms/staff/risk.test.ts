import { acceptedText } from "../../../src/staff/studio/acceptedText";
import type { RiskView } from "../../../src/staff/wire";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

const PATH = "knowledge/_accepted.yaml";

let house: StaffHouse;
let ewa: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  ewa = await house.hires("editor", "Ewa");
});
afterAll(() => house.close());

describe("the risk of answering", () => {
  const risk = async (wrong: string): Promise<RiskView> => (await ewa.gets(`knowledge-risk?wrong=${wrong}`)).body;

  test("shows the curve, where the bot stands, and where it would stand by the rule that sets the threshold", async () => {
    const { accepted, curve, risk: riskOf } = house.parts.content();
    const view = await risk("1.5");
    expect(view.accepted).toEqual({ answers: accepted.wrongAnswers * 100, reports: accepted.wrongReports * 100 });
    expect(view.curve).toEqual(curve);
    expect(view.now).toEqual(riskOf(accepted.wrongAnswers));
    expect(view.would).toEqual(riskOf(0.015));
    expect((await ewa.gets("knowledge-risk")).body.would).toBeUndefined();
  });

  test("who accepts more wrong answers gets more answers", async () => {
    const steps = await Promise.all(["0.5", "2", "5", "10", "20"].map(risk));
    const answered = steps.map(({ would }) => would?.answered ?? 0);
    expect(answered).toEqual(answered.toSorted((a, b) => a - b));
    expect(answered.at(-1)).toBeGreaterThan(answered[0] ?? 1);
  });

  test.each(["0.4", "20.5", "-1", "dwa", ""])("is refused for %j", async (wrong) => {
    const came = await ewa.gets(`knowledge-risk?wrong=${wrong}`);
    expect(came).toMatchObject({ status: 400, body: { error: { code: "wrong_body", fields: ["wrong"] } } });
  });
});

describe("what is to be accepted", () => {
  const turns = (answers: unknown) => ewa.posts("knowledge-risk", { answers });
  const draftOf = async (id: string) => (await ewa.gets(`drafts/${id}`)).body;

  test("becomes a draft of its own document, and the same one when it is turned again", async () => {
    const { body } = await turns(2);
    expect(await draftOf(body.draft)).toMatchObject({
      subject: `document:${PATH}`,
      state: "writing",
      mistakes: [],
      documents: [
        { path: PATH, text: expect.stringMatching(/^#.+\nwrong_answers: 2\nwrong_reports: 10\n$/), base: null },
      ],
    });
    expect((await turns(1.5)).body).toEqual(body);
    const [document] = (await draftOf(body.draft)).documents;
    expect(document.text).toContain("wrong_answers: 1.5\n");
    const { accepted } = house.parts.content();
    expect((await ewa.gets("knowledge-risk")).body.accepted.answers).toBe(accepted.wrongAnswers * 100);
  });

  test.each([0.4, 20.1, "2", null])("is refused as %j", async (answers) => {
    expect(await turns(answers)).toMatchObject({ status: 400, body: { error: { fields: ["answers"] } } });
  });

  test("is no matter of supervisors, who publish but do not write", async () => {
    const boss = await house.hires("supervisor");
    expect((await boss.posts("knowledge-risk", { answers: 2 })).status).toBe(403);
  });

  test("leaves what editors wrote beside it, and begins anew what nobody can read", () => {
    const text = "# nasza umowa\nwrong_answers: 3 # ostrożnie\nwrong_reports: 7\n";
    expect(acceptedText(text, { answers: 2.5, reports: 10 })).toBe(text.replace("3 #", "2.5 #"));
    for (const broken of ["wrong_answers: [", "", undefined])
      expect(acceptedText(broken, { answers: 2, reports: 50 })).toMatch(/\nwrong_answers: 2\nwrong_reports: 20\n$/);
  });
});
