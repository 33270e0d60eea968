import { describeOn } from "../databases";
import { visitor } from "../rooms/staff/person";
import { resident } from "./resident";
import { runningApp } from "./runningApp";

jest.setTimeout(60_000);
const PASSWORD = "spokojne poranki nad Wisłą";

describeOn("the staff page's live stream", (fresh) => {
  test("tells at once when a resident begins to wait, and when somebody is in danger", async () => {
    const database = await fresh();
    const app = await runningApp(database);
    const oneTime = app.administrator?.oneTimePassword ?? "";
    const admin = visitor(app.address);
    await admin.logsIn("admin", oneTime);
    await admin.posts("password", { old: oneTime, new: PASSWORD });
    await admin.posts("presence", { available: true, active: true });
    const stream = await fetch(`${app.address}/console/api/live`, { headers: { Cookie: admin.cookie } });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const heard = async (): Promise<string> => (await reader?.read())?.value ?? "";
    let text = await heard();
    const jan = await resident(app.address);
    // The desk learns that somebody came within a couple of seconds; until then residents are told that nobody is there.
    while (!(await jan.says("chcę rozmawiać z człowiekiem")).includes("w kolejce"))
      await new Promise((r) => setTimeout(r, 200));
    while (!text.includes("event: queue")) text += await heard();
    const { waiting } = (await admin.gets("queue")).body;
    expect(waiting).toMatchObject([{ id: jan.conversationId, reason: "asked_for_human", position: 1 }]);
    const eva = await resident(app.address);
    text = "";
    expect(await eva.says("pali się w bloku, ludzie na balkonach")).toContain("112");
    while (!text.includes("event: queue")) text += await heard();
    const { alerts } = (await admin.gets("queue")).body;
    expect(alerts).toMatchObject([{ conversationId: eva.conversationId, reason: "danger" }]);
    await reader?.cancel();
    await app.close();
    await database.drop();
  });
});
