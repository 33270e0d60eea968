import { filed } from "./checkFiling";
import { members, type Pairs, refused, rowsOf } from "./client";
import type { Given } from "./conformance";

export function updateChecks(given: Given): void {
  const { call, post, tried } = given;
  let told = 0;
  const update = (id: string, status: string, more: Pairs = []): Pairs => [
    ["api_key", tried().key],
    ["service_request_id", id],
    ["update_id", `proba-${Date.now()}-${++told}`],
    ["status", status],
    ["updated_datetime", new Date(Date.now() + 1000).toISOString()],
    ["description", `Próba zmiany ${told}`],
    ...more,
  ];
  const statusOf = async (id: string) => {
    const { text } = await call(`requests/${id}.json`);
    return rowsOf(JSON.parse(text))[0]?.status;
  };
  const updates = async () =>
    members(
      await call(`servicerequestupdates.xml?start_date=${ago(3600)}&end_date=${ago(-60)}`),
      "service_request_updates",
      "request_update",
    );

  test("93, 94, 97: what is done is an update with its five fields, the same whenever it is read", async () => {
    const id = await filed(given);
    const got = await post("servicerequestupdates.xml", update(id, "FIXED"));
    const [answer] = members(got, "service_request_updates", "request_update");
    expect(answer?.update_id).toMatch(/\S/);
    expect(await statusOf(id)).toBe("closed");
    const mine = (await updates()).filter(({ service_request_id }) => service_request_id === id);
    expect(mine.map(({ update_id }) => update_id)).toEqual([answer?.update_id]);
    for (const field of ["update_id", "service_request_id", "status", "updated_datetime", "description"])
      expect(mine[0]?.[field]).toMatch(/\S/);
    expect((await updates()).filter(({ service_request_id }) => service_request_id === id)).toEqual(mine);
  });

  test("81: who says it is open after all reopens it, and the time of its change moves on", async () => {
    const id = await filed(given);
    members(await post("servicerequestupdates.xml", update(id, "FIXED")), "service_request_updates", "request_update");
    members(await post("servicerequestupdates.xml", update(id, "OPEN")), "service_request_updates", "request_update");
    expect(await statusOf(id)).toBe("open");
  });

  test("95: the same update twice is one", async () => {
    const id = await filed(given);
    const same = update(id, "OPEN");
    const [first] = members(await post("servicerequestupdates.xml", same), "service_request_updates", "request_update");
    const [again] = members(await post("servicerequestupdates.xml", same), "service_request_updates", "request_update");
    expect(again?.update_id).toBe(first?.update_id);
  });

  test("97, 98: unknown words, unknown requests and wrong keys are refused", async () => {
    const id = await filed(given);
    refused(await post("servicerequestupdates.xml", update(id, "NIE_WIEM")), 400);
    refused(await post("servicerequestupdates.json", update("nie-ma-takiego", "FIXED")), 404);
    const keyless = update(id, "FIXED").filter(([name]) => name !== "api_key");
    refused(await post("servicerequestupdates.xml", keyless), 403);
    expect(await statusOf(id)).toBe("open");
  });

  test("99: an update older than the last change is kept and changes no state", async () => {
    const id = await filed(given);
    members(await post("servicerequestupdates.xml", update(id, "OPEN")), "service_request_updates", "request_update");
    const old: Pairs = update(id, "FIXED").map(([name, value]) =>
      name === "updated_datetime" ? [name, ago(7200)] : [name, value],
    );
    members(await post("servicerequestupdates.xml", old), "service_request_updates", "request_update");
    expect(await statusOf(id)).toBe("open");
  });
}

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
