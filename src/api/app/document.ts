import { z } from "zod";
import { Problem } from "../schemas";
import { type AppRoute, deviceRoutes } from "./routes";
import * as schemas from "./schemas";

const named = {
  ...{ NewDevice: schemas.DeviceBody, Device: schemas.DeviceToken, File: schemas.UploadedFile },
  ...{ NewMessage: schemas.MessageBody, SentMessage: schemas.Sent, Entries: schemas.Entries, Entry: schemas.EntryView },
  ...{ Services: schemas.Services, NewReport: schemas.ReportBody, Report: schemas.Report, Reports: schemas.Reports },
  ...{ NewAct: schemas.ActBody, Acted: schemas.Acted },
  ...{ Subscriptions: schemas.Subscriptions, Subscribed: schemas.Subscribed, Problem },
};

/** What a mobile app may do, as OpenAPI 3.1. */
export function appDocument(): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Hejnał, API for the mobile app",
      version: "1.0.0",
      description:
        "Conversations, reports with photos, their status and subscriptions. An app has a key; each device registers once and gets a token of its own. The chat works over Direct Line 3.0 as well.",
    },
    servers: [{ url: "/api/v1/app" }],
    security: [{ device: [] }],
    paths: pathsOf(),
    components: {
      schemas: definitions(),
      securitySchemes: {
        device: { type: "http", scheme: "bearer" },
        key: { type: "apiKey", in: "header", name: "X-Api-Key" },
      },
    },
  };
}

function pathsOf(): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {
    "/devices": {
      post: {
        ...{ operationId: "registerDevice", summary: "Registers a device; its token is told only now" },
        security: [{ key: [] }],
        requestBody: jsonBody("NewDevice", false),
        responses: responses(201, "Device", [400, 401, 429]),
      },
    },
    "/files": {
      post: {
        ...{ operationId: "uploadFile", summary: "Uploads a photo, a PDF or a voice recording of at most 10 MB" },
        requestBody: { required: true, content: { "multipart/form-data": { schema: fileForm } } },
        responses: responses(201, "File", [401, 413, 415, 429]),
      },
    },
    "/files/{id}": {
      get: {
        ...{ operationId: "downloadFile", summary: "A file of the device's conversation", parameters: [inPath] },
        responses: { 200: { description: "The file", content: { "*/*": {} } }, ...problems([401, 404, 429]) },
      },
    },
  };
  for (const route of deviceRoutes) {
    const path = `/${route.path}`;
    paths[path] = { ...paths[path], [route.method === "del" ? "delete" : route.method]: operation(route) };
  }
  return paths;
}

const fileForm = {
  type: "object",
  required: ["file"],
  properties: { file: { type: "string", contentMediaType: "application/octet-stream" } },
};
const inPath = { name: "id", in: "path", required: true, schema: { type: "string" } };

function operation({ path, name, summary, status, query, body, gives }: AppRoute): object {
  const hasId = path.includes("{id}");
  const parameters = [...(hasId ? [inPath] : []), ...(query ? parametersOf(query) : [])];
  const codes = [...(body || query ? [400] : []), 401, ...(hasId ? [404] : []), ...(body ? [409, 422] : []), 429];
  return {
    operationId: name,
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: jsonBody(nameOf(body), true) }),
    responses: responses(status, gives && nameOf(gives), codes),
  };
}

const nameOf = (schema: z.ZodType): string => z.globalRegistry.get(schema)?.id ?? "";
const ref = (name: string) => ({ schema: { $ref: `#/components/schemas/${name}` } });
const jsonBody = (name: string, required: boolean) => ({ required, content: { "application/json": ref(name) } });

function responses(status: number, name: string | undefined, codes: number[]): object {
  const done = { description: "Done", ...(name && { content: { "application/json": ref(name) } }) };
  return { [status]: done, ...problems(codes) };
}

function problems(codes: number[]): Record<number, object> {
  const problem = { description: "What stands against it", content: { "application/problem+json": ref("Problem") } };
  return Object.fromEntries(codes.map((code) => [code, problem]));
}

function parametersOf(query: z.ZodType): object[] {
  const { properties = {} } = z.toJSONSchema(query, { io: "input", reused: "inline" });
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: false, schema }));
}

function definitions(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas: all } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: "input" });
  return Object.fromEntries(Object.entries(all).map(([id, { $schema: _, $id: __, ...plain }]) => [id, plain]));
}
