import { type Acting, openActing } from "../../../src/serviceRequests/acting";
import { decideAct, reopenUntil } from "../../../src/serviceRequests/acts";
import type { Act, ActKind, Actor, Change, Current, Refusal, State } from "../../../src/serviceRequests/doors";
import { actKinds, actsFor, openStates, states, statusOf } from "../../../src/serviceRequests/lifeCycle";
import { fixedOffice } from "../../../src/serviceRequests/loadOffice";

const actors: Record<Actor["kind"], Actor> = {
  resident: { kind: "resident" },
  unit: { kind: "unit", unit: "zdmk" },
  staff: { kind: "staff", accountId: "anna" },
  system: { kind: "system" },
};

const words = "Bo tak jest.";
const acts: Record<ActKind, Act> = {
  forward: { kind: "forward", unit: "zdmk", because: "droga" },
  start: { kind: "start" },
  ask: { kind: "ask", words },
  answer: { kind: "answer", words },
  finish: { kind: "finish" },
  refuse: { kind: "refuse", words },
  bounce: { kind: "bounce", words },
  forward_outside: { kind: "forward_outside", outside: { owner: "Tauron", contact: "991" } },
  merge: { kind: "merge", into: "KR-2" },
  unmerge: { kind: "unmerge" },
  split: { kind: "split", because: "Zepsuta latarnia" },
  withdraw: { kind: "withdraw" },
  reopen: { kind: "reopen", words },
  add: { kind: "add", words },
  confirm: { kind: "confirm" },
};

// One letter for every state a matter can be in when somebody comes with an act, in this order:
const letters = ["r", "f", "p", "w", "D", "N", "O", "2", "X"];
const order: State[] = [
  ...(["received", "forwarded", "in_progress", "waiting_for_resident"] as const),
  ...(["done", "not_feasible", "forwarded_outside", "duplicate", "withdrawn"] as const),
];

/** Written down a second time on purpose: the letter of the state it leads to, `.` where it is not the time for it. */
const table: Record<string, string> = {
  //                           r f p w D N O 2 X
  "system forward": /*       */ "f . . . . . . . .",
  "staff forward": /*        */ "f f f f . . . . .",
  "unit start": /*           */ "p p . . . . . . .",
  "unit ask": /*             */ "w w w . . . . . .",
  "staff ask": /*            */ "w w w . . . . . .",
  // The question was asked while the work was going on.
  "resident answer": /*      */ ". . . p . . . . .",
  "unit finish": /*          */ "D D D D . . . . .",
  "resident finish": /*      */ "D D D D . . . . .",
  "unit refuse": /*          */ "N N N N . . . . .",
  "staff refuse": /*         */ "N N N N . . . . .",
  "unit bounce": /*          */ ". r r r . . . . .",
  "unit forward_outside": /* */ "O O O O . . . . .",
  "staff forward_outside": /**/ "O O O O . . . . .",
  "staff merge": /*          */ "2 2 2 2 . . . . .",
  "staff unmerge": /*        */ ". . . . . . . r .",
  "staff split": /*          */ "r f p w . . . . .",
  "resident withdraw": /*    */ "X X X X . . . . .",
  "resident reopen": /*      */ ". . . . r r r . .",
  "staff reopen": /*         */ ". . . . r r r . .",
  "resident add": /*         */ "r f p w . . . . .",
  "unit add": /*             */ "r f p w . . . . .",
  "staff add": /*            */ "r f p w . . . . .",
  "resident confirm": /*     */ ". . . . D . . . .",
};

const noon = new Date("2026-03-02T12:00:00.000Z");
const days = (n: number, seconds = 0) => new Date(noon.getTime() + (n * 24 * 60 * 60 + seconds) * 1000);
const rules = { now: noon, reopenDays: 14, askFixedDays: 7, sentence: ({ to }: { to: State }) => `zdanie: ${to}` };

function matter(state: State, more: Partial<Current> = {}): Current {
  const fixed = { id: "KR-1", service: "pothole", kind: "report" as const, stateSince: noon, version: 3, unit: "zdmk" };
  return {
    ...fixed,
    state,
    forwarded: true,
    ...(state === "waiting_for_resident" && { askedIn: "in_progress" }),
    ...more,
  };
}

