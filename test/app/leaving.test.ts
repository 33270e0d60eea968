import { describeOn } from "../databases";
import { visitor } from "../rooms/staff/person";
import { resident } from "./resident";
import { runningApp } from "./runningApp";

jest.setTimeout(60_000);
const PASSWORD = "spokojne poranki nad Wisłą";

describeOn("a resident who ends the chat", (fresh) => {
  test("over Direct Line leaves the queue, or leaves a word for the consultant", async () => {
    const database = await fresh();
    const app = await runningApp(database);
    const oneTime = app.administrator?.oneTimePassword ?? "";
    const admin = visitor(app.address);
    await admin.logsIn("admin", oneTime);
    await admin.posts("password", { old: oneTime, new: PASSWORD });
    await admin.posts("presence", { available: true, active: true });
    const jan = await resident(app.address);
    const ends = () =>
      fetch(`${app.address}/v3/directline/conversations/${jan.conversationId}/activities`, {
        method: "POST",
        body: JSON.stringify({ type: "endOfConversation", from: { id: "me" } }),
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${jan.token}` },
      });
    const waits = async () => {
      // The desk learns that somebody came within a couple of seconds; until then residents are told that nobody is there.
      while (!(await jan.says("chcę rozmawiać z człowiekiem")).includes("w kolejce"))
        await new Promise((r) => setTimeout(r, 200));
      return (await admin.gets("queue")).body.waiting;
    };
    expect(await waits()).toMatchObject([{ id: jan.conversationId, position: 1 }]);
    expect((await ends()).status).toBe(200);
    expect((await admin.gets("queue")).body.waiting).toEqual([]);
    expect(await waits()).toHaveLength(1);
    await admin.posts(`conversations/${jan.conversationId}/take`);
    expect((await ends()).status).toBe(200);
    const { entries, speaker } = (await admin.gets(`conversations/${jan.conversationId}`)).body;
    expect(speaker).toBe("consultant");
    expect(entries.at(-1)).toMatchObject({ occasion: "resident_left", text: "Rozmowa zakończona przez mieszkańca." });
    await app.close();
    await database.drop();
  });
});
