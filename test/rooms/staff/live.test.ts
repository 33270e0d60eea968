import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { connect } from "node:net";
import { openLive } from "../../../src/staff/live/live";
import type { LiveFrame } from "../../../src/staff/wire";
import { openMemoryBus } from "../../../src/storage/memoryBus";
import { opensConsole } from "./console";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
let piotr: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  anna = await house.hires("consultant", "Anna");
  piotr = await house.hires("consultant", "Piotr");
});
afterAll(() => house.close());

const opens = (person: Person, query = "", origin?: string) => opensConsole(house.url, person, query, origin);
const settle = () => new Promise((later) => setTimeout(later, 60));

describe("the live connection", () => {
  test("brings news of watched conversations only, typing of residents only, and changes of the desk", async () => {
    const [watched, other] = [await house.conversation(), await house.conversation()];
    const page = await opens(anna);
    page.says({ kind: "watch", conversationIds: [watched] });
    await settle();
    await house.says(other, "tu nikt nie patrzy");
    await house.bus.publish("typing", `${watched}:consultant`);
    await house.bus.publish("typing", `${watched}:resident`);
    await house.bus.publish("changed", watched);
    const seq = await house.says(watched, "halo");
    await page.until(() => page.of("news").some((news) => news.seq >= seq));
    expect(page.of("typing")).toMatchObject([{ conversationId: watched }]);
    expect(page.of("changed")).toMatchObject([{ conversationId: watched }]);
    expect(JSON.stringify(page.frames)).not.toContain(other);
    await house.bus.publish("queue", "");
    await page.until(() => page.of("queue").length > 0);
    page.close();
  });

  test("numbers its frames without a hole, and gathers a burst of changes into one", async () => {
    const page = await opens(anna);
    for (let n = 0; n < 100; n++) await house.bus.publish("queue", String(n));
    await page.until(() => page.of("queue").length > 0);
    await settle();
    expect(page.of("queue")).toHaveLength(1);
    expect(page.frames.map(({ n }) => n)).toEqual(page.frames.map((_, index) => index));
    page.close();
  });

  test("tells every page when somebody in the queue writes", async () => {
    const id = await house.conversation({ speaker: "waiting" });
    const page = await opens(anna);
    await house.bus.publish("queue", id);
    await page.until(() => page.of("queue").length === 1);
    // The connection learns who waits a moment after it told of the queue.
    for (let tries = 0; tries < 50 && page.of("queue").length === 1; tries++) {
      await house.bus.publish("news", `${id}:${tries}`);
      await settle();
    }
    expect(page.of("queue").length).toBeGreaterThan(1);
    page.close();
  });

  test("that broke goes on where it was: nothing missed, nothing twice", async () => {
    const id = await house.conversation();
    const page = await opens(anna);
    page.says({ kind: "watch", conversationIds: [id] });
    await settle();
    await house.bus.publish("news", `${id}:5`);
    await page.until(() => page.of("news").length === 1);
    const [hello] = page.of("hello");
    const last = page.frames.at(-1)?.n ?? 0;
    page.breaks();
    await settle();
    for (const seq of [6, 7]) await house.bus.publish("news", `${id}:${seq}`);
    const again = await opens(anna, `?epoch=${hello?.epoch}&n=${last}`);
    await again.until(() => again.of("news").length === 2);
    expect(again.frames.slice(0, 3)).toMatchObject([
      { kind: "hello", epoch: hello?.epoch, n: last },
      { kind: "news", seq: 6, n: last + 1 },
      { kind: "news", seq: 7, n: last + 2 },
    ]);
    again.close();
  });

  test("begins anew when what was missed is not kept, or is somebody else's", async () => {
    const page = await opens(anna);
    const epoch = page.of("hello")[0]?.epoch;
    const asked = ["?epoch=made-up&n=3", `?epoch=${epoch}&n=99`, `?epoch=${epoch}&n=x`];
    const fresh = await Promise.all(asked.map((query) => opens(anna, query)));
    const others = await opens(piotr, `?epoch=${epoch}&n=0`);
    const epochs = [...fresh, others].map(({ frames }) => frames[0]);
    for (const hello of epochs) expect(hello).toMatchObject({ kind: "hello", n: 0 });
    expect(JSON.stringify(epochs)).not.toContain(epoch);
    for (const one of [page, others, ...fresh]) one.close();
  });

  test("shows who else looks at a conversation and types, and who has left", async () => {
    const id = await house.conversation({ speaker: "waiting" });
    const [hers, his] = [await opens(anna), await opens(piotr)];
    hers.says({ kind: "view", conversationId: id, typing: false });
    his.says({ kind: "view", conversationId: id, typing: false });
    await hers.until(() => hers.of("viewers").at(-1)?.viewers.length === 1);
    expect(hers.of("viewers").at(-1)).toMatchObject({ viewers: [{ id: piotr.id, name: "Piotr", typing: false }] });
    his.says({ kind: "view", conversationId: id, typing: true });
    await hers.until(() => hers.of("viewers").at(-1)?.viewers[0]?.typing === true);
    his.breaks();
    await hers.until(() => hers.of("viewers").at(-1)?.viewers.length === 0);
    expect(his.of("viewers").every(({ viewers }) => viewers.every(({ name }) => name === "Anna"))).toBe(true);
    hers.close();
  });

  test("is refused to strangers and to pages of other sites, and tells analysts nothing", async () => {
    expect((await opens(house.visitor())).refused).toBe(401);
    expect((await opens(anna, "", "https://zly.example")).refused).toBe(403);
    const id = await house.conversation();
    const analyst = await opens(await house.hires("analyst"));
    analyst.says({ kind: "watch", conversationIds: [id] });
    const page = await opens(anna);
    await house.says(id, "halo");
    await house.bus.publish("queue", "");
    await page.until(() => page.of("queue").length > 0);
    expect(analyst.kinds()).toEqual(["hello"]);
    for (const one of [page, analyst]) one.close();
  });

  test("outlives a line that breaks while the caller is looked up", async () => {
    const { hostname, port, host } = new URL(house.url);
    const head = `GET /console/api/live HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${house.url}\r\n`;
    const upgrade =
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r\n";
    for (let n = 0; n < 20; n++) {
      const socket = connect(Number(port), hostname);
      await new Promise((opened) => socket.once("connect", opened));
      socket.write(`${head}${upgrade}Cookie: ${anna.cookie}\r\n\r\n`, () => socket.resetAndDestroy());
      await new Promise((closed) => socket.once("close", closed));
    }
    await settle();
    const page = await opens(anna);
    expect(page.kinds()).toContain("hello");
    page.close();
  });

  test("ends for pages that talk nonsense or far too much", async () => {
    const [wild, chatty] = [await opens(anna), await opens(anna)];
    wild.says("{nonsense");
    for (let n = 0; n < 200; n++) chatty.says({ kind: "here" });
    await wild.until(() => wild.closedWith() === 1008);
    await chatty.until(() => chatty.closedWith() === 1008);
  });
});

