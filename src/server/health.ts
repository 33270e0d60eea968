import { createHash, timingSafeEqual } from "node:crypto";
import type { Request, Response, Server } from "restify";
import { Refusal } from "../conversation/refusal";
import type { Addresses } from "./addresses";
import type { Metrics } from "./metrics";

/** How one thing this process needs is doing. Only what is `required` keeps it from being ready. */
export type Readiness = { name: string; required: boolean; check(): Promise<boolean> };

export type HealthOptions = {
  readiness: Readiness[];
  metrics: Metrics;
  addresses: Addresses;
  metricsToken?: string | undefined;
  /** Whether the process is stopping and wants no new callers. */
  stopping(): boolean;
};

const PATIENCE_MS = 2_000;

/** Adds `/healthz` (the process lives), `/readyz` (it can serve) and `/metrics`. */
export function serveHealth(server: Server, options: HealthOptions): void {
  server.get("/healthz", async (_request: Request, response: Response) => {
    tell(response, 200, { status: "ok" });
  });
  server.get("/readyz", async (_request: Request, response: Response) => {
    const states = await Promise.all(options.readiness.map(async (one) => ({ ...one, ok: await answers(one) })));
    const ready = !options.stopping() && states.every(({ ok, required }) => ok || !required);
    const parts = Object.fromEntries(states.map(({ name, ok }) => [name, ok ? "ok" : "failing"]));
    tell(response, ready ? 200 : 503, {
      status: options.stopping() ? "stopping" : ready ? "ready" : "not ready",
      ...parts,
    });
  });
  server.get("/metrics", async (request: Request, response: Response) => {
    if (!mayRead(request, options)) throw new Refusal(403, "Forbidden", "Send METRICS_TOKEN as a Bearer token.");
    const { contentType, text } = await options.metrics.page();
    response.setHeader("Cache-Control", "no-store");
    response.sendRaw(200, text, { "Content-Type": contentType });
  });
}

function tell(response: Response, status: number, body: object): void {
  response.setHeader("Cache-Control", "no-store");
  response.json(status, body);
}

async function answers({ check }: Readiness): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answer = Promise.resolve()
    .then(check)
    .catch(() => false);
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

function mayRead(request: Request, { metricsToken, addresses }: HealthOptions): boolean {
  if (!metricsToken) return addresses.isLocal(request);
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ""), digest(`Bearer ${metricsToken}`));
}
