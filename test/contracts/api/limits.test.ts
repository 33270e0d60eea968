import { randomUUID } from "node:crypto";
import { openRedis } from "../../../src/storage/redis";
import { describeIfRedis, testRedisUrl } from "../../reachable";
import { type ApiServer, apiServer } from "./apiServer";

const quiet = { info() {}, warn() {}, error() {} };

describeIfRedis("the content API in two processes", () => {
  let server: ApiServer;
  const statuses = async (headers: Record<string, string>, places: number[]) => {
    const seen = [];
    for (const place of places) seen.push((await fetch(`${server.urls[place]}articles?limit=1`, { headers })).status);
    return seen;
  };

  beforeAll(async () => {
    const prefix = `test-${randomUUID()}`;
    const open = () => openRedis({ url: testRedisUrl, log: quiet, prefix });
    const limiters = [open(), open()];
    while (!limiters.every((limiter) => limiter.healthy())) await new Promise((later) => setTimeout(later, 10));
    server = await apiServer(limiters);
  });
  afterAll(() => server?.close());

  test("a key's limit is one limit, wherever it is used; another key has its own", async () => {
    const [few, many] = [await server.keyOf(3), await server.keyOf()];
    expect(await statuses({ "X-Api-Key": few.key }, [0, 1, 0, 1, 0])).toEqual([200, 200, 200, 429, 429]);
    expect(await statuses({ "X-Api-Key": many.key }, [0, 1])).toEqual([200, 200]);
  });

  test("so is that of an address without a key", async () => {
    const places = Array.from({ length: 60 }, (_, n) => n % 2);
    expect(new Set(await statuses({}, places))).toEqual(new Set([200]));
    expect(await statuses({}, [0, 1])).toEqual([429, 429]);
  });
});
