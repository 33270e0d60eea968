import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Request, Response } from "restify";
import { Refusal } from "../../../src/conversation/refusal";
import { createAddresses } from "../../../src/server/addresses";
import { createMetrics } from "../../../src/server/metrics";
import { createServer, type HttpServer, type ServerOptions } from "../../../src/server/server";

type Logged = { event: string; fields: Record<string, unknown> | undefined };
let running: HttpServer[] = [];
let logged: Logged[] = [];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "static-"));
  logged = [];
});
afterEach(async () => {
  await Promise.all(running.map((server) => server.close()));
  running = [];
  rmSync(folder, { recursive: true });
});

async function start(changes: Partial<ServerOptions> = {}) {
  const note = (event: string, fields?: Record<string, unknown>) => void logged.push({ event, fields });
  const server = createServer({
    host: "127.0.0.1",
    port: 0,
    addresses: createAddresses({ trustedProxies: 0 }),
    metrics: createMetrics({ pending: async () => 3 }),
    readiness: [],
    routes: [],
    log: { info: note, warn: note, error: note },
    ...changes,
  });
  running.push(server);
  const { port } = await server.listen();
  return { server, port, url: `http://127.0.0.1:${port}` };
}

/** One route that does what the test wants. */
const route = (handle: (request: Request, response: Response) => Promise<void>): ServerOptions["routes"] => [
  (server) => {
    const handler = async (request: Request, response: Response) => {
      await handle(request, response);
    };
    server.get("/try", handler);
    server.post("/try", handler);
    return async () => {};
  },
];

describe("errors", () => {
  test("a refusal is answered as it stands, with its headers", async () => {
    const { url } = await start({
      routes: route(async () => {
        throw new Refusal(429, "TooManyRequests", "Wait a little.", { "Retry-After": "7" });
      }),
    });
    const response = await fetch(`${url}/try`);
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"]);
    expect(await response.json()).toEqual({ error: { code: "TooManyRequests", message: "Wait a little." } });
  });

  test.each<[string, unknown]>([
    ["an error with secrets", new Error("connect postgres://hejnal:secret@db failed")],
    ["what is no error", { some: "object" }],
    ["an error with a status of its own", Object.assign(new Error("secret"), { statusCode: 502 })],
  ])("%s becomes a plain 500, and goes to the log", async (_, thrown) => {
    const { url } = await start({
      routes: route(async () => {
        throw thrown;
      }),
    });
    const response = await fetch(`${url}/try`, { headers: { Accept: "text/html" } });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(text).not.toMatch(/secret|postgres|\bat |node_modules/);
    expect(JSON.parse(text).error.code).toBe("InternalError");
    expect(logged.map(({ event }) => event)).toContain("request_failed");
  });

  test("an answer that was begun is not spoiled by a later error", async () => {
    const { url } = await start({
      routes: route(async (_, response) => {
        response.json(200, { fine: true });
        throw new Error("too late");
      }),
    });
    expect(await (await fetch(`${url}/try`)).json()).toEqual({ fine: true });
  });

  test("every answer carries safe headers and an id, also refusals", async () => {
    const { url } = await start();
    for (const path of ["/healthz", "/nothing"]) {
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
      expect(headers.get("server")).toBeNull();
    }
  });
});

describe("request notes", () => {
  test("say route and status, never address, query, headers or body", async () => {
    const { url } = await start({
      routes: route(async (_, response) => {
        response.json(200, {});
      }),
    });
    const init = { method: "POST", headers: { "Content-Type": "application/json", Authorization: "Bearer SECRET" } };
    await fetch(`${url}/try?t=SECRET`, { ...init, body: '{"text":"SECRET"}' });
    await expectSoon(() => logged.length > 0);
    expect(logged[0]).toMatchObject({ event: "request", fields: { method: "POST", route: "/try", status: 200 } });
    expect(JSON.stringify(logged)).not.toMatch(/SECRET|127\.0\.0\.1/);
  });
});

