import {
  type Call,
  callBody,
  missingIn,
  newCall,
  outcomeOf,
  readCall,
  topicsOf,
} from "../../../src/web/console/phone/call";

const idCard = { article: "dowod-osobisty-wymiana", title: "Wymiana dowodu" };
const call = (part: Partial<Call>): Call => ({ ...newCall(), ...part });

describe("a call at the phone desk", () => {
  test("its outcome follows from what was done, until one is chosen", () => {
    expect(outcomeOf(call({}))).toBeUndefined();
    expect(outcomeOf(call({ told: [idCard] }))).toBe("answered");
    expect(outcomeOf(call({ told: [idCard], callBack: { contact: "501 502 503", matter: "" } }))).toBe("call_back");
    expect(outcomeOf(call({ filing: true, request: { service: "pothole", answers: {} } }))).toBe("filed");
    expect(missingIn(call({ filing: true, told: [idCard] }))).toBe("service");
    expect(outcomeOf(call({ told: [idCard], outcome: "redirected" }))).toBe("redirected");
  });

  test("is about what was told, each article once, and about the report", () => {
    const told = [idCard, { ...idCard, section: "fee", heading: "Ile kosztuje" }];
    const request = { service: "pothole", answers: {} };
    expect(topicsOf(call({ told, filing: true, request }))).toEqual([
      { kind: "article", id: "dowod-osobisty-wymiana" },
      { kind: "service", id: "pothole" },
    ]);
  });

  test("is about the open article when nothing was ticked", () => {
    expect(topicsOf(call({ open: { id: "paszport", title: "Paszport" } }))).toEqual([
      { kind: "article", id: "paszport" },
    ]);
  });

  test("cannot be registered without an outcome, a kind of report, or a number to call back", () => {
    expect(missingIn(call({}))).toBe("outcome");
    expect(missingIn(call({ outcome: "filed" }))).toBe("service");
    expect(missingIn(call({ outcome: "call_back", callBack: { contact: " 1 ", matter: "" } }))).toBe("contact");
    expect(missingIn(call({ outcome: "dropped" }))).toBeUndefined();
  });

  test("sends a report or a contact only when it ended so", () => {
    const started = { startedAt: "2026-11-21T10:00:00.000Z", callBack: { contact: "501 502 503", matter: "Podatek" } };
    const request = { service: "pothole", answers: { place: "Długa 5", left_over: "x" } };
    const filed = callBody(call({ ...started, filing: true, request }), { place: "Długa 5" });
    expect(filed).toMatchObject({ outcome: "filed", request: { service: "pothole", answers: { place: "Długa 5" } } });
    expect(filed).not.toHaveProperty("callBack");
    expect(callBody(call({ ...started, told: [idCard], outcome: "answered" }), {})).not.toHaveProperty("callBack");
  });

  test("comes back whole after a reload, and anew when what was kept makes no sense", () => {
    const whole = call({
      told: [{ ...idCard, section: "fee", heading: "Ile kosztuje" }],
      note: "n",
      outcome: "dropped",
    });
    expect(readCall(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
    expect(readCall({ key: 1 })).toBeUndefined();
    expect(readCall(null)).toBeUndefined();
  });
});
