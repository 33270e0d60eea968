import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { type Browser, chromium } from "playwright-core";
import { chromiumPath } from "../../reachable";

const script = readFileSync(require.resolve("botframework-directlinejs/dist/directline.js"));

/** A website that is not ours, with the official client's own bundle on its page. */
export async function website(): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isScript = request.url === "/directline.js";
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : '<!doctype html><meta charset="utf-8"><script src="directline.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

type ClientOptions = {
  domain: string;
  token: string;
  conversationId?: string;
  webSocket?: boolean;
  locale?: string;
};
type Seen = {
  type: string;
  id?: string;
  text?: string;
  from: { id: string; role: string; name?: string };
  channelData?: { clientActivityID?: string; agent?: string };
  suggestedActions?: { actions: { type: string; title: string; value: string }[] };
  attachments?: { contentType: string; name: string; contentUrl: string }[];
};

/** The official client on a page, handled from the test. `clock` lets the test move the page's time. */
export async function officialClient(
  browser: Browser,
  origin: string,
  { clock = false, ...options }: ClientOptions & { clock?: boolean },
) {
  const page = await (await browser.newContext()).newPage();
  if (clock) await page.clock.install();
  await page.goto(origin);
  await page.evaluate((wanted) => {
    // The client's random pause before it reconnects is 3 to 15 s; its least is enough here.
    Math.random = () => 0;
    const { DirectLine } = Reflect.get(globalThis, "DirectLine");
    const client = new DirectLine({ pollingInterval: 200, ...wanted });
    const seen: unknown[] = [];
    const statuses: number[] = [];
    client.activity$.subscribe((activity: unknown) => seen.push(activity));
    client.connectionStatus$.subscribe((status: number) => statuses.push(status));
    Object.assign(globalThis, { client, seen, statuses });
  }, options);
  return {
    page,
    seen: (): Promise<Seen[]> => page.evaluate(() => Reflect.get(globalThis, "seen")),
    statuses: (): Promise<number[]> => page.evaluate(() => Reflect.get(globalThis, "statuses")),
    post: (activity: object): Promise<string> => page.evaluate(postInPage, activity),
    close: () => page.context().close(),
  };
}

const postInPage = (activity: object): Promise<string> =>
  new Promise((resolve, reject) => {
    Reflect.get(globalThis, "client")
      .postActivity(activity)
      .subscribe(resolve, (error: { status?: number }) => reject(new Error(String(error.status ?? error))));
  });
