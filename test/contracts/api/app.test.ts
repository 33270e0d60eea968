import { createHash } from "node:crypto";
import sharp from "sharp";
import type { z } from "zod";
import * as schemas from "../../../src/api/app/schemas";
import { Problem } from "../../../src/api/schemas";
import { formatNumber } from "../../../src/serviceRequests/number";
import { openStorage, type Storage } from "../../../src/storage/storage";
import { runningApp } from "../../app/runningApp";
import { type FreshDatabase, freshPostgreSql } from "../../databases";
import { describeIfPostgreSql } from "../../reachable";
import { readerOf } from "./published";

jest.setTimeout(180_000);

const KEY = "the-app-of-the-city";
const log = { info() {}, warn() {}, error() {} };

describeIfPostgreSql("the API for the mobile app, on the whole program", () => {
  let database: FreshDatabase;
  let app: Awaited<ReturnType<typeof runningApp>>;
  let storage: Storage;
  let keyId: string;
  let documented: unknown;

  const call = async (method: string, path: string, { token, body, headers = {} }: Sent = {}) => {
    const form = body instanceof FormData;
    const response = await fetch(`${app.address}/api/v1/app/${path}`, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && !form && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text), headers: response.headers };
  };
  type Sent = { token?: string; body?: unknown; headers?: Record<string, string> };

  /** The answer as our schema reads it, after the published document has let it through, every field known. */
  const ok = async <S extends z.ZodType>(
    name: string,
    schema: S,
    ...args: Parameters<typeof call>
  ): Promise<z.infer<S>> => {
    const { status, body } = await call(...args);
    expect([args[1], status < 300, body]).toEqual([args[1], true, expect.anything()]);
    return readerOf(documented, name, schema)(body);
  };
  const refused = async (status: number, ...args: Parameters<typeof call>) => {
    const answer = await call(...args);
    expect([args[1], answer.status]).toEqual([args[1], status]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    return readerOf(documented, "Problem", Problem)(answer.body);
  };
  const device = async (language = "pl") =>
    (await ok("Device", schemas.DeviceToken, "POST", "devices", { headers: { "X-Api-Key": KEY }, body: { language } }))
      .token;

  beforeAll(async () => {
    database = await freshPostgreSql();
    app = await runningApp(database);
    storage = await openStorage({ ...database.options, log, formatNumber, onNews() {}, onAlert() {} });
    const hash = createHash("sha256").update(KEY).digest("hex");
    ({ id: keyId } = await storage.apiKeys.add({ name: "app", perMinute: 1000, hash, createdBy: "test" }, new Date()));
    documented = (await call("GET", "openapi.json")).body;
  });
  afterAll(async () => {
    await app?.close();
    await storage?.close();
    await database?.drop();
  });

  test("a device registers with the app's key and is nobody without its token", async () => {
    expect((await refused(401, "POST", "devices", { headers: { "X-Api-Key": "wrong" } })).detail).toMatch(/klucz/);
    expect((await refused(401, "GET", "entries")).title).toBe("Urządzenie nieznane");
    const english = { headers: { "Accept-Language": "en" } };
    expect((await refused(401, "GET", "entries", english)).title).toBe("Unknown device");
    const token = await device();
    expect((await ok("Entries", schemas.Entries, "GET", "entries", { token })).entries[0]).toMatchObject({
      author: "bot",
      text: expect.stringContaining("automatycznym asystentem"),
    });
    expect((await call("DELETE", "device", { token })).status).toBe(204);
    await refused(401, "GET", "entries", { token });
  });

  test("it talks: a message once, its answer among the entries, waited for", async () => {
    const token = await device();
    const { last_seq } = await ok("Entries", schemas.Entries, "GET", "entries", { token });
    const message = { key: "m1", text: "jak wyrobic dowod" };
    const sent = await ok("SentMessage", schemas.Sent, "POST", "messages", { token, body: message });
    expect(sent).toEqual({ seq: last_seq + 1, duplicate: false });
    expect(await ok("SentMessage", schemas.Sent, "POST", "messages", { token, body: message })).toEqual({
      ...sent,
      duplicate: true,
    });
    const path = `entries?after=${sent.seq}&wait=20`;
    const { entries, speaker } = await ok("Entries", schemas.Entries, "GET", path, { token });
    expect([speaker, entries[0]?.author, entries[0]?.text]).toEqual(["bot", "bot", expect.stringMatching(/dow[oó]d/i)]);
  });

  test("it reports with photos and a position, and follows it to the end", async () => {
    const token = await device("en");
    const { services } = await ok("Services", schemas.Services, "GET", "services", { token });
    const kind = services.find(({ code }) => code === "pothole");
    if (!kind) throw new Error("potholes can be reported");
    const form = new FormData();
    const red = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    form.append("file", new File([new Uint8Array(red)], "dziura.png"));
    const photo = await ok("File", schemas.UploadedFile, "POST", "files", { token, body: form });
    expect(photo.content_type).toBe("image/jpeg");

    const report = { key: "r1", service: "pothole", description: "A deep hole", files: [photo.id] };
    const wrong = await refused(400, "POST", "reports", {
      token,
      body: { ...report, colour: "red", answers: { x: "1" } },
    });
    expect(wrong.parameters?.map(({ name }) => name)).toEqual(["colour"]);
    const warsaw = { point: { lat: 52.23, long: 21.01 } };
    const answers = Object.fromEntries(
      kind.questions.filter(({ required }) => required).map(({ name, choices }) => [name, choices[0]?.value ?? "2"]),
    );
    await refused(422, "POST", "reports", { token, body: { ...report, answers, place: warsaw } });
    const missing = await refused(400, "POST", "reports", {
      token,
      body: { ...report, answers: { ...answers, x: "1" } },
    });
    expect(missing.parameters?.map(({ name }) => name)).toEqual(["answers.x", "place"]);

    const place = { words: "Długa 12", point: { lat: 50.0675, long: 19.9386 } };
    const body = { ...report, answers, place };
    const filed = await ok("Report", schemas.Report, "POST", "reports", { token, body });
    expect(filed).toMatchObject({
      state: "received",
      status: "open",
      place: "Długa 12",
      acts: expect.arrayContaining(["withdraw"]),
    });
    const again = await ok("Report", schemas.Report, "POST", "reports", { token, body });
    expect(again.service_request_id).toBe(filed.service_request_id);
    const stored = await storage.requests.find(filed.service_request_id);
    expect(stored?.attachments.map(({ id }) => id)).toEqual([photo.id]);

    const path = `reports/${filed.service_request_id}`;
    const stranger = await device();
    await refused(404, "GET", path, { token: stranger });
    await refused(404, "GET", `files/${photo.id}`, { token: stranger });
    expect(
      (
        await fetch(`${app.address}/api/v1/app/files/${photo.id}`, { headers: { Authorization: `Bearer ${token}` } })
      ).headers.get("content-type"),
    ).toBe("image/jpeg");
    expect(
      (await refused(409, "POST", `${path}/acts`, { token, body: { act: "reopen", words: "still there" } })).status,
    ).toBe(409);
    expect(await ok("Acted", schemas.Acted, "POST", `${path}/acts`, { token, body: { act: "withdraw" } })).toEqual({
      state: "withdrawn",
    });
    const { reports } = await ok("Reports", schemas.Reports, "GET", "reports", { token });
    expect(reports.map(({ service_request_id, state }) => [service_request_id, state])).toEqual([
      [filed.service_request_id, "withdrawn"],
    ]);
    const { history } = await ok("Report", schemas.Report, "GET", path, { token });
    expect(history.map(({ state, by }) => [state, by])).toEqual([
      ["received", "resident"],
      ["withdrawn", "resident"],
    ]);
  });

  test("news of what it follows come into its conversation, until it does not want them any more", async () => {
    const [reporter, follower] = [await device(), await device()];
    const { services } = await ok("Services", schemas.Services, "GET", "services", { token: reporter });
    const kind = services.find(
      ({ public: open, kind: one, questions }) => open && one === "report" && questions.every((q) => !q.required),
    );
    if (!kind) throw new Error("some kind asks nothing");
    const body = { key: "r", service: kind.code, description: "nie działa", place: { words: "Długa 12" } };
    const { service_request_id: id } = await ok("Report", schemas.Report, "POST", "reports", { token: reporter, body });
    const { last_seq } = await ok("Entries", schemas.Entries, "GET", "entries", { token: follower });
    expect(await ok("Subscribed", schemas.Subscribed, "PUT", `subscriptions/${id}`, { token: follower })).toEqual({
      service_request_id: id,
      already: false,
    });
    await refused(404, "PUT", "subscriptions/KR-2020-000001-1", { token: follower });
    await ok("Acted", schemas.Acted, "POST", `reports/${id}/acts`, { token: reporter, body: { act: "withdraw" } });
    const news = await ok("Entries", schemas.Entries, "GET", `entries?after=${last_seq}&wait=20`, { token: follower });
    expect(news.entries[0]?.text).toContain(id);
    expect((await call("DELETE", `subscriptions/${id}`, { token: follower })).status).toBe(204);
    expect(await ok("Subscriptions", schemas.Subscriptions, "GET", "subscriptions", { token: follower })).toEqual({
      subscriptions: [],
    });
  });

  test("what is no file of ours, or too large, is refused in words", async () => {
    const token = await device("uk");
    const form = new FormData();
    form.append("file", new File(["#!/bin/sh"], "dziura.png"));
    expect((await refused(415, "POST", "files", { token, body: form })).detail).toMatch(/Надішліть|Wyślij/);
    await refused(415, "POST", "files", { token, body: {} });
    expect((await refused(400, "POST", "messages", { token, body: { text: "bez klucza" } })).parameters).toEqual([
      expect.objectContaining({ name: "key" }),
    ]);
  });

  test("with the app's key ended, its devices are nobody", async () => {
    const token = await device();
    await storage.apiKeys.end(keyId, new Date());
    await refused(401, "GET", "entries", { token });
  });
});
