import { once } from "node:events";
import { createServer, type Server } from "restify";
import { sendStream } from "../../../src/staff/sendStream";

let server: Server;
let chunks: AsyncIterable<string>;
let sent: Promise<void>;
const logged: string[] = [];
const log = { info() {}, warn() {}, error: (event: string) => void logged.push(event) };
beforeAll(async () => {
  server = createServer();
  server.get("/", async (_request, response) => {
    sent = sendStream(response, { contentType: "text/csv", name: "zgłoszenia.csv", chunks }, log);
    await sent.catch(() => response.sendRaw(500, ""));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.server.closeAllConnections();
  server.close();
});
const url = () => `http://127.0.0.1:${server.address().port}/`;

const MEGABYTE = "a".repeat(1024 * 1024);

test("what is made comes whole, with its name", async () => {
  chunks = (async function* () {
    for (let n = 0; n < 20; n++) yield MEGABYTE;
  })();
  const came = await fetch(url());
  expect(came.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''zg%C5%82oszenia.csv");
  expect((await came.text()).length).toBe(20 * MEGABYTE.length);
});

test("nothing more is made than the other side takes, nor anything once it is gone", async () => {
  let made = 0;
  let ended = false;
  chunks = (async function* () {
    try {
      for (;;) {
        made++;
        yield MEGABYTE;
      }
    } finally {
      ended = true;
    }
  })();
  const leaving = new AbortController();
  const came = await fetch(url(), { signal: leaving.signal });
  await came.body?.getReader().read();
  leaving.abort();
  await sent;
  expect(ended).toBe(true);
  // Some lie in the buffers between two sockets.
  expect(made).toBeLessThan(100);
});

async function* broke(first: string): AsyncGenerator<string> {
  if (first !== "") yield first;
  throw new Error("the database is gone");
}

test("a file that cannot be made to its end is no whole file; one that cannot be begun is an error", async () => {
  chunks = broke("Numer\r\n");
  await expect(fetch(url()).then((came) => came.text())).rejects.toThrow();
  expect(logged).toEqual(["staff_stream_broken"]);
  chunks = broke("");
  expect((await fetch(url())).status).toBe(500);
});
