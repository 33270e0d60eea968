import { createLog, type LogLevel } from "../../../src/server/log";

function logging(level: LogLevel = "info") {
  const lines: string[] = [];
  const log = createLog(level, { write: (line: string) => void lines.push(line) });
  return { log, lines };
}

test("a line is JSON with time, level and event", () => {
  const { log, lines } = logging();
  log.warn("delivery_refused", { attempt: 2 });
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    level: "warn",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    event: "delivery_refused",
    attempt: 2,
  });
});

test("what is below the level is not written", () => {
  const { log, lines } = logging("error");
  log.info("a");
  log.warn("b");
  log.error("c");
  expect(lines).toHaveLength(1);
});

test.each([
  "text",
  "body",
  "query",
  "url",
  "headers",
  "cookie",
  "authorization",
  "address",
  "phone",
  "email",
  "password",
  "secret",
  "token",
  "resumeToken",
])("a field named %s is never written, however deep", (name) => {
  const { log, lines } = logging();
  log.info("x", { [name]: "SECRET", inner: { list: [{ [name]: "SECRET" }] }, route: "/try" });
  expect(lines[0]).not.toContain("SECRET");
  expect(lines[0]).toContain("/try");
});

test.each([
  ["a token", "eyJhbGciOiJIUzI1NiJ9.eyJjb252IjoiYSJ9.abc-_d", "eyJ"],
  ["a bearer header", "sent Bearer abcdef", "abcdef"],
  ["a query", "GET /v3/stream?t=abcdef failed", "abcdef"],
  ["a query of a whole address", "https://a.pl/x?t=abcdef", "abcdef"],
  ["a password in an address", "postgres://hejnal:abcdef@db:5432/x", "abcdef"],
  ["an e-mail", "Key (contact)=(anna.nowak@example.pl) exists", "anna"],
  ["a PESEL", "value 44051401359 is bad", "44051401359"],
  ["a phone number", "value +48 601 234 567 is bad", "601"],
])("%s in a message is replaced", (_, message, secret) => {
  const { log, lines } = logging();
  log.error("x", { error: new Error(message), reason: message });
  expect(lines[0]).not.toContain(secret);
});

test("ids, times and numbers stay readable", () => {
  const { log, lines } = logging();
  const fields = { conversationId: "k3J-9_xYz01234567890Ab", ms: 1234567890123, number: "KR-2026-000123-7" };
  log.info("x", fields);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject(fields);
});