const decide = (state: State, act: Act, actor: Actor, more: Partial<Current> = {}, now = noon) =>
  decideAct(matter(state, more), act, actor, { ...rules, now });
const refusal = (decided: Change | Refusal) => ("refused" in decided ? decided.refused : undefined);

function changed(decided: Change | Refusal): Change {
  if ("refused" in decided) throw new Error(`refused: ${decided.refused}`);
  return decided;
}

test("the table speaks of every state", () => {
  expect(order).toEqual([...states]);
  expect(order.filter((state) => statusOf(state) === "open")).toEqual([...openStates]);
});

describe.each(Object.values(actors))("$kind", (actor) => {
  test.each(actKinds)("%s leads where the table says, from every state", (kind) => {
    const row = table[`${actor.kind} ${kind}`];
    const cells = order.map((state) => {
      const decided = decide(state, acts[kind], actor);
      if ("refused" in decided) return decided.refused === "not_now" ? "." : decided.refused;
      return letters[order.indexOf(decided.to)];
    });
    expect(cells).toEqual(row === undefined ? order.map(() => "not_allowed") : row.split(" "));
  });
});

// The program itself presses no buttons.
const people = Object.values(actors).filter(({ kind }) => kind !== "system");
test.each(people)("a $kind has buttons for just what is possible", (actor) => {
  for (const state of order) {
    const possible = actKinds.filter((kind) => !refusal(decide(state, acts[kind], actor)));
    expect(actsFor(state, actor.kind)).toEqual(possible);
  }
});

describe("an act is refused", () => {
  const photos = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ id: `${i}`, name: "f.jpg", contentType: "image/jpeg", sizeBytes: 1 }));
  const { resident, unit, staff } = actors;

  test("when another unit comes with it", () => {
    expect(refusal(decide("forwarded", acts.finish, { kind: "unit", unit: "mpo" }))).toBe("not_yours");
    expect(refusal(decide("forwarded", acts.finish, { kind: "unit", unit: "zdmk", via: "anna" }))).toBeUndefined();
  });

  test.each([
    ["ask", "forwarded", unit],
    ["answer", "waiting_for_resident", resident],
    ["refuse", "forwarded", staff],
    ["bounce", "forwarded", unit],
    ["add", "forwarded", resident],
    ["reopen", "done", resident],
  ] as const)("%s without words or a photo", (kind, state, actor) => {
    expect(refusal(decide(state, { kind, words: "  " }, actor))).toBe("words_missing");
    expect(refusal(decide(state, { kind }, actor))).toBe("words_missing");
    expect(refusal(decide(state, { kind, attachments: photos(1) }, actor))).toBeUndefined();
  });

  test("with more words or photos than anybody looks at", () => {
    expect(refusal(decide("forwarded", { kind: "add", words: "a".repeat(4001) }, resident))).toBe("too_long");
    expect(refusal(decide("forwarded", { kind: "add", attachments: photos(6) }, resident))).toBe("too_many_photos");
    expect(
      refusal(decide("forwarded", { kind: "add", words: "a".repeat(4000), attachments: photos(5) }, resident)),
    ).toBe(undefined);
  });

  test("when a matter is merged into itself", () => {
    expect(refusal(decide("received", { kind: "merge", into: "KR-1" }, staff))).toBe("not_itself");
  });

  test("when the resident reopens it after the last day; staff still may", () => {
    const reopen = (now: Date, actor = resident) => refusal(decide("done", acts.reopen, actor, {}, now));
    expect(reopenUntil(matter("done"), rules)).toEqual(days(14));
    expect(reopen(days(14))).toBeUndefined();
    expect(reopen(days(14, 1))).toBe("too_late");
    expect(reopen(days(15))).toBe("too_late");
    expect(reopen(days(15), staff)).toBeUndefined();
  });
});

