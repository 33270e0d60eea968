import { openLive } from "../../../src/staff/live";
import { openMemoryBus } from "../../../src/storage/memoryBus";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  anna = await house.hires("consultant", "Anna");
});
afterAll(() => house.close());

/** An open page: gathers what the stream brings. */
async function listens(person: Person, watch: string[] = []) {
  const stop = new AbortController();
  const response = await fetch(`${house.url}/console/api/live?watch=${watch.join(",")}`, {
    headers: { Cookie: person.cookie },
    signal: stop.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let ended = false;
  const read = async (): Promise<void> => {
    for (;;) {
      const part = await reader?.read();
      if (!part || part.done) break;
      text += part.value;
    }
  };
  void read()
    .catch(() => {})
    .finally(() => {
      ended = true;
    });
  const until = async (what: string): Promise<string> => {
    for (let tries = 0; tries < 400 && !text.includes(what) && !ended; tries++)
      await new Promise((r) => setTimeout(r, 25));
    return text;
  };
  await until("here");
  return { until, text: () => text, headers: response.headers, close: () => stop.abort() };
}

describe("the live stream", () => {
  test("brings news of watched conversations only, typing of residents only, and changes of the desk", async () => {
    const [watched, other] = [await house.conversation(), await house.conversation()];
    const page = await listens(anna, [watched]);
    expect(page.headers.get("content-type")).toBe("text/event-stream");
    await house.says(other, "tu nikt nie patrzy");
    await house.bus.publish("typing", `${watched}:consultant`);
    await house.bus.publish("typing", `${watched}:resident`);
    const seq = await house.says(watched, "halo");
    const text = await page.until(`{"conversationId":"${watched}","seq":${seq}}`);
    expect(text).toContain(`event: typing\ndata: {"conversationId":"${watched}"}\n\n`);
    expect(text.match(/event: typing/g)).toHaveLength(1);
    expect(text).not.toContain(other);
    await house.bus.publish("queue", "");
    expect(await page.until("event: queue")).toContain("event: queue");
    page.close();
  });

  test("tells every page when somebody in the queue writes", async () => {
    const id = await house.conversation({ speaker: "waiting" });
    const page = await listens(anna);
    await house.bus.publish("queue", id);
    await page.until("event: queue");
    const before = page.text().length;
    // The stream learns who waits a moment after it told of the queue.
    for (let tries = 0; tries < 100 && page.text().length === before; tries++) {
      await house.bus.publish("news", `${id}:${tries}`);
      await new Promise((r) => setTimeout(r, 50));
    }
    expect(page.text().slice(before)).toContain("event: queue");
    page.close();
  });

  test("gathers a burst of changes into one wake-up", async () => {
    const page = await listens(anna);
    for (let n = 0; n < 100; n++) await house.bus.publish("queue", String(n));
    await page.until("event: queue");
    expect(page.text().match(/event: queue/g)).toHaveLength(1);
    page.close();
  });
});

describe("an open page", () => {
  const listener = (given: Partial<Parameters<ReturnType<typeof openLive>["add"]>[0]> = {}) => {
    const heard: string[] = [];
    let ended = false;
    return {
      heard,
      isOver: () => ended,
      accountId: "anna",
      watched: new Set(["a:b"]),
      alive: async () => true,
      write: (text: string) => heard.push(text) < 1000,
      end: () => {
        ended = true;
      },
      ...given,
    };
  };

  test("whose line is clogged is cut off, so that it comes back fresh", async () => {
    const bus = openMemoryBus();
    const live = openLive({ bus, waitingIds: async () => [] });
    const page = listener({ write: () => false });
    live.add(page);
    await bus.publish("news", "a:b:7");
    expect(page.isOver()).toBe(true);
    live.close();
  });

  test("is the oldest to go when one person has too many", () => {
    const live = openLive({ bus: openMemoryBus(), waitingIds: async () => [] });
    const pages = Array.from({ length: 8 }, () => listener());
    const other = listener({ accountId: "piotr" });
    for (const page of [other, ...pages]) live.add(page);
    expect([other, ...pages].map((page) => page.isOver())).toEqual([false, true, true, ...Array(6).fill(false)]);
    live.close();
    expect(pages.every((page) => page.isOver())).toBe(true);
  });

  test("of somebody who may no longer listen is told so and closed", async () => {
    jest.useFakeTimers();
    const live = openLive({ bus: openMemoryBus(), waitingIds: async () => [] });
    const page = listener({ alive: async () => false });
    live.add(page);
    await jest.advanceTimersByTimeAsync(15_000);
    expect(page.heard).toEqual(["event: over\ndata: {}\n\n"]);
    expect(page.isOver()).toBe(true);
    live.close();
    jest.useRealTimers();
  });
});
