import { ListQuery, languageWanted, readQuery, SearchQuery } from "../../../src/api/query";

test.each([
  ["uk", "en", "uk"],
  [null, "en-GB,pl;q=0.5", "en"],
  [null, "de, uk;q=0.9", "uk"],
  ["de", "en", "en"],
  [undefined, undefined, "pl"],
  [null, "*", "pl"],
])("asked for %s by a browser of %s: %s", (asked, accepted, language) => {
  expect(languageWanted(asked, accepted)).toBe(language);
});

test("an empty parameter is as good as none", () => {
  expect(readQuery(ListQuery, "q=&unit=+&after=&language=")).toEqual({ read: { limit: 20 } });
  expect(readQuery(SearchQuery, "q=")).toEqual({ wrong: [{ name: "q", why: "missing" }] });
});

test("everything that is wrong is told at once, but what came twice first", () => {
  expect(readQuery(ListQuery, "limit=x&lang=pl&language=de")).toEqual({
    wrong: expect.arrayContaining([
      { name: "limit", why: "value" },
      { name: "language", why: "value" },
      { name: "lang", why: "unknown" },
    ]),
  });
  expect(readQuery(ListQuery, "q=a&q=b&limit=x")).toEqual({ wrong: [{ name: "q", why: "twice" }] });
});
