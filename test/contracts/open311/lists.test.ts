import { sql } from "kysely";
import { freshPostgreSql } from "../../databases";
import { describeIfPostgreSql } from "../../reachable";
import { clientOf, json, members, rowsOf } from "./client";
import { type OurServer, ourServer } from "./ourServer";

describeIfPostgreSql("Open311 lists of many, on PostgreSQL", () => {
  let server: OurServer;
  const { call, post } = clientOf(() => server.url);
  const list = async (query: string) => rowsOf(json(await call(`requests.json?${query}`)));
  const idsOf = async (query: string) => (await list(query)).map(({ service_request_id }) => service_request_id);

  beforeAll(async () => {
    server = await ourServer(freshPostgreSql);
    const { key } = await server.keyOf();
    await post("requests.xml", [
      ["api_key", key],
      ["service_code", "pothole"],
      ["lat", "50.0614"],
      ["long", "19.9372"],
    ]);
    // One report every minute backwards, each a metre further north.
    await sql`insert into service_requests
        (id, same_as, service, kind, service_version, routed_because, description, place, answers, contact, attachments,
          language, requested_at, status, status_notes, agency_responsible, updated_at, state, state_since, page_key,
          source, lat, long, public)
      select 'KR-2025-' || n, 'many-' || n, service, kind, service_version, routed_because, '', '', '{}', '{}', '[]',
        language, requested_at - n * interval '1 minute', case when n % 2 = 0 then 'open' else 'closed' end, '',
        agency_responsible, requested_at - n * interval '1 minute', case when n % 2 = 0 then 'received' else 'done' end,
        requested_at, 'key-' || n, source, lat + n / 111000.0, long, n % 100 <> 0
      from service_requests, generate_series(1, 1100) n`.execute(server.storage.db);
  });
  afterAll(() => server?.close());

  test("65, 88: without pages a thousand at most, the newest first; with pages all of them", async () => {
    const [first, last] = await Promise.all([list(""), list("page=11&page_size=100")]);
    expect([first.length, last.length]).toEqual([1000, 90]);
    const dates = first.map(({ requested_datetime }) => Date.parse(String(requested_datetime)));
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
    expect(await idsOf("page=2&page_size=400")).toEqual((await idsOf("")).slice(400, 800));
    expect(members(await call("requests.xml"), "service_requests", "request")).toHaveLength(1000);
  });

  test("87: a radius counts metres over the ground", async () => {
    const near = await idsOf("lat=50.0614&long=19.9372&radius=10");
    expect(near).toEqual([expect.any(String), ...Array.from({ length: 9 }, (_, n) => `KR-2025-${n + 1}`)]);
  });

  test("74: filters fit together, and private ones are never there", async () => {
    const closed = await list("status=closed&service_code=pothole");
    expect(closed).toHaveLength(550);
    expect(await list("status=closed&service_code=litter")).toEqual([]);
    expect(await idsOf("service_request_id=KR-2025-100,KR-2025-101")).toEqual(["KR-2025-101"]);
  });

  test("86: old reports that changed lately are among the changes, whenever they were filed", async () => {
    await sql`update service_requests set requested_at = requested_at - interval '2 years', updated_at = now()
      where id = 'KR-2025-7'`.execute(server.storage.db);
    const hourAgo = new Date(Date.now() - 60_000).toISOString();
    expect(await idsOf(`updated_after=${hourAgo}`)).toContain("KR-2025-7");
    expect(await idsOf("")).not.toContain("KR-2025-7");
  });
});
