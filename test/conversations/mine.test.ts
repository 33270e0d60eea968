import type { MyServiceRequest } from "../../src/conversation/facts";
import { formatNumber } from "../../src/serviceRequests/number";
import { type Resident, resident } from "./chat";

const ID = formatNumber(2026, 5);
/** After the resident's first turn, so that the bot told it since. */
const since = new Date("2026-11-23T10:20:00Z");

function mineIs(state: string, stateSince = since): MyServiceRequest {
  return {
    service_request_id: ID,
    service: "pothole",
    state,
    status: state === "done" ? "closed" : "open",
    status_notes: "Zdanie o stanie.",
    agency_responsible: "zdmk",
    requestedAt: new Date("2026-11-20T10:00:00Z"),
    updatedAt: stateSince,
    stateSince,
    page: "https://kontakt.example/sprawa/klucz",
  };
}

/** Somebody who has talked before and comes back after the state changed. */
function reporter(state: string): Resident {
  const anna = resident();
  anna.says("dzień dobry");
  anna.hasFiled([mineIs(state)]);
  anna.passes(30);
  return anna;
}

test("the status of what was filed here needs no number and comes with its page; a stranger gets no page", () => {
  const anna = reporter("in_progress");
  const status = anna.says("co z moim zgłoszeniem?");
  expect(status).toContain(`Zgłoszenie ${ID}: Dziura w jezdni.`);
  expect(status).toContain("Stan od 23.11.2026: w realizacji. Zdanie o stanie.");
  expect(status).toContain("https://kontakt.example/sprawa/klucz");
  expect(anna.buttons()).toEqual(["Wycofaj zgłoszenie"]);
  expect(resident({ known: [ID] }).says(ID)).not.toContain("sprawa/klucz");
});

test("withdrawing is asked about first", () => {
  const anna = reporter("forwarded");
  expect(anna.says("wycofuję zgłoszenie")).toContain(`Wycofać zgłoszenie ${ID}?`);
  expect(anna.filed).toEqual([]);
  expect(anna.says("Tak, wycofaj")).toContain("jest wycofane");
  expect(anna.filed).toEqual([{ kind: "act_on_service_request", id: ID, act: "withdraw", words: "" }]);
});

test("not withdrawn after all", () => {
  const anna = reporter("forwarded");
  anna.says("chcę wycofać zgłoszenie");
  anna.says("Nie");
  expect(anna.decision()).toBe("small_talk");
  expect(anna.says("Tak, wycofaj")).not.toContain("jest wycofane");
  expect(anna.filed).toEqual([]);
});

test("words after a question to the resident are offered as the answer", () => {
  const anna = reporter("waiting_for_resident");
  expect(anna.says("dziura jest po lewej, tuż obok bramy")).toContain(`Czy to odpowiedź na pytanie o ${ID}?`);
  expect(anna.says("Tak, to odpowiedź")).toContain("jest zapisana");
  expect(anna.filed).toEqual([
    { kind: "act_on_service_request", id: ID, act: "answer", words: "dziura jest po lewej, tuż obok bramy" },
  ]);
});

test("“odpowiadam: …” answers at once", () => {
  const anna = reporter("waiting_for_resident");
  anna.says("odpowiadam: przy bramie od podwórza");
  expect(anna.filed).toEqual([
    { kind: "act_on_service_request", id: ID, act: "answer", words: "przy bramie od podwórza" },
  ]);
});

test("done, but not fixed: reopened with the resident's words; fixed: confirmed", () => {
  const anna = reporter("done");
  expect(anna.says("dalej nie jest naprawione")).toContain(`Otworzyć ${ID} ponownie?`);
  anna.says("Tak, otwórz ponownie");
  expect(anna.filed).toEqual([
    { kind: "act_on_service_request", id: ID, act: "reopen", words: "dalej nie jest naprawione" },
  ]);
  const jan = reporter("done");
  jan.says("dzięki, już naprawione");
  expect(jan.filed).toEqual([
    { kind: "act_on_service_request", id: ID, act: "confirm", words: "dzięki, już naprawione" },
  ]);
});

test("by buttons under the status: the words are asked for", () => {
  const anna = reporter("done");
  anna.says(ID);
  expect(anna.buttons()).toEqual(["Naprawione, potwierdzam", "Nie jest naprawione"]);
  expect(anna.says("Nie jest naprawione")).toContain("Napisz, co jest nie tak");
  expect(anna.says("na środku jezdni znowu jest dół")).toContain(`Otworzyć ${ID} ponownie?`);
  anna.says("tak, otwórz ponownie");
  expect(anna.filed).toMatchObject([{ act: "reopen", words: "na środku jezdni znowu jest dół" }]);
});

test("too late to reopen: the status is told instead", () => {
  const anna = resident();
  anna.hasFiled([mineIs("done", new Date("2026-10-01T10:00:00Z"))]);
  anna.says(ID);
  expect(anna.buttons()).toEqual(["Naprawione, potwierdzam"]);
});
