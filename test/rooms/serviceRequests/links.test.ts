import {
  readReplyToken,
  readUnitLink,
  replyToken,
  requestLinks,
  unitLinkToken,
} from "../../../src/serviceRequests/links";

const secret = "0123456789abcdef0123456789abcdef";
const now = new Date("2026-11-20T10:00:00Z");
const after = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);
const link = { delivery: "2f1c6f0e-9f6a-4a57-8f5e-0b9d3c1a7e42", unit: "zdmk" };

test("a unit's link is good for 180 days, for this house and this unit only", () => {
  const token = unitLinkToken(link, secret, now);
  expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
  expect(readUnitLink(token, secret, after(179))).toEqual(link);
  expect(readUnitLink(token, secret, after(181))).toBeUndefined();
  expect(readUnitLink(token, `${secret.slice(1)}x`, now)).toBeUndefined();
  const [body = "", mac = ""] = token.split(".");
  const other = Buffer.from(Buffer.from(body, "base64url").toString().replace("zdmk", "mpo2")).toString("base64url");
  for (const forged of [`${other}.${mac}`, `${body}.`, body, "", `${token}.x`, `${"a".repeat(600)}.${mac}`])
    expect(readUnitLink(forged, secret, now)).toBeUndefined();
});

test.each([
  [{ kind: "unit", delivery: link.delivery } as const],
  [{ kind: "reporter", serviceRequestId: "KR-2026-000123-7" } as const],
  [{ kind: "reporter", serviceRequestId: "KR-2026-123456789-1" } as const],
])("a reply address survives what mail servers do to it: %j", (to) => {
  const token = replyToken(to, secret);
  expect(token).toMatch(/^[a-z0-9]{1,43}$/);
  expect(readReplyToken(token.toUpperCase(), secret)).toEqual(to);
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === "2" ? "3" : "2";
    expect(readReplyToken(token.slice(0, at) + other + token.slice(at + 1), secret)).toBeUndefined();
  }
  expect(readReplyToken(token, "another secret")).toBeUndefined();
  expect(readReplyToken(unitLinkToken(link, secret, now), secret)).toBeUndefined();
});

test("what is no id of ours gets no token", () => {
  expect(() => replyToken({ kind: "unit", delivery: "7" }, secret)).toThrow("UUID");
  expect(() => replyToken({ kind: "reporter", serviceRequestId: "7" }, secret)).toThrow("number");
});

test("every address is under the one residents see", () => {
  const links = requestLinks("https://hejnal.example/");
  expect(links.page("a/b")).toBe("https://hejnal.example/sprawa/a%2Fb");
  expect(links.unitPhoto("t", "1")).toBe("https://hejnal.example/jednostka/t/zdjecie/1");
});
