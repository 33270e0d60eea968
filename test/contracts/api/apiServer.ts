import { createHash, randomUUID } from "node:crypto";
import { registerApi } from "../../../src/api/registerApi";
import type { Bus, Limiter } from "../../../src/conversation/bus";
import { apiContent } from "../../../src/forApi";
import { createAddresses } from "../../../src/server/addresses";
import { createMetrics } from "../../../src/server/metrics";
import { createServer } from "../../../src/server/server";
import { formatNumber } from "../../../src/serviceRequests/number";
import { openStorage } from "../../../src/storage/storage";
import { freshEmbedded } from "../../databases";
import { realParts } from "../../learnt";

export type ApiServer = Awaited<ReturnType<typeof apiServer>>;

/** Our real server with a real store and the real content, once for each limiter; all of them know the same keys. */
export async function apiServer(limiters: (Bus & Limiter)[]) {
  const database = await freshEmbedded();
  const logged: string[] = [];
  const write = (event: string, fields?: object) => void logged.push(JSON.stringify({ event, ...fields }));
  const log = { info: write, warn: write, error: write };
  const storage = await openStorage({ ...database.options, log, formatNumber, onNews() {}, onAlert() {} });
  const addresses = createAddresses({ trustedProxies: 0 });
  const metrics = createMetrics();
  // A test changes it as an editor would.
  const content = { is: realParts() };
  const now = () => new Date();
  const { apiKeys } = storage;
  const { clientAddress } = addresses;
  const servers = limiters.map((limiter) => {
    const parts = { content: () => apiContent(content.is, now), apiKeys, limiter, clientAddress, log, now };
    const routes = [(http: Parameters<typeof registerApi>[0]) => registerApi(http, parts)];
    return createServer({ host: "127.0.0.1", port: 0, addresses, metrics, readiness: [], routes, log });
  });
  const listening = await Promise.all(servers.map((server) => server.listen()));
  return {
    urls: listening.map(({ port }) => `http://127.0.0.1:${port}/api/v1/`),
    ...{ content, logged, metrics, apiKeys },
    async keyOf(perMinute = 100_000) {
      const key = randomUUID();
      const hash = createHash("sha256").update(key).digest("hex");
      const { id } = await apiKeys.add({ name: "portal", perMinute, hash, createdBy: "test" }, now());
      return { key, id };
    },
    async close() {
      await Promise.all(servers.map((server) => server.close()));
      await Promise.all(limiters.map((limiter) => limiter.close()));
      await storage.close();
      await database.drop();
    },
  };
}
