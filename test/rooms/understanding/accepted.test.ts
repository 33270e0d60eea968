import { resolve } from "node:path";
import { changed } from "../../../src/content/documents";
import { folderOf } from "../../../src/content/folder";
import { ContentError } from "../../../src/content/mistakes";
import { readDocuments } from "../../../src/content/readDocuments";
import { loadParts } from "../../../src/loadParts";
import { loadAccepted } from "../../../src/understanding/accepted";
import { realParts } from "../../learnt";

const PATH = "knowledge/_accepted.yaml";
const read = (text?: string) =>
  loadAccepted({ documents: new Map(text === undefined ? [] : [[PATH, text]]), at: PATH });

test("without the document nobody has said how often the bot may be wrong", () => {
  expect(read()).toBeUndefined();
});

test("percent become shares", () => {
  expect(read("wrong_answers: 2\nwrong_reports: 7.5\n")).toEqual({ wrongAnswers: 0.02, wrongReports: 0.075 });
});

test.each([
  ["below a half", "wrong_answers: 0.4\nwrong_reports: 10\n", "wrong_answers", 1],
  ["above twenty", "wrong_answers: 3\nwrong_reports: 21\n", "wrong_reports", 2],
  ["in words", "wrong_answers: dwa\nwrong_reports: 10\n", "wrong_answers", 1],
  ["half of it missing", "wrong_answers: 2\n", "wrong_reports", 1],
  ["an unknown field", "wrong_answers: 2\nwrong_reports: 10\nwrong: 3\n", "wrong", 3],
])("%s is refused with document, line and field", (_, text, field, line) => {
  let thrown: unknown;
  try {
    read(text);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(ContentError);
  expect(thrown).toMatchObject({ mistakes: [{ file: PATH, field, line }] });
});

test("the document takes precedence over what the operator set, and the bot answers by it", () => {
  const documents = readDocuments(resolve(__dirname, "../../.."));
  const withDial = changed(documents, new Map([[PATH, "wrong_answers: 1\nwrong_reports: 5\n"]]));
  const careful = loadParts(folderOf(withDial), { accepted: { wrongAnswers: 0.2, wrongReports: 0.2 } });
  expect(careful.accepted).toEqual({ wrongAnswers: 0.01, wrongReports: 0.05 });
  const usual = realParts();
  expect(careful.content.version).not.toBe(usual.content.version);
  expect(careful.bands.answer).toBe(usual.risk(0.01).confidence);
  expect(careful.bands.answer).toBeGreaterThan(usual.bands.answer);
});

test("the risk of what is accepted is that of the threshold the bot has", () => {
  const { risk, accepted, bands, curve } = realParts();
  expect(risk(accepted.wrongAnswers).confidence).toBe(bands.answer);
  expect(risk(accepted.wrongAnswers).wrong).toBeLessThanOrEqual(accepted.wrongAnswers);
  expect(risk(0.2).answered).toBeGreaterThanOrEqual(risk(0.005).answered);
  expect(curve[0]?.answered).toBe(1);
});
