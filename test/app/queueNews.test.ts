import { describeOn, freshPostgreSql } from "../databases";
import { describeIfRedis, testRedisUrl } from "../reachable";
import { opensConsole } from "../rooms/staff/console";
import { visitor } from "../rooms/staff/person";
import { resident } from "./resident";
import { runningApp } from "./runningApp";

jest.setTimeout(60_000);
const PASSWORD = "spokojne poranki nad Wisłą";
type App = Awaited<ReturnType<typeof runningApp>>;

/** The administrator, with an own password and taking conversations. */
async function atTheDesk(app: App) {
  const oneTime = app.administrator?.oneTimePassword ?? "";
  const admin = visitor(app.address);
  await admin.logsIn("admin", oneTime);
  await admin.posts("password", { old: oneTime, new: PASSWORD });
  await admin.posts("presence", { available: true, active: true });
  return admin;
}

/** A resident in the queue. The desk learns that somebody came within a couple of seconds; until then nobody is there. */
async function waits(address: string) {
  const jan = await resident(address);
  while (!(await jan.says("chcę rozmawiać z człowiekiem")).includes("w kolejce"))
    await new Promise((later) => setTimeout(later, 200));
  return jan;
}

describeOn("the console's live connection", (fresh) => {
  test("tells at once who begins to wait, what they say, that they write, and that somebody is in danger", async () => {
    const database = await fresh();
    const app = await runningApp(database);
    const admin = await atTheDesk(app);
    const page = await opensConsole(app.address, admin);
    const told = () => page.of("queue").length;
    const jan = await waits(app.address);
    await page.until(() => told() > 0);
    const { waiting } = (await admin.gets("queue")).body;
    expect(waiting).toMatchObject([{ id: jan.conversationId, reason: "asked_for_human", position: 1 }]);

    page.says({ kind: "watch", conversationIds: [jan.conversationId] });
    await jan.says("chodzi o paszport dla dziecka");
    await page.until(() => page.of("news").some(({ conversationId }) => conversationId === jan.conversationId));
    const { topic, area } = (await admin.gets("queue")).body.waiting[0];
    expect({ topic, area }).toEqual({ topic: expect.stringMatching(/paszport/i), area: "dokumenty" });

    const eva = await resident(app.address);
    const before = told();
    expect(await eva.says("pali się w bloku, ludzie na balkonach")).toContain("112");
    await page.until(() => told() > before);
    const { alerts } = (await admin.gets("queue")).body;
    expect(alerts).toMatchObject([{ conversationId: eva.conversationId, reason: "danger" }]);
    expect(JSON.stringify(page.frames)).not.toContain("paszport");
    page.close();
    await app.close();
    await database.drop();
  });
});

describeIfRedis("two processes", () => {
  test("what a resident says to one is told at once to a console at the other", async () => {
    const database = await freshPostgreSql();
    const settings = { REDIS_URL: testRedisUrl };
    const one = await runningApp(database, settings);
    const other = await runningApp(database, settings);
    const admin = await atTheDesk(one);
    const page = await opensConsole(other.address, admin);
    const jan = await waits(one.address);
    await page.until(() => page.of("queue").length > 0);
    page.says({ kind: "watch", conversationIds: [jan.conversationId] });
    await jan.says("halo, jest tam kto?");
    await page.until(() => page.of("news").some(({ conversationId }) => conversationId === jan.conversationId));
    page.close();
    await Promise.all([one.close(), other.close()]);
    await database.drop();
  });
});
