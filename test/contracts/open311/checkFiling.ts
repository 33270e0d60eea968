import { formOf, json, members, type Pairs, refused, rowOf, rowsOf } from "./client";
import type { Given } from "./conformance";
import { tinyJpeg } from "./pictures";

/** Files by XML and answers the number. */
export async function filed({ post, tried }: Pick<Given, "post" | "tried">, more: Pairs = []): Promise<string> {
  const got = await post("requests.xml", [...usual(tried), ...more]);
  const [request] = members(got, "service_requests", "request");
  expect(request?.service_request_id).toMatch(/^\S+$/);
  return String(request?.service_request_id);
}

let told = 0;
const placed = (tried: Given["tried"]): Pairs => [
  ["lat", tried().inside[0]],
  ["long", tried().inside[1]],
];
const named = (tried: Given["tried"]): Pairs => [
  ["api_key", tried().key],
  ["service_code", tried().service],
  // The same words twice would be the same report.
  ["description", `Próba zgodności ${++told} ${Date.now()}`],
];
const usual = (tried: Given["tried"]): Pairs => [...named(tried), ...placed(tried)];
const without = (pairs: Pairs, name: string) => pairs.filter(([one]) => one !== name);
const changed = (pairs: Pairs, name: string, value: string): Pairs => [...without(pairs, name), [name, value]];

