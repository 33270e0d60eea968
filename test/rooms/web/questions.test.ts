import { faultIn, questionsIn } from "../../../src/web/console/knowledge/bench/questions";

test("a question is a line; empty ones and the spaces around are none", () => {
  expect(questionsIn("  jak wyrobić dowód \r\n\n\t\nile kosztuje paszport\n")).toEqual([
    "jak wyrobić dowód",
    "ile kosztuje paszport",
  ]);
});

test.each([
  ["nothing", [], { kind: "nothing" }],
  ["200 of them", Array.from({ length: 200 }, () => "x"), undefined],
  ["201 of them", Array.from({ length: 201 }, () => "x"), { kind: "tooMany", n: 201 }],
  ["one of 500 characters", ["x".repeat(500)], undefined],
  ["one of 501 characters", ["x".repeat(501)], { kind: "tooLong" }],
])("%s", (_, questions, fault) => {
  expect(faultIn(questions)).toEqual(fault);
});