describe("who hears of it", () => {
  const told = (state: State, kind: ActKind, actor: Actor, more: Partial<Current> = {}) => {
    const { tellsUnit, tellsResidents } = changed(decide(state, acts[kind], actor, more));
    return `${tellsUnit ? "unit" : ""} ${tellsResidents ? "residents" : ""}`.trim();
  };
  const { resident, unit, staff, system } = actors;

  test.each([
    ["what was brought to the unit is told to residents only", "received", "forward", system, "residents"],
    ["what staff gives to a unit is brought there", "received", "forward", staff, "unit residents"],
    ["passing on among units troubles no resident", "forwarded", "forward", staff, "unit"],
    ["the unit's own acts are not sent back to it", "forwarded", "start", unit, "residents"],
    ["the resident's answer goes to the unit", "waiting_for_resident", "answer", resident, "unit"],
    ["so does what they add", "forwarded", "add", resident, "unit"],
    ["and that they withdraw", "in_progress", "withdraw", resident, "unit residents"],
    ["what comes back is sorted out before anybody is told", "forwarded", "bounce", unit, ""],
    ["a reopened matter is sent like a new one", "done", "reopen", resident, "unit residents"],
    ["that it is good is told to nobody", "done", "confirm", resident, ""],
    ["a unit hears that its matter is a duplicate", "forwarded", "merge", staff, "unit residents"],
    ["and that a second matter is no longer its own there", "in_progress", "split", staff, "unit residents"],
  ] as const)("%s", (_, state, kind, actor, expected) => {
    expect(told(state, kind, actor)).toBe(expected);
  });

  test("a unit that never got it hears nothing", () => {
    for (const kind of ["add", "withdraw", "finish"] as const)
      expect(told("received", kind, resident, { forwarded: false })).not.toContain("unit");
    expect(told("received", "split", staff, { forwarded: false })).toBe("residents");
  });

  test("an answer to what was asked before the unit had it goes to the unit, which may have it by now", () => {
    const asked = { forwarded: false, askedIn: "received" } as const;
    expect(told("waiting_for_resident", "answer", resident, asked)).toBe("unit");
  });
});

test("what a change says: its words tidied, its sentence, and when to ask whether it is fixed", () => {
  const done = changed(decide("in_progress", { kind: "finish", words: "  Załatane. " }, actors.unit));
  expect(done).toMatchObject({ to: "done", words: "Załatane.", sentence: "zdanie: done", unit: "zdmk" });
  expect(done.askFixedAt).toEqual(days(7));
  const elsewhere = changed(decide("forwarded", { kind: "forward", unit: "mpo", because: "śmieci" }, actors.staff));
  expect(elsewhere).toMatchObject({ unit: "mpo", because: "śmieci" });
  expect(elsewhere.askFixedAt).toBeUndefined();
  expect(changed(decide("received", acts.forward_outside, actors.unit)).outside).toEqual({
    owner: "Tauron",
    contact: "991",
  });
  expect(changed(decide("waiting_for_resident", acts.answer, actors.resident, { askedIn: "forwarded" })).to).toBe(
    "forwarded",
  );
});

test("acting takes the kind's own times, the office's sentence for the event, and refuses who saw an older state", async () => {
  const pl = (text: string) => ({ pl: text, en: text, uk: text });
  const office = fixedOffice({
    routing: { rules: [] },
    ways: { units: {} },
    sentences: {
      sentences: [
        { state: "received", text: pl("{service}: przyjęte, {unit}") },
        { state: "received", after: "bounce", text: pl("{service}: to nie {unit}") },
      ],
    },
    timings: { usual: { dueDays: 14, reopenDays: 14, askFixedDays: 7 }, services: { pothole: { reopenDays: 2 } } },
    topics: { off: [] },
  });
  const services = new Map([["pothole", { label: pl("Dziura") }]]);
  const units = new Map([["zdmk", { name: pl("Drogi") }]]);
  const names = { services, units, office };
  const on = (state: State, now: Date) => {
    const made: Change[] = [];
    const acting: Acting = openActing({
      store: {
        async act(_id, decide) {
          const decided = decide(matter(state));
          if ("refused" in decided) return decided;
          made.push(decided);
          return { number: 4, state: decided.to };
        },
      },
      names: () => names,
      now: () => now,
    });
    return { acting, made };
  };
  expect(await on("done", days(3)).acting("KR-1", acts.reopen, actors.resident)).toEqual({ refused: "too_late" });
  const { acting, made } = on("forwarded", noon);
  expect(await acting("KR-1", acts.bounce, actors.unit, 2)).toEqual({ refused: "stale" });
  expect(await acting("KR-1", acts.bounce, actors.unit, 3)).toEqual({ number: 4, state: "received" });
  expect(made.map(({ sentence }) => sentence)).toEqual(["Dziura: to nie Drogi"]);
});
