import { botFramework } from "../../../../src/channels/botFramework/botFramework";
import type { Channel, Delivery, NewEvent } from "../../../../src/channels/channel";
import type { Entry } from "../../../../src/conversation/transcript";
import { APP_ID, fakeAzure, giveOutboundToken } from "../azure";
import { eventually } from "../client";
import { type MemoryHouse, memoryHouse } from "../memoryHouse";
import type { Failure } from "../platform";
import { serve, testedDirectLine } from "../serve";

const settings = { password: "x", appType: "MultiTenant", messagesPerMinute: 100 } as const;

test("without an app id there is no such channel", async () => {
  const appId = undefined;
  expect(botFramework({ ...settings, appId })).toBeUndefined();
  const server = await serve([testedDirectLine()], memoryHouse());
  const response = await fetch(`${server.url}/api/messages`, { method: "POST" });
  expect(response.status).toBe(404);
  await server.close();
});

describe("with an app id", () => {
  let azure: Awaited<ReturnType<typeof fakeAzure>>;
  let house: MemoryHouse;
  let channel: Channel;
  let server: Awaited<ReturnType<typeof serve>>;
  let printed: jest.SpyInstance[];

  beforeAll(giveOutboundToken);
  beforeEach(async () => {
    printed = [jest.spyOn(console, "error").mockReturnValue(), jest.spyOn(console, "warn").mockReturnValue()];
    azure = await fakeAzure();
    house = memoryHouse();
    const made = botFramework({ ...settings, appId: APP_ID, cloud: azure.cloud });
    if (!made) throw new Error("the channel is missing");
    channel = made;
    lookIntoAtOnce();
    server = await serve([channel], house);
  });
  afterEach(async () => {
    await Promise.all([server.close(), azure.close()]);
    jest.restoreAllMocks();
  });

  /** Stores each event once and hands it to the channel. */
  const lookIntoAtOnce = () => {
    const known = new Set<string>();
    house.receive = async (_, events) => {
      for (const event of events.filter(({ externalId }) => !known.has(externalId))) {
        known.add(event.externalId);
        await channel.handle?.({ ...event, attempt: 1, isLast: false }, house);
      }
    };
  };
  const messages = () => azure.received.filter(({ activity }) => activity.type === "message");
  const bring = async (address: unknown, entry: Entry) => {
    const delivery: Delivery = { id: entry.id, address, entry, attempt: 1, language: "pl", sentParts: 0 };
    const ids: (string | undefined)[] = [];
    for (const [index, part] of (channel.render?.(delivery) ?? []).entries())
      ids.push(await channel.send?.(part, { delivery, index, key: `${entry.id}:${index}` }, house));
    return ids;
  };
  const message = (changes: object = {}) => ({
    type: "message",
    id: "m1",
    channelId: "msteams",
    serviceUrl: azure.url(),
    from: { id: "29:anna", name: "Anna" },
    recipient: { id: "28:bot", name: "Hejnał" },
    conversation: { id: "a:conversation", tenantId: "t" },
    text: "gdzie jest dziura?",
    locale: "uk-UA",
    ...changes,
  });
  const post = async (body: unknown, token?: string) => {
    const headers = { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) };
    const response = await fetch(`${server.url}/api/messages`, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: response.status, text: await response.text() };
  };
  const onlyConversation = () => {
    const [conversation] = [...house.kept.values()];
    if (!conversation) throw new Error("there is no conversation");
    return conversation;
  };

  test("a genuine call is stored once and its answer is brought back through the connector", async () => {
    expect(await post(message(), azure.token())).toEqual({ status: 200, text: "{}" });
    expect((await post(message(), azure.token())).status).toBe(200);
    const { head, entries, address } = onlyConversation();
    expect(head).toMatchObject({ id: expect.stringMatching(/^bf_/), channel: "botframework", language: "uk" });
    await eventually(() => entries.length === 3);
    expect(entries.map(({ author, text }) => [author, text])).toEqual([
      ["bot", "Dzień dobry (uk). Jestem automatem."],
      ["resident", "gdzie jest dziura?"],
      ["bot", "Słyszę: gdzie jest dziura?"],
    ]);

    // The address has been through the database.
    const kept = JSON.parse(JSON.stringify(address));
    const ids = [];
    for (const entry of entries) ids.push(...(await bring(kept, entry)));
    expect(ids).toEqual(messages().map(({ id }) => id));
    expect(messages().map(({ path }) => path)).toEqual(Array(2).fill("/v3/conversations/a%3Aconversation/activities"));
    expect(messages().map(({ authorization }) => authorization)).toEqual(Array(2).fill("Bearer from-sign-in"));
    const [greeting, answer] = messages().map(({ activity }) => activity);
    expect(greeting).toMatchObject({
      type: "message",
      text: "Dzień dobry (uk). Jestem automatem.",
      recipient: { id: "29:anna" },
      from: { id: "28:bot" },
      // Suggested actions are not shown in groups, buttons on a card are.
      attachments: [{ content: { buttons: [{ type: "imBack", title: "Człowiek", value: "Człowiek" }] } }],
    });
    expect(answer).toMatchObject({ text: "Słyszę: gdzie jest dziura?" });
    for (const { activity } of messages()) expect(activity.replyToId).toBeUndefined();
  });

  test("a consultant's words carry the name", async () => {
    await post(message(), azure.token());
    const { head, address } = onlyConversation();
    const entry = house.say(head.id, { author: "consultant", authorName: "Ewa", text: "Dzień dobry." });
    await bring(address, entry);
    expect(messages()[0]?.activity.text).toBe("**Ewa:** Dzień dobry.");
  });

  test.each<[Failure, string, number | undefined]>([
    [{ status: 429, headers: { "Retry-After": "7" } }, "slow_down", 7],
    [{ status: 401 }, "slow_down", 60],
    [{ status: 403, json: { error: { code: "MessageWritesBlocked" } } }, "blocked", undefined],
    [{ status: 404, json: { error: { code: "ConversationNotFound" } } }, "give_up", undefined],
    [{ status: 412 }, "retry", undefined],
    [{ status: 503, headers: { "Retry-After": "3" } }, "retry", 3],
    ["cut", "retry", undefined],
    ["done_then_cut", "retry", undefined],
  ])("a connector that answers %j is asked once, and that means %s", async (failure, kind, retryAfterSeconds) => {
    await post(message(), azure.token());
    const { head, address } = onlyConversation();
    const entry = house.say(head.id, { author: "bot", text: "a" });
    await eventually(() => azure.received.length > 0);
    const before = azure.calls.length;
    azure.failNext(failure);
    await expect(bring(address, entry)).rejects.toMatchObject({ kind, retryAfterSeconds });
    expect(azure.calls.length).toBe(before + 1);
  });

  test.each<[string, () => string, number]>([
    ["missing", () => "", 401],
    ["nonsense", () => "abc", 403],
    ["signed with another key", () => azure.token({ stranger: true }), 403],
    ["signed with a key nobody knows", () => azure.token({ keyid: "k2" }), 403],
    ["for another bot", () => azure.token({ audience: "another" }), 403],
    ["of another issuer", () => azure.token({ issuer: "https://evil.example" }), 403],
    ["expired", () => azure.token({ expiresIn: -600 }), 403],
    ["for another service address", () => azure.token({ claims: { serviceurl: "https://evil.example" } }), 403],
    ["without a service address", () => azure.token({ claims: { serviceurl: undefined } }), 403],
    ["signed with the public key as a password", () => azure.confused(), 403],
    [
      "not signed",
      () => `${Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url")}.${azure.token().split(".")[1]}.`,
      403,
    ],
  ])("a token that is %s is refused, and nothing is stored", async (_, make, status) => {
    const answer = await post(message(), make());
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(/node_modules|\bat \S+ \(|botframework-connector/);
    expect(house.count()).toBe(0);
    for (const spy of printed) for (const call of spy.mock.calls) expect(String(call)).not.toMatch(/\n\s+at /);
  });

  test("a key that is not endorsed for the platform is refused", async () => {
    expect((await post(message({ channelId: "facebook" }), azure.token())).status).toBe(403);
    expect(house.count()).toBe(0);
  });

  test("while the issuer's keys cannot be read nobody gets in, and the caller may try again", async () => {
    azure.state.keysStatus = 500;
    expect((await post(message(), azure.token())).status).toBe(503);
    expect(house.count()).toBe(0);
    azure.state.keysStatus = 200;
    expect((await post(message(), azure.token())).status).toBe(200);
  });

  test.each([
    ["nothing", undefined],
    ["a list", []],
    ["no type", { type: undefined }],
    ["no service address", { serviceUrl: undefined }],
    ["a service address that is no web address", { serviceUrl: "file:///etc/passwd" }],
    ["a text that is a number", { text: 5 }],
    ["no sender", { from: undefined }],
  ])("a body that is %s is refused with 400", async (_, change) => {
    const body = change === undefined || Array.isArray(change) ? change : message(change);
    expect((await post(body, azure.token())).status).toBe(400);
    expect(house.count()).toBe(0);
  });

  test("who comes in is greeted once, and other kinds are acknowledged", async () => {
    const arrival = { type: "conversationUpdate", membersAdded: [{ id: "28:bot" }], text: undefined };
    expect((await post(message(arrival), azure.token())).status).toBe(200);
    expect(house.count()).toBe(0);
    const withResident = { ...arrival, membersAdded: [{ id: "29:anna" }] };
    for (const body of [withResident, withResident]) await post(message(body), azure.token());
    expect(onlyConversation().entries).toHaveLength(1);
    for (const type of ["typing", "event", "invoke", "messageDelete", "żółw"])
      expect((await post(message({ type }), azure.token())).status).toBe(200);
    expect(onlyConversation().entries).toHaveLength(1);
  });

  test("who ends the conversation has left it, and nothing is said for it", async () => {
    await post(message(), azure.token());
    const { head, entries } = onlyConversation();
    await eventually(() => entries.length === 3);
    expect(house.left).toEqual([]);
    const ends = message({ type: "endOfConversation", id: undefined, text: undefined, code: "userCancelled" });
    expect(await post(ends, azure.token())).toEqual({ status: 200, text: "{}" });
    expect(house.left).toEqual([head.id]);
    expect(entries).toHaveLength(3);
    expect((await post(ends, azure.token({ stranger: true }))).status).toBe(403);
    expect(house.left).toEqual([head.id]);
  });

  test("who writes too fast is heard a little later", async () => {
    house.limiter.take = async () => ({ allowed: false, retryAfterSeconds: 9 });
    const events: NewEvent[] = [];
    house.receive = async (_, more) => void events.push(...more);
    expect((await post(message(), azure.token())).status).toBe(200);
    const [event] = events;
    if (!event) throw new Error("nothing was stored");
    const handling = channel.handle?.({ ...event, attempt: 1, isLast: false }, house);
    await expect(handling).rejects.toMatchObject({ retryAfterSeconds: 9 });
    expect(house.count()).toBe(0);
  });
});
