import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Attachment } from "../../conversation/message";
import { hashOf } from "./identify";
import type { AppParts, Device } from "./parts";
import { actOnReport, fileReport, ownReport, reportsOf, reportView } from "./reports";
import * as schemas from "./schemas";
import { servicesIn } from "./services";
import { subscribe, subscriptionsOf, unsubscribe } from "./subscriptions";
import { entriesFor, fileView, takeMessage } from "./talk";

/** What is called, checked: who, the id in the address, parameters and body as the route's schemas read them. */
type Called<Q, B> = { device: Device; id: string; query: Q; body: B; parts: AppParts };

type Described<Q extends z.ZodType, B extends z.ZodType> = {
  method: "get" | "post" | "put" | "del";
  /** After `/api/v1/app/`; `{id}` is a service request's number. */
  path: string;
  name: string;
  summary: string;
  status: 200 | 201 | 202 | 204;
  query?: Q;
  body?: B;
  gives?: z.ZodType;
  run(called: Called<z.infer<Q>, z.infer<B>>): Promise<object | undefined>;
};

/** One address for a device: what it takes and gives, for the document, and what it does. */
export type AppRoute = Omit<Described<z.ZodType, z.ZodType>, "run"> & {
  run(called: {
    device: Device;
    id: string;
    query: unknown;
    body: unknown;
    parts: AppParts;
  }): Promise<object | undefined>;
};

function route<Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined>(
  described: Described<Q, B>,
): AppRoute {
  const { query, body, run, ...rest } = described;
  return {
    ...rest,
    ...(query && { query }),
    ...(body && { body }),
    run: ({ query: asked, body: sent, ...called }) =>
      run({ ...called, query: parsed(query, asked), body: parsed(body, sent) }),
  };
}

/** Checked already, by the same schema; here it gets its type. */
function parsed<S extends z.ZodType>(schema: S | undefined, value: unknown): z.infer<S>;
function parsed(schema: z.ZodType | undefined, value: unknown): unknown {
  return schema?.parse(value);
}

const EntriesQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe("Only what has a higher seq."),
  wait: z.coerce.number().int().min(0).max(25).default(0).describe("How many seconds to wait for something new."),
});

/** Everything a device may do; the document is made of this table. Files and new devices have routes of their own. */
export const deviceRoutes: AppRoute[] = [
  route({
    method: "get",
    path: "entries",
    name: "readEntries",
    summary: "What was said in the device's conversation, and the news of what it follows",
    status: 200,
    query: EntriesQuery,
    gives: schemas.Entries,
    run: ({ device, query, parts }) => entriesFor(device, query, parts),
  }),
  route({
    method: "post",
    path: "messages",
    name: "sendMessage",
    summary: "Says something; the answer comes among the entries",
    status: 202,
    body: schemas.MessageBody,
    gives: schemas.Sent,
    run: ({ device, body, parts }) => takeMessage(device, body, parts),
  }),
  route({
    method: "get",
    path: "services",
    name: "listServices",
    summary: "What can be reported, and what each kind asks",
    status: 200,
    gives: schemas.Services,
    run: async ({ device, parts }) => servicesIn(device.language, parts),
  }),
  route({
    method: "post",
    path: "reports",
    name: "fileReport",
    summary: "Files a report or an idea",
    status: 201,
    body: schemas.ReportBody,
    gives: schemas.Report,
    async run({ device, body, parts }) {
      const { id } = await fileReport(device, body, parts);
      return reportView(await ownReport(device, id, parts), device.language, parts);
    },
  }),
  route({
    method: "get",
    path: "reports",
    name: "listReports",
    summary: "The device's own reports, newest first",
    status: 200,
    gives: schemas.Reports,
    run: ({ device, parts }) => reportsOf(device, parts),
  }),
  route({
    method: "get",
    path: "reports/{id}",
    name: "readReport",
    summary: "One of them with its history",
    status: 200,
    gives: schemas.Report,
    run: async ({ device, id, parts }) => reportView(await ownReport(device, id, parts), device.language, parts),
  }),
  route({
    method: "post",
    path: "reports/{id}/acts",
    name: "actOnReport",
    summary: "Answers the unit's question, adds something, withdraws, confirms or reopens it",
    status: 200,
    body: schemas.ActBody,
    gives: schemas.Acted,
    run: ({ device, id, body, parts }) => actOnReport(device, id, body, parts),
  }),
  route({
    method: "get",
    path: "subscriptions",
    name: "listSubscriptions",
    summary: "Reports of others whose news come into the conversation",
    status: 200,
    gives: schemas.Subscriptions,
    run: ({ device, parts }) => subscriptionsOf(device, parts),
  }),
  route({
    method: "put",
    path: "subscriptions/{id}",
    name: "subscribe",
    summary: "Wants the news of a public report",
    status: 200,
    gives: schemas.Subscribed,
    run: ({ device, id, parts }) => subscribe(device, id, parts),
  }),
  route({
    method: "del",
    path: "subscriptions/{id}",
    name: "unsubscribe",
    summary: "Does not want them any more",
    status: 204,
    async run({ device, id, parts }) {
      await unsubscribe(device, id, parts);
      return undefined;
    },
  }),
  route({
    method: "del",
    path: "device",
    name: "endDevice",
    summary: "Ends the device's token; what it reported stays",
    status: 204,
    async run({ device, parts }) {
      await parts.devices.end(device.id, parts.house.now());
      return undefined;
    },
  }),
];

/** A device of its own with a token that is told only now. */
export async function newDevice(apiKey: string, { language }: z.infer<typeof schemas.DeviceBody>, parts: AppParts) {
  const [id, token] = [randomUUID(), randomBytes(32).toString("base64url")];
  await parts.devices.add({ id, apiKey, tokenHash: hashOf(token), language }, parts.house.now());
  return { device_id: id, token };
}

export const uploaded = (attachment: Attachment) => fileView(attachment);
