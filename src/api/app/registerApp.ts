import type { Request, Response, Server } from "restify";
import type { z } from "zod";
import { isShown } from "../../conversation/fileType";
import type { Language } from "../../conversation/language";
import { Refusal } from "../../conversation/refusal";
import { readForm } from "../../forms/readForm";
import { takeFile } from "../../photos/takeFile";
import { languageWanted } from "../query";
import { appDocument } from "./document";
import { appOf, deviceOf } from "./identify";
import type { AppParts } from "./parts";
import { type AppRoute, deviceRoutes, newDevice, uploaded } from "./routes";
import { DeviceBody } from "./schemas";
import { conversationOf } from "./talk";
import type { AppTexts } from "./texts";
import { problemOf, Trouble } from "./trouble";

const APP_BASE = "/api/v1/app";
const MOST_BYTES = 10 * 1024 * 1024;

type Answer = { status: number; body?: object; bytes?: { content: Buffer; type: string; shown: boolean } };
type Answering = (request: Request, parts: AppParts) => Promise<Answer>;

/** Adds what a mobile app may do, under `/api/v1/app/`: talk, report with photos, follow. Answers how to close it. */
export function registerApp(http: Server, parts: AppParts): () => Promise<void> {
  const serve = (method: AppRoute["method"], path: string, answer: Answering) =>
    http[method](`${APP_BASE}/${path.replace("{id}", ":id")}`, handling(answer, parts));
  serve("post", "devices", async (request) => {
    const apiKey = await appOf(request, parts);
    return { status: 201, body: await newDevice(apiKey, read(DeviceBody, request.body ?? {}), parts) };
  });
  serve("post", "files", upload);
  serve("get", "files/{id}", download);
  serve("get", "openapi.json", async () => ({ status: 200, body: appDocument() }));
  for (const route of deviceRoutes) serve(route.method, route.path, answering(route));
  return async () => {};
}

/** What is not done is told in the device's language, else in the caller's. */
function handling(answer: Answering, parts: AppParts) {
  return async (request: Request, response: Response): Promise<void> => {
    response.setHeader("Cache-Control", "no-store");
    try {
      const { status, body, bytes } = await answer(request, parts);
      response.statusCode = status;
      if (bytes) sendBytes(response, bytes);
      else if (body) response.json(status, body);
      else response.end();
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      request.resume();
      sendTrouble(response, error, languageWanted(undefined, request.header("accept-language")));
    }
  };
}

function sendTrouble(response: Response, trouble: Trouble, language: Language): void {
  const problem = problemOf(trouble, language);
  for (const [name, value] of Object.entries(trouble.headers)) response.setHeader(name, value);
  response.statusCode = problem.status;
  response.setHeader("Content-Type", "application/problem+json");
  response.setHeader("Content-Language", language);
  response.end(JSON.stringify(problem));
}

function sendBytes(response: Response, { content, type, shown }: NonNullable<Answer["bytes"]>): void {
  response.setHeader("Content-Type", type);
  response.setHeader("Content-Length", content.length);
  response.setHeader("Content-Disposition", shown ? "inline" : "attachment");
  response.end(content);
}

function answering(route: AppRoute): Answering {
  return async (request, parts) => {
    const device = await deviceOf(request, parts);
    const query = route.query && read(route.query, Object.fromEntries(new URLSearchParams(request.getQuery())));
    const body = route.body && read(route.body, request.body ?? {});
    const id = String(request.params?.id ?? "").slice(0, 100);
    const answered = await route.run({ device, id, query, body, parts });
    return { status: route.status, ...(answered && { body: answered }) };
  };
}

/** Reads what was sent, or tells every field that is wrong. */
function read<S extends z.ZodType>(schema: S, sent: unknown): z.infer<S> {
  const result = schema.safeParse(sent);
  if (result.success) return result.data;
  const fields = result.error.issues.flatMap((issue) => {
    const at = issue.path.join(".");
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        name: [at, key].filter(Boolean).join("."),
        detail: (t: AppTexts) => t.unknownField,
      }));
    return [{ name: at, detail: (t: AppTexts) => (issue.input === undefined ? t.missing : t.field) }];
  });
  throw new Trouble("body", (texts) => texts.body, fields.slice(0, 50));
}

/** A file for a message or a report to come. Photos are cleaned; where they were taken is not kept. */
const upload: Answering = async (request, parts) => {
  const device = await deviceOf(request, parts);
  const limits = { mostFiles: 1, mostBytesPerFile: MOST_BYTES, mostBytes: MOST_BYTES + 64 * 1024 };
  const form = await readForm(request, limits).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    throw new Trouble(error.status === 413 ? "too_large" : "wrong_file", fileTold(error.status));
  });
  const [file] = form.files;
  const taken = file ? await takeFile(file.name, file.bytes) : { refused: "wrong_kind" as const };
  if ("refused" in taken) {
    const isLarge = taken.refused === "too_big" || taken.refused === "too_many_pixels";
    throw new Trouble(isLarge ? "too_large" : "wrong_file", fileTold(isLarge ? 413 : 415));
  }
  const { position: _, ...kept } = taken;
  const attachment = await parts.house.files.save(await conversationOf(device, parts), kept);
  return { status: 201, body: uploaded(attachment) };
};

const fileTold = (status: number) => (texts: AppTexts) => (status === 413 ? texts.tooLarge : texts.wrongFile);

const download: Answering = async (request, parts) => {
  const device = await deviceOf(request, parts);
  const found = await parts.house.files.load(await conversationOf(device, parts), String(request.params?.id ?? ""));
  if (!found) throw new Trouble("not_found", (texts) => texts.noFile);
  const { contentType: type } = found.attachment;
  return { status: 200, bytes: { content: found.bytes, type, shown: isShown(type) } };
};
