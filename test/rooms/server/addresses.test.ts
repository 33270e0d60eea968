import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { createAddresses } from "../../../src/server/addresses";

function request(headers: Record<string, string>, remoteAddress = "10.0.0.1"): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: remoteAddress });
  return Object.assign(new IncomingMessage(socket), { headers });
}

test.each([
  [0, undefined, "10.0.0.1"],
  [0, "1.1.1.1", "10.0.0.1"],
  [1, "1.1.1.1", "1.1.1.1"],
  [1, "6.6.6.6, 1.1.1.1", "1.1.1.1"],
  [2, "6.6.6.6, 1.1.1.1, 10.0.0.9", "1.1.1.1"],
  [2, "1.1.1.1", "1.1.1.1"],
  [1, undefined, "10.0.0.1"],
])("behind %d proxies, forwarded for %s: the caller is %s", (trustedProxies, forwarded, caller) => {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  expect(createAddresses({ trustedProxies }).clientAddress(request(headers))).toBe(caller);
});

test("an IPv4 address is the same however it is written", () => {
  expect(createAddresses({ trustedProxies: 0 }).clientAddress(request({}, "::ffff:192.0.2.1"))).toBe("192.0.2.1");
});

test.each([
  [
    "the configured one",
    { trustedProxies: 0, publicUrl: "https://bot.krakow.pl" },
    { host: "x" },
    "https://bot.krakow.pl",
  ],
  ["the one that was called", { trustedProxies: 0 }, { host: "localhost:3978" }, "http://localhost:3978"],
  [
    "not https on a stranger's word",
    { trustedProxies: 0 },
    { host: "a.pl", "x-forwarded-proto": "https" },
    "http://a.pl",
  ],
  ["https on a proxy's word", { trustedProxies: 1 }, { host: "a.pl", "x-forwarded-proto": "https" }, "https://a.pl"],
  ["nothing strange", { trustedProxies: 0 }, { host: "a.pl; script-src *" }, "http://localhost"],
])("our own origin is %s", (_, options, headers, origin) => {
  expect(
    createAddresses(options).ownOrigin(
      request(Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, String(v)]))),
    ),
  ).toBe(origin);
});
