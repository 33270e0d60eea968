import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eventsIn, StoredMessage } from "../../../../src/channels/whatsApp/eventsIn";
import { readMessage } from "../../../../src/channels/whatsApp/readMessage";
import { partOf } from "../../../../src/channels/whatsApp/send";
import { Status } from "../../../../src/channels/whatsApp/wire";
import { PHONE_ID } from "./people";

const folder = join(__dirname, "fixtures");
const told = (name: string) => eventsIn(JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")), PHONE_ID);

/** What Meta's documentation shows, as it is read here. */
const messages: Record<string, object> = {
  text: { text: "Does it come in another color?" },
  "interactive-list": { text: "Priority Mail Express", pressed: "priority_express" },
  "interactive-button": { text: "Cancel", pressed: "cancel-button" },
  reaction: { text: "👍", form: "reaction" },
  "reaction-removed": { text: "", form: "reaction" },
  location: { text: "geo:37.442215,-122.161659" },
  contacts: { text: "Barbara J. Johnson: +1 (415) 555-0829" },
  unsupported: { text: "", unreadable: ["poll_update"] },
  edit: { text: "A new caption", form: "edit" },
  username: { text: "Hello" },
};

test.each(Object.entries(messages))("%s", (name, read) => {
  const { events } = told(name);
  expect(events).toHaveLength(1);
  const { message } = StoredMessage.parse(events[0]?.payload);
  expect(readMessage(message)).toEqual(read);
  expect(events[0]).toMatchObject({ kind: "message", externalId: message.id, rank: Number(message.timestamp) * 1000 });
});

test("who took a user name is known by the id that stays theirs", () => {
  expect(StoredMessage.parse(told("username").events[0]?.payload).who).toBe("US.13491208655302741918");
  expect(StoredMessage.parse(told("text").events[0]?.payload).who).toBe("16505551234");
});

test("nothing of a name, which is not needed, is stored", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")))
    expect(JSON.stringify(told(file.replace(".json", "")).events)).not.toContain("Sheena");
});

test.each(["revoke", "system"])("%s is counted", (name) => {
  expect(told(name)).toEqual({ events: [], counted: [name], errors: [] });
});

test("what became of a message names the part it was", () => {
  const [sent] = told("status-sent").events;
  expect(sent).toMatchObject({ kind: "status", externalId: expect.stringMatching(/^wamid\..*:sent$/) });
  const { biz_opaque_callback_data: mark } = Status.parse(sent?.payload);
  expect(partOf(mark)).toEqual({ deliveryId: "1f0c4c1e-57cf-4a3c-9f0b-2f9a0a1c7d11", part: 2 });
  expect(partOf("hejnal:x:-1")).toBeUndefined();
  expect(partOf("of another program")).toBeUndefined();
  expect(Status.parse(told("status-failed").events[0]?.payload).errors).toMatchObject([{ code: 131047 }]);
});