describe("bodies", () => {
  test("are handed on parsed, with their bytes beside them for signatures", async () => {
    const seen: unknown[] = [];
    const { url } = await start({
      routes: route(async (request, response) => {
        seen.push(request.body, request.rawBody);
        response.json(200, {});
      }),
    });
    const body = '{"text": "z\\u0142"}';
    await fetch(`${url}/try`, { method: "POST", headers: { "Content-Type": "application/json; charset=utf-8" }, body });
    expect(seen).toEqual([{ text: "zł" }, Buffer.from(body)]);
  });

  test("that are cut short do not hold the server", async () => {
    const { port, url } = await start({ routes: route(async () => {}) });
    const socket = connect(port, "127.0.0.1");
    socket.write("POST /try HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe("health", () => {
  test("the process lives, whatever it needs is doing", async () => {
    const { url } = await start({ readiness: [{ name: "database", required: true, check: async () => false }] });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test.each<[string, ServerOptions["readiness"], number, object]>([
    [
      "all answers",
      [{ name: "database", required: true, check: async () => true }],
      200,
      { status: "ready", database: "ok" },
    ],
    [
      "the database does not",
      [{ name: "database", required: true, check: async () => false }],
      503,
      { status: "not ready", database: "failing" },
    ],
    [
      "the database throws",
      [{ name: "database", required: true, check: () => Promise.reject(new Error("secret")) }],
      503,
      { status: "not ready", database: "failing" },
    ],
    [
      "the database hangs",
      [{ name: "database", required: true, check: () => new Promise(() => {}) }],
      503,
      { status: "not ready", database: "failing" },
    ],
    [
      "only wake-ups are away",
      [{ name: "redis", required: false, check: async () => false }],
      200,
      { status: "ready", redis: "failing" },
    ],
  ])("readiness when %s", async (_, readiness, status, body) => {
    const { url } = await start({ readiness });
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toEqual([status, body]);
  });
});

describe("metrics", () => {
  test("count requests by route, and show what waits", async () => {
    const metrics = createMetrics({ pending: async () => 3 });
    const { url } = await start({ metrics });
    metrics.turn(12, "answered");
    metrics.decision("answer");
    metrics.sockets(2);
    await fetch(`${url}/healthz`);
    await fetch(`${url}/wp-login.php?x=1`);
    const page = await (await fetch(`${url}/metrics`)).text();
    for (const line of [
      'hejnal_http_requests_total{method="GET",route="/healthz",status="200"} 1',
      'hejnal_http_requests_total{method="GET",route="none",status="404"} 1',
      'hejnal_turns_total{outcome="answered"} 1',
      'hejnal_decisions_total{decision="answer"} 1',
      'hejnal_turn_seconds_bucket{le="0.02"} 1',
      "hejnal_pending_messages 3",
      "hejnal_open_sockets 2",
      "process_resident_memory_bytes",
    ])
      expect(page).toContain(line);
    expect(page).not.toContain("wp-login");
  });

  test("a store that does not answer does not take the page away", async () => {
    const metrics = createMetrics({ pending: () => Promise.reject(new Error("away")) });
    const { url } = await start({ metrics });
    expect(await (await fetch(`${url}/metrics`)).text()).toContain("hejnal_pending_messages Nan");
  });

  test.each([
    ["no token", {}, 403],
    ["a wrong token", { Authorization: "Bearer wrong" }, 403],
    ["the token", { Authorization: "Bearer a-token-of-sixteen" }, 200],
  ])("with a token set, %s", async (_, headers, status) => {
    const { url } = await start({ metricsToken: "a-token-of-sixteen" });
    expect((await fetch(`${url}/metrics`, { headers })).status).toBe(status);
  });

  test.each<[string, number, Record<string, string>, number]>([
    ["from this machine", 0, {}, 200],
    ["through a proxy on this machine", 0, { "X-Forwarded-For": "127.0.0.1" }, 403],
    ["through a trusted proxy, from elsewhere", 1, { "X-Forwarded-For": "203.0.113.7" }, 403],
    ["through a trusted proxy, claiming to be local", 1, { "X-Forwarded-For": "127.0.0.1, 203.0.113.7" }, 403],
    ["past the proxy, from this machine", 1, {}, 200],
  ])("without a token: %s", async (_, trustedProxies, headers, status) => {
    const { url } = await start({ addresses: createAddresses({ trustedProxies }) });
    expect((await fetch(`${url}/metrics`, { headers })).status).toBe(status);
  });
});

describe("files", () => {
  beforeEach(() => {
    mkdirSync(join(folder, "assets"));
    mkdirSync(join(folder, "demo"));
    writeFileSync(join(folder, "widget.js"), "let a = 1;");
    writeFileSync(join(folder, "widget.js.br"), brotliCompressSync("let a = 1;"));
    writeFileSync(join(folder, "widget.js.gz"), gzipSync("let a = 1;"));
    writeFileSync(join(folder, "assets", "page-Ab3dE6gH.css"), "a{}");
    writeFileSync(join(folder, "demo", "index.html"), "<!doctype html>");
    writeFileSync(join(folder, ".env"), "SECRET");
  });

  test.each([
    ["br, gzip", "br"],
    ["gzip", "gzip"],
    ["gzip, br;q=0", "gzip"],
    ["identity", null],
  ])("the smallest form that %s allows is sent", async (wanted, encoding) => {
    const { url } = await start({ staticFolder: folder });
    const response = await fetch(`${url}/widget.js`, { headers: { "Accept-Encoding": wanted } });
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(await response.text()).toBe("let a = 1;");
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });

  test("a file that has not changed is not sent again", async () => {
    const { url } = await start({ staticFolder: folder });
    const etag = (await fetch(`${url}/widget.js`)).headers.get("etag") ?? "";
    const again = await fetch(`${url}/widget.js`, { headers: { "If-None-Match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("files with a fingerprint in their name are kept for a year, others not", async () => {
    const { url } = await start({ staticFolder: folder });
    const cache = async (path: string) => (await fetch(`${url}${path}`)).headers.get("cache-control");
    expect(await cache("/assets/page-Ab3dE6gH.css")).toContain("immutable");
    expect(await cache("/widget.js")).toContain("max-age=300");
    expect(await cache("/demo/")).toBe("no-cache");
  });

  test("a page allows nothing inline and nothing from elsewhere", async () => {
    const { url, port } = await start({ staticFolder: folder });
    const { headers, status } = await fetch(`${url}/demo`);
    expect(status).toBe(200);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port};`);
    expect(policy).not.toMatch(/unsafe/);
  });

  test.each([
    "/.env",
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "/demo/..%5c.env",
    "/assets",
    "/widget.js.br",
  ])("%s is not there", async (path) => {
    const { port } = await start({ staticFolder: folder });
    expect(await firstLine(port, path)).toBe("HTTP/1.1 404 Not Found");
  });
});

describe("stopping", () => {
  test("finishes what runs, takes nothing new, and closes what the rooms hold", async () => {
    let release = (): void => {};
    let roomClosed = false;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const [add] = route(async (_, response) => {
      await held;
      response.json(200, { finished: true });
    });
    const { server, url } = await start({
      routes: [
        (restify) => {
          add?.(restify);
          return async () => {
            roomClosed = true;
          };
        },
      ],
    });
    const answer = fetch(`${url}/try`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closed = server.close();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    release();
    expect(await (await answer).json()).toEqual({ finished: true });
    await closed;
    expect(roomClosed).toBe(true);
    running = [];
  });
});

async function expectSoon(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function firstLine(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    socket.once("data", (data) => resolve(String(data).split("\r\n")[0] ?? ""));
    socket.on("error", reject);
  });
}
