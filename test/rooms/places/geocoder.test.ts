import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Log } from "../../../src/conversation/log";
import { cached } from "../../../src/places/cached";
import { gazetteerOf } from "../../../src/places/gazetteer";
import { embedded, firstThatAnswers, type Geocoder } from "../../../src/places/geocoder";
import { gugik } from "../../../src/places/gugik";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const gazetteer = gazetteerOf();
const asked: URLSearchParams[] = [];
let answer: Answer = () => {};
let server: Server;
let url = "";
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? "", "http://localhost").searchParams);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address === "object" && address) url = `http://127.0.0.1:${address.port}/uug/`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  asked.length = 0;
});

/** As the service writes it: numbers as text, an object with "1", "2", … */
const house = {
  city: "Kraków",
  city_accuracy: "1",
  citypart: "Śródmieście",
  street: "ulica Długa",
  street_accuracy: "1",
  number: "12",
  teryt: "1261011",
  simc: "0950463",
  ulic: "04012",
  code: "31-146",
  accuracy: "1",
  x: "19.93801",
  y: "50.06701",
  geometry_wkt: "POINT(19.93801 50.06701)",
};
const found = (...results: object[]) =>
  JSON.stringify({
    type: "address",
    "found objects": results.length,
    "returned objects": results.length,
    results: results.length === 0 ? null : Object.fromEntries(results.map((one, at) => [String(at + 1), one])),
  });
const says = (body: string, status = 200): Answer => {
  return (_, response) => {
    response.statusCode = status;
    response.setHeader("content-type", "application/json");
    response.end(body);
  };
};

test("only the address leaves the house, never the sentence", async () => {
  answer = says(found(house));
  const results = await gugik({ url, gazetteer }).find("na Długiej 12 pobił mnie mąż, Anna Nowak 600 700 800");
  expect(asked.map((query) => Object.fromEntries(query))).toEqual([
    { request: "GetAddress", address: "Kraków, Długa 12", srid: "4326" },
  ]);
  expect(results).toEqual([
    {
      text: "ul. Długa 12",
      point: { lat: 50.06701, long: 19.93801 },
      source: "address",
      accuracyMetres: 10,
      known: true,
      score: 1,
    },
  ]);
});

test("what is no address is not asked for", async () => {
  expect(await gugik({ url, gazetteer }).find("przystanek Teatr Bagatela")).toEqual([]);
  expect(asked).toEqual([]);
});

test("the order of results, axes the other way round, another city, a street alone, a result without a place", async () => {
  answer = says(
    found(
      { ...house, x: 50.06701, y: 19.93801 },
      { ...house, city: "Wieliczka", x: "20.06", y: "49.98" },
      { ...house, number: null, accuracy: 0.5 },
      { ...house, x: "0", y: "0" },
    ),
  );
  const results = await gugik({ url, gazetteer }).find("Długa 12");
  expect(results.map(({ text, point, source, outside }) => [text, point?.lat, source, outside?.municipality])).toEqual([
    ["ul. Długa 12", 50.06701, "address", undefined],
    ["Wieliczka, ul. Długa 12", 49.98, "address", "Wieliczka"],
    ["ul. Długa", 50.06701, "street", undefined],
  ]);
});

test("the address of a point", async () => {
  answer = says(found({ ...house, street: "osiedle Zgody", number: 2 }));
  expect(await gugik({ url, gazetteer }).near({ lat: 50.067, long: 19.938 })).toMatchObject({ text: "os. Zgody 2" });
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({
    request: "GetAddressReverse",
    location: "POINT(19.938 50.067)",
    srid: "4326",
  });
});

test("nothing found is an answer", async () => {
  answer = says(found());
  expect(await gugik({ url, gazetteer }).find("Długa 999")).toEqual([]);
  expect(await gugik({ url, gazetteer }).near({ lat: 50, long: 20 })).toBeUndefined();
});

