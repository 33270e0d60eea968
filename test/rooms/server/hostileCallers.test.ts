import { once } from "node:events";
import { connect } from "node:net";
import { createAddresses } from "../../../src/server/addresses";
import { createMetrics } from "../../../src/server/metrics";
import { createServer, type HttpServer } from "../../../src/server/server";

// What is not caught here would end the process, and with it the test.

let server: HttpServer;
let port: number;

beforeEach(async () => {
  server = createServer({
    host: "127.0.0.1",
    port: 0,
    addresses: createAddresses({ trustedProxies: 0 }),
    metrics: createMetrics(),
    readiness: [],
    routes: [],
    log: { info() {}, warn() {}, error() {} },
  });
  port = (await server.listen()).port;
});
afterEach(() => server.close());

test.each(["a:99999", "[", "a b", "%"])("the Host header %j is refused", async (host) => {
  expect(await firstLine(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toBe(
    "HTTP/1.1 400 Bad Request",
  );
  expect(await isAlive()).toBe(true);
});

test.each(["/healthz/%00", "/healthz?a=%00"])("%s is refused: no id holds the character zero", async (path) => {
  const call = `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;
  expect(await firstLine(call)).toBe("HTTP/1.1 400 Bad Request");
});

test("an address with a host nobody can read is refused", async () => {
  const call = "GET http://[/healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  expect(await firstLine(call)).toBe("HTTP/1.1 400 Bad Request");
  expect(await isAlive()).toBe(true);
});

test("who asks for a live connection where there is none, and hangs up, harms nobody", async () => {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write("GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.resetAndDestroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await isAlive()).toBe(true);
});

async function isAlive(): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok;
}

async function firstLine(call: string): Promise<string> {
  const socket = connect(port, "127.0.0.1", () => socket.write(call));
  const [data] = await once(socket, "data");
  socket.destroy();
  return String(data).split("\r\n")[0] ?? "";
}
