import { takenBy, words } from "./deskWork";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
let piotr: Person;
beforeAll(async () => {
  house = await openStaffHouse("embedded", { settings: { uploadMegabytes: 1 } });
  anna = await house.hires("consultant", "Anna");
  piotr = await house.hires("consultant", "Piotr");
});
afterAll(() => house.close());

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const named = (name: string, bytes: Buffer = PNG) => {
  return { name, contentType: "image/png", base64: bytes.toString("base64") };
};

describe("a consultant's file", () => {
  test("goes with the words it is sent with, or alone, and can be opened", async () => {
    const { id, lastSeq } = await takenBy(anna, house);
    const { status, body } = await anna.posts(`conversations/${id}/files`, named("plan ulicy.png"));
    expect([status, body]).toMatchObject([
      200,
      { name: "plan ulicy.jpg", contentType: "image/jpeg", sizeBytes: expect.any(Number) },
    ]);
    const said = { ...words("", lastSeq), attachments: [body.id] };
    expect((await anna.posts(`conversations/${id}/say`, said)).status).toBe(200);
    const [entry] = await house.storage.conversations.entriesAfter(id, lastSeq, 10);
    expect(entry).toMatchObject({ author: "consultant", text: "", attachments: [body] });
    expect((await piotr.gets(`conversations/${id}/files/${body.id}`)).headers.get("content-type")).toBe("image/jpeg");
  });

  test("is what its first bytes say, whatever it is called", async () => {
    const { id } = await takenBy(anna, house);
    const pdf = named("../../umowa.exe", Buffer.from("%PDF-1.7 ..."));
    expect((await anna.posts(`conversations/${id}/files`, pdf)).body).toMatchObject({
      name: "umowa.exe",
      contentType: "application/pdf",
    });
    const page = named("dziura.png", Buffer.from("<script>alert(1)</script>"));
    expect((await anna.posts(`conversations/${id}/files`, page)).body.error).toEqual({
      code: "file_refused",
      because: "wrong_type",
    });
    const half = named("dziura.png", PNG.subarray(0, 40));
    expect((await anna.posts(`conversations/${id}/files`, half)).body.error).toEqual({
      code: "file_refused",
      because: "unreadable",
    });
  });

  test("may be as large as the settings say, and not a byte more", async () => {
    const { id } = await takenBy(anna, house);
    const sized = (bytes: number) => named("a.png", Buffer.concat([PNG, Buffer.alloc(bytes - PNG.length)]));
    expect((await anna.posts(`conversations/${id}/files`, sized(1024 * 1024))).status).toBe(200);
    const came = await anna.posts(`conversations/${id}/files`, sized(1024 * 1024 + 1));
    expect(came.body.error).toEqual({ code: "file_refused", because: "too_large" });
  });

  test("is sent by the holder only, in the conversation it belongs to", async () => {
    const [mine, other] = [await takenBy(anna, house), await takenBy(anna, house)];
    expect((await piotr.posts(`conversations/${mine.id}/files`, named("a.png"))).body.error).toEqual({
      code: "not_yours",
      by: "Anna",
    });
    const { body } = await anna.posts(`conversations/${mine.id}/files`, named("a.png"));
    const elsewhere = { ...words("proszę", other.lastSeq), attachments: [body.id] };
    expect((await anna.posts(`conversations/${other.id}/say`, elsewhere)).body.error).toEqual({
      code: "wrong_body",
      fields: ["attachments"],
    });
    expect((await anna.posts("conversations/nie-ma/files", named("a.png"))).error).toBe("not_found");
  });

  test("leaves other calls as small as they were", async () => {
    const { id, lastSeq } = await takenBy(anna, house);
    const came = await anna.posts(`conversations/${id}/say`, { ...words("a", lastSeq), more: "a".repeat(300 * 1024) });
    expect(came.status).toBe(413);
  });
});