test.each<[string, Answer, number]>([
  ["errors, tried twice", says("{}", 500), 2],
  ["a refusal", says("{}", 400), 1],
  ["broken JSON", says('{"results": {"1":'), 1],
  ["a page instead of JSON", says("<html>przerwa techniczna</html>"), 1],
  ["a huge answer", says(`{"results": "${"x".repeat(400_000)}"}`), 1],
  ["silence", () => {}, 1],
  ["a broken connection, tried twice", (request) => request.socket.destroy(), 2],
  [
    "a redirection",
    (_, response) => {
      response.statusCode = 302;
      response.setHeader("location", "/elsewhere");
      response.end();
    },
    2,
  ],
])("rejects for %s", async (_, behaviour, times) => {
  answer = behaviour;
  await expect(gugik({ url, gazetteer, timeLimitMs: 150 }).find("Długa 12")).rejects.toThrow();
  expect(asked).toHaveLength(times);
});

test("an answer of another shape is rejected", async () => {
  answer = says(JSON.stringify({ results: { 1: { ...house, x: "na zachód" } } }));
  await expect(gugik({ url, gazetteer }).find("Długa 12")).rejects.toThrow();
});

test("one error is got over by the second try", async () => {
  answer = (request, response) => (asked.length === 1 ? says("{}", 503) : says(found(house)))(request, response);
  expect(await gugik({ url, gazetteer }).find("Długa 12")).toHaveLength(1);
});

test("after three failures it is left alone for a minute, then asked again", async () => {
  let now = 1_000_000;
  const geocoder = gugik({ url, gazetteer, now: () => now });
  answer = says("{}", 400);
  for (let time = 0; time < 5; time++) await expect(geocoder.find("Długa 12")).rejects.toThrow();
  expect(asked).toHaveLength(3);
  now += 60_000;
  answer = says(found(house));
  expect(await geocoder.find("Długa 12")).toHaveLength(1);
  expect(asked).toHaveLength(4);
});

const warnings: string[] = [];
const log: Log = { info: () => {}, warn: (event) => warnings.push(event), error: () => {} };

test("the list answers where the service fails or knows nothing", async () => {
  const chain = firstThatAnswers([gugik({ url, gazetteer }), embedded(gazetteer)], log);
  answer = says("{}", 400);
  expect(await chain.find("na Długiej 12")).toMatchObject([{ text: "ul. Długa 12", district: "I" }]);
  expect(warnings).toEqual(["geocoder_failed"]);
  answer = says(found());
  expect(await chain.find("os. Urocze 2")).toMatchObject([{ text: "os. Urocze 2", district: "XVIII" }]);
  expect(await chain.find("dzień dobry")).toEqual([]);
  expect(await chain.near({ lat: 49.98, long: 20.3 })).toMatchObject({
    outside: { whose: { en: expect.any(String) } },
  });
  expect(await chain.near({ lat: 50.06, long: 19.94 })).toBeUndefined();
});

test("answers are remembered, equal questions asked once, failures not kept, the oldest forgotten", async () => {
  const texts: string[] = [];
  const counting: Geocoder = {
    find: async (text) => {
      texts.push(text);
      if (text === "źle") throw new Error("down");
      return gazetteer.find(text);
    },
    near: async () => undefined,
  };
  const memory = cached(counting, { most: 2 });
  const [first, second] = await Promise.all([memory.find("na Długiej 12"), memory.find("na  dlugiej 12 ")]);
  expect(second).toBe(first);
  await expect(memory.find("źle")).rejects.toThrow("down");
  await expect(memory.find("źle")).rejects.toThrow("down");
  expect(texts).toEqual(["na Długiej 12", "źle", "źle"]);
  await memory.find("Szeroka 1");
  await memory.find("Szeroka 2");
  await memory.find("na Długiej 12");
  expect(texts.slice(3)).toEqual(["Szeroka 1", "Szeroka 2", "na Długiej 12"]);
});
