import { filed } from "./checkFiling";
import { json, members, type Row, refused, rowOf, rowsOf } from "./client";
import type { Given } from "./conformance";

const fields = [
  ...["address", "address_id", "agency_responsible", "description", "expected_datetime", "lat", "long", "media_url"],
  ...["requested_datetime", "service_code", "service_name", "service_notice", "service_request_id", "status"],
  ...["status_notes", "updated_datetime", "zipcode"],
];
const DAY = 24 * 60 * 60_000;
const daysAgo = (count: number) => new Date(Date.now() - count * DAY).toISOString();
const idsOf = (rows: Row[]) => rows.map(({ service_request_id }) => String(service_request_id));

export function listChecks(given: Given): void {
  const { call, tried } = given;
  let id: string;
  let other: string;
  beforeAll(async () => {
    id = await filed(given);
    other = await filed(given, [["service_code", tried().service]]);
  });
  const list = async (query: string) => rowsOf(json(await call(`requests.json?${query}`)));
  const one = async () => rowOf(rowsOf(json(await call(`requests/${id}.json`)))[0]);

  test("59, 78: one request has every core field as an element, and is an array in JSON", async () => {
    const found = members(await call(`requests/${id}.xml`), "service_requests", "request");
    expect(found).toHaveLength(1);
    expect(Object.keys(found[0] ?? {}).sort()).toEqual(fields);
    expect(found[0]).toMatchObject({ service_request_id: id, status: "open", service_code: tried().service });
    expect(rowsOf(json(await call(`requests/${id}.json`)))).toHaveLength(1);
    expect(rowsOf(json(await call(`requests.json?service_request_id=${id}`)))).toHaveLength(1);
  });

  test("62: a request nobody knows does not exist", async () => {
    refused(await call("requests/nie-ma-takiego.json"), 404);
    refused(await call("requests/nie-ma-takiego.xml"), 404);
  });

  test("66, 67: ninety days are the most at once; with one date the window reaches ninety days from it", async () => {
    const window = (from: number, to: number) => `requests.xml?start_date=${daysAgo(from)}&end_date=${daysAgo(to)}`;
    members(await call(window(90, 0)), "service_requests", "request");
    refused(await call(window(92, 0)), 400);
    expect(idsOf(await list(`start_date=${daysAgo(89)}`))).toContain(id);
    expect(idsOf(await list(`start_date=${daysAgo(200)}`))).not.toContain(id);
    expect(idsOf(await list(`end_date=${daysAgo(-1)}`))).toContain(id);
    expect(idsOf(await list(`end_date=${daysAgo(1)}`))).not.toContain(id);
  });

  test("69: what is no date is refused; a date without a zone is the city's", async () => {
    refused(await call("requests.xml?start_date=2026-13-01"), 400);
    refused(await call("requests.json?end_date=wczoraj"), 400);
    const { requested_datetime } = await one();
    const local = String(requested_datetime).slice(0, 19);
    expect(idsOf(await list(`start_date=${local}&end_date=${local}`))).toContain(id);
  });

  test("70, 71: the seconds at both ends count, in whatever zone they are written", async () => {
    const at = String((await one()).requested_datetime);
    const query = (date: string) => `start_date=${encodeURIComponent(date)}&end_date=${encodeURIComponent(date)}`;
    const inZulu = new Date(at).toISOString().replace(".000Z", "Z");
    const far = `${new Date(Date.parse(at) + 5 * 3_600_000).toISOString().slice(0, 19)}+05:00`;
    const found = idsOf(await list(query(at)));
    expect(found).toContain(id);
    for (const same of [inZulu, far]) expect(idsOf(await list(query(same)))).toEqual(found);
    // A plus that nobody encoded arrives as a space.
    expect(idsOf(await list(`start_date=${far}&end_date=${far}`))).toEqual(found);
  });

  test("73, 74: unknown states are refused, unknown kinds of report are an empty list", async () => {
    refused(await call("requests.xml?status=done"), 400);
    expect(idsOf(await list("status=open"))).toContain(id);
    expect(idsOf(await list("status=open,closed"))).toContain(id);
    expect(idsOf(await list("status=closed"))).not.toContain(id);
    const kinds = await list(`service_code=${tried().service},nie-ma-takiej`);
    expect(new Set(kinds.map(({ service_code }) => service_code))).toEqual(new Set([tried().service]));
    expect(await list("service_code=nie-ma-takiej")).toEqual([]);
  });

  test("75: numbers count before everything else", async () => {
    const query = `service_request_id=${id},${other}&status=closed&start_date=${daysAgo(900)}&end_date=${daysAgo(890)}`;
    expect(idsOf(await list(query)).sort()).toEqual([id, other].sort());
  });

  test("77: nothing found is an empty list and no error", async () => {
    const empty = `start_date=${daysAgo(900)}&end_date=${daysAgo(890)}`;
    expect(members(await call(`requests.xml?${empty}`), "service_requests", "request")).toEqual([]);
    expect(await list(empty)).toEqual([]);
  });

  test("79: every date has a zone", async () => {
    const { text } = await call("requests.xml?extensions=true");
    const dates = [...text.matchAll(/<(\w*datetime)>([^<]+)</g)].map(([, , date]) => date);
    expect(dates.length).toBeGreaterThan(2);
    for (const date of dates) expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
  });

  test("85: extensions come only when asked for", async () => {
    const [more = {}] = members(await call(`requests/${id}.xml?extensions=true`), "service_requests", "request");
    expect(Object.keys(more).sort()).toEqual([...fields, "attributes", "extended_attributes", "notes"].sort());
    expect(Object.keys(rowOf((await list(""))[0])).sort()).toEqual(fields);
  });

  test("86: changes after a moment are all later than it", async () => {
    const after = String((await one()).updated_datetime);
    const rows = await list(`updated_after=${encodeURIComponent(after)}`);
    expect(idsOf(rows)).toContain(id);
    for (const { updated_datetime } of rows)
      expect(Date.parse(String(updated_datetime))).toBeGreaterThanOrEqual(Date.parse(after));
    expect(await list(`updated_after=${daysAgo(-1)}`)).toEqual([]);
  });

  test("87: around a point there is only what lies within the radius", async () => {
    const [lat, long] = tried().inside;
    expect(idsOf(await list(`lat=${lat}&long=${long}&radius=50`))).toContain(id);
    const away = (Number(lat) + 0.01).toFixed(6);
    expect(idsOf(await list(`lat=${away}&long=${long}&radius=200`))).not.toContain(id);
    refused(await call(`requests.xml?lat=${lat}&radius=200`), 400);
  });

  if (given.extensions.paging)
    test("88: pages follow each other without gaps, and what is no page is refused", async () => {
      const both = idsOf(await list("page=1&page_size=2"));
      expect([...idsOf(await list("page=1&page_size=1")), ...idsOf(await list("page=2&page_size=1"))]).toEqual(both);
      expect(both).toHaveLength(2);
      refused(await call("requests.xml?page=0"), 400);
      refused(await call("requests.xml?page_size=1001"), 400);
    });
}