/** The server's end of a line, without the line. */
function line() {
  const frames: LiveFrame[] = [];
  const socket = Object.assign(new EventEmitter(), {
    readyState: 1,
    bufferedAmount: 0,
    closed: undefined as number | undefined,
    send: (text: string) => void frames.push(JSON.parse(text)),
    close: (code = 1000) => {
      socket.closed = code;
    },
    terminate: () => {
      socket.closed = 1006;
    },
  });
  return { socket: socket as unknown as Parameters<ReturnType<typeof openLive>["join"]>[0], frames, end: socket };
}

describe("an open page", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const live = (bus = openMemoryBus()) =>
    openLive({ bus, now: () => new Date(), waitingIds: async () => [], nameOf: async () => "" });
  const caller = (id: string, alive = true) => ({ account: { id, name: id }, reads: true, alive: async () => alive });

  test("whose line is clogged is cut off, so that it comes back for what it missed", async () => {
    const bus = openMemoryBus();
    const [desk, page] = [live(bus), line()];
    desk.join(page.socket, caller("anna"));
    page.end.bufferedAmount = 1024 * 1024;
    await bus.publish("queue", "");
    await jest.advanceTimersByTimeAsync(1_000);
    expect(page.end.closed).toBe(1006);
    desk.close();
  });

  test("is the oldest to go when one person has too many", () => {
    const desk = live();
    const pages = Array.from({ length: 8 }, line);
    const other = line();
    for (const [page, who] of [[other, "piotr"], ...pages.map((page) => [page, "anna"] as const)] as const)
      desk.join(page.socket, caller(who));
    expect([other, ...pages].map(({ end }) => end.closed)).toEqual([
      undefined,
      1008,
      1008,
      ...Array(6).fill(undefined),
    ]);
    desk.close();
    expect(other.end.closed).toBe(1012);
  });

  test("of somebody who may no longer listen is told so and closed", async () => {
    const [desk, page] = [live(), line()];
    desk.join(page.socket, caller("anna", false));
    await jest.advanceTimersByTimeAsync(15_000);
    expect(page.frames.map(({ kind }) => kind)).toEqual(["hello", "over"]);
    expect(page.end.closed).toBe(1000);
    desk.close();
  });

  test("looks for itself while wake-ups of other processes may be lost, and once after", async () => {
    let healthy = true;
    const [desk, page] = [live({ ...openMemoryBus(), healthy: () => healthy }), line()];
    desk.join(page.socket, caller("anna"));
    const resets = () => page.frames.filter(({ kind }) => kind === "reset").length;
    await jest.advanceTimersByTimeAsync(20_000);
    expect(resets()).toBe(0);
    healthy = false;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(resets()).toBe(2);
    healthy = true;
    await jest.advanceTimersByTimeAsync(20_000);
    expect(resets()).toBe(3);
    desk.close();
  });

  test("that stays away for more than a minute is forgotten", async () => {
    const desk = live();
    const first = line();
    const { gone } = desk.join(first.socket, caller("anna"));
    const hello = first.frames[0];
    const seen = { epoch: hello?.kind === "hello" ? hello.epoch : randomUUID(), n: 0 };
    gone();
    await jest.advanceTimersByTimeAsync(30_000);
    const back = line();
    desk.join(back.socket, { ...caller("anna"), seen }).gone();
    expect(back.frames[0]).toEqual(hello);
    await jest.advanceTimersByTimeAsync(80_000);
    const late = line();
    desk.join(late.socket, { ...caller("anna"), seen });
    expect(late.frames[0]).not.toEqual(hello);
    desk.close();
  });
});