export function filingChecks(given: Given): void {
  const { call, post, tried } = given;
  const one = async (id: string) => {
    const [request = {}] = rowsOf(json(await call(`requests/${id}.json`)));
    return request;
  };

  test("23: a minimal report gets its number as plain text and no token; the same in JSON", async () => {
    const got = await post("requests.xml", usual(tried));
    const [request] = members(got, "service_requests", "request");
    expect(request?.service_request_id).toMatch(/^\S+$/);
    expect(request).not.toHaveProperty("token");
    const [inJson] = rowsOf(json(await post("requests.json", usual(tried))));
    expect(inJson?.service_request_id).toMatch(/^\S+$/);
  });

  test("25: an address in words is enough, and is never read back as 0,0", async () => {
    const got = await post("requests.xml", [...named(tried), ["address_string", tried().address]]);
    const [request] = members(got, "service_requests", "request");
    const { address, lat, long } = await one(String(request?.service_request_id));
    expect(address).toMatch(/\S/);
    expect([lat, long]).not.toEqual([0, 0]);
  });

  test("26: an unknown address_id is no place", async () => {
    refused(await post("requests.xml", [...named(tried), ["address_id", "nie-ma-takiego"]]), 400);
  });

  test("27: half a point is none, and the answer names the missing half", async () => {
    expect(refused(await post("requests.xml", without(usual(tried), "long")), 400)).toContain("long");
    expect(refused(await post("requests.json", without(usual(tried), "lat")), 400)).toContain("lat");
    refused(await post("requests.xml", named(tried)), 400);
  });

  test.each([
    ["lat", "91"],
    ["lat", "abc"],
    ["long", ""],
    ["lat", "NaN"],
  ])("29: %s=%s is no point", async (name, value) => {
    refused(await post("requests.xml", changed(usual(tried), name, value)), 400);
  });

  test("29: 0,0 is what devices say when they know nothing", async () => {
    refused(await post("requests.xml", changed(changed(usual(tried), "lat", "0"), "long", "0.0")), 400);
  });

  test("30: a place outside the city is refused in Polish", async () => {
    const [lat, long] = tried().outside;
    const got = await post("requests.xml", [...named(tried), ["lat", lat], ["long", long]]);
    expect(refused(got, 400)).toMatch(/poza Krakowem|nie obejmuje/);
  });

  test("31: without a key and with a wrong one nothing is filed, and both hear the same", async () => {
    const none = await post("requests.xml", without(usual(tried), "api_key"));
    const wrong = await post("requests.xml", changed(usual(tried), "api_key", "wrong"));
    refused(none, 403);
    expect(wrong.text).toBe(none.text);
    refused(await post("requests.json", changed(usual(tried), "api_key", "")), 403);
  });

  test("33, 34: an unknown kind of report does not exist, a missing and an empty one are the same mistake", async () => {
    refused(await post("requests.xml", changed(usual(tried), "service_code", "nie-ma-takiej")), 404);
    const missing = await post("requests.xml", without(usual(tried), "service_code"));
    const empty = await post("requests.xml", changed(usual(tried), "service_code", ""));
    refused(missing, 400);
    expect([empty.status, empty.text]).toEqual([missing.status, missing.text]);
  });

  test("35, 39: a required answer that is missing is named; an answer that is not on the list is refused", async () => {
    const { attributes } = rowOf(json(await call(`services/${tried().serviceWithList}.json`)));
    const list = rowsOf(attributes).find(({ datatype }) => datatype === "singlevaluelist");
    const service: Pairs = changed(usual(tried), "service_code", tried().serviceWithList);
    const wrong = await post("requests.xml", [...service, [`attribute[${list?.code}]`, "nie-ma-takiej"]]);
    expect(refused(wrong, 400)).toContain(String(list?.code));
    for (const { code } of rowsOf(attributes).filter(({ required }) => required === true))
      expect(refused(await post("requests.json", service), 400)).toContain(String(code));
  });

  test("42, 43: 4,000 characters are taken, 4,001 are not; a character is what people see as one", async () => {
    const exact = `${[..."zażółć gęślą jaźń 🚲 ".repeat(300)].slice(0, 3999).join("")}x`;
    const pairs = changed(usual(tried), "description", exact);
    members(await post("requests.xml", pairs), "service_requests", "request");
    refused(await post("requests.xml", changed(pairs, "description", `${exact}x`)), 400);
  });

  test("45: control characters do no harm to any reader", async () => {
    const id = await filed(given, [["address_string", "Długa 1\u0000\u000b\u001b przy \ufffe bramie"]]);
    expect(members(await call(`requests/${id}.xml`), "service_requests", "request")).toHaveLength(1);
  });

  test("47: bytes of another encoding are refused or replaced, never mixed up", async () => {
    const fields = formOf(without(usual(tried), "description"));
    const body = Buffer.concat([Buffer.from(`${fields}&description=`), Buffer.from("za\xbf\xf3\xb3\xe6", "latin1")]);
    const headers = { "Content-Type": "application/x-www-form-urlencoded; charset=utf-8" };
    const got = await call("requests.xml", { method: "POST", body: new Uint8Array(body), headers });
    if (got.status !== 200) refused(got, 400);
    expect(got.text).not.toMatch(/za¿ó³æ|zażółć/);
  });

  test("49: fields and photos come together in parts; photos can be reached once they are public", async () => {
    const id = await filed(given, [
      ["media", new Blob([tinyJpeg], { type: "image/jpeg" })],
      ["photo2", new Blob([tinyJpeg], { type: "image/jpeg" })],
    ]);
    const { media_url } = await one(id);
    if (media_url) expect((await fetch(String(media_url))).status).toBe(200);
    else expect(media_url).toBeNull();
  });

  test("50: what is no photo, or far too large, files nothing", async () => {
    const program = new Blob([Buffer.from("MZ\x90\x00 this program cannot be run")], { type: "image/jpeg" });
    refused(await post("requests.xml", [...usual(tried), ["media", program]]), 400);
    const large = new Blob([Buffer.alloc(30 * 1024 * 1024, 1)]);
    expect([400, 413]).toContain((await post("requests.xml", [...usual(tried), ["media", large]])).status);
  });

  test("51: links to pictures may be repeated", async () => {
    await filed(given, [
      ["media_url", "https://example.org/1.jpg"],
      ["media_url", "https://example.org/2.jpg"],
    ]);
  });

  test("53: what is sent again is the same report, by its words or by the partner's name for it", async () => {
    const pairs = usual(tried);
    const ids = [];
    for (const again of [pairs, pairs, changed(pairs, "description", "coś innego")])
      ids.push(members(await post("requests.xml", again), "service_requests", "request")[0]?.service_request_id);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
    const reference: Pairs = [["client_reference", `ref-${Date.now()}`]];
    expect(await filed(given, reference)).toBe(await filed(given, reference));
  });

  test("57: a token nobody was given is unknown", async () => {
    refused(await call("tokens/nie-ma-takiego.xml"), 404);
    refused(await call("tokens/nie-ma-takiego.json"), 404);
  });

  test("61: nothing of the reporter is shown anywhere", async () => {
    const id = await filed(given, [
      ["first_name", "Zofia"],
      ["last_name", "Tajemnicza"],
      ["email", "zofia.tajemnicza@example.org"],
      ["phone", "600 700 800"],
      ["account_id", "konto-4711"],
      ["device_id", "urzadzenie-4712"],
    ]);
    const paths = [`requests/${id}.xml`, `requests/${id}.json`, "requests.xml", "requests.json?extensions=true"];
    for (const path of paths) {
      const { text } = await call(path);
      expect(text).toContain(id);
      expect(text).not.toMatch(
        /Zofia|Tajemnicza|example\.org|600 ?700 ?800|konto-4711|urzadzenie-4712|127\.0\.0\.1\b(?!:)/,
      );
    }
  });
}
