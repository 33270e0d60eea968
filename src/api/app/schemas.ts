import { z } from "zod";
import { Language } from "../../conversation/language";
import { Point } from "../../conversation/place";
import { RequestAct } from "../../conversation/reply";

// What is sent is read strictly, so that a misspelt field is told and not passed over. What is answered may grow.

/** A name of the program's own; the same one again is the same thing. */
const Key = z
  .string()
  .regex(/^[\w.-]{1,100}$/)
  .describe("Made by the app, e.g. a UUID: the same one again changes nothing and gets the same answer.");
const FileIds = z.array(z.string().max(100)).max(5).default([]).describe("Of files uploaded before, at most 5.");

export const DeviceBody = z.strictObject({ language: Language.default("pl") }).meta({ id: "NewDevice" });
export const DeviceToken = z
  .object({
    device_id: z.string(),
    token: z.string().describe("Goes as `Authorization: Bearer` with every other call. It is told only now."),
  })
  .meta({ id: "Device" });

export const MessageBody = z
  .strictObject({ key: Key, text: z.string().max(4000).default(""), files: FileIds })
  .meta({ id: "NewMessage" });
export const Sent = z
  .object({ seq: z.int().describe("Its place in the conversation."), duplicate: z.boolean() })
  .meta({ id: "SentMessage" });

const FileView = z
  .object({ id: z.string(), name: z.string(), content_type: z.string(), size_bytes: z.int() })
  .meta({ id: "File" });
export const UploadedFile = FileView;

export const EntryView = z
  .object({
    seq: z.int(),
    at: z.iso.datetime(),
    author: z.enum(["resident", "bot", "consultant", "system"]),
    author_name: z.string().optional().describe("Of a consultant."),
    text: z.string().describe("Light Markdown: paragraphs, lists, links."),
    choices: z.array(z.string()).describe("Buttons; pressing one is sending its title as a message."),
    wants_place: z.boolean().describe("A position may answer: send it as `geo:lat,long;u=metres`."),
    files: z.array(FileView),
  })
  .meta({ id: "Entry" });
export type EntryView = z.infer<typeof EntryView>;
export const Entries = z
  .object({
    entries: z.array(EntryView).describe("Oldest first."),
    speaker: z.enum(["bot", "waiting", "consultant", "closed"]).describe("Who answers now."),
    last_seq: z.int(),
  })
  .meta({ id: "Entries" });

const Question = z.object({
  name: z.string(),
  label: z.string(),
  ask: z.string(),
  why: z.string(),
  type: z.enum(["text", "number", "yes_no", "choice"]),
  required: z.boolean(),
  choices: z.array(z.object({ value: z.string(), title: z.string() })).describe("For `choice` and `yes_no`."),
});
export const Services = z
  .object({
    services: z.array(
      z.object({
        code: z.string(),
        kind: z.enum(["report", "immediate", "idea"]).describe("`immediate`: show `urgent` first, a call is quicker."),
        group: z.string(),
        label: z.string(),
        hint: z.string().describe("What is worth writing."),
        urgent: z.string().optional(),
        place_required: z.boolean(),
        public: z.boolean().describe("Whether anybody may see that it was reported."),
        questions: z.array(Question),
      }),
    ),
  })
  .meta({ id: "Services" });

export const ReportBody = z
  .strictObject({
    key: Key,
    service: z.string().max(100),
    description: z.string().trim().min(1).max(4000),
    place: z.strictObject({ words: z.string().trim().max(300).optional(), point: Point.optional() }).optional(),
    answers: z.record(z.string().max(100), z.string().max(1000)).default({}),
    contact: z.strictObject({ email: z.email().max(254).optional(), phone: z.string().max(30).optional() }).default({}),
    files: FileIds.describe("Photos uploaded before, at most 5."),
  })
  .meta({ id: "NewReport" });

const Summary = z.object({
  service_request_id: z.string(),
  service: z.string(),
  service_label: z.string(),
  state: z.string().describe("`received`, `forwarded`, `in_progress`, `waiting_for_resident`, `done`, …"),
  status: z.enum(["open", "closed"]),
  sentence: z.string().describe("What the state means, for people."),
  unit: z.string(),
  requested_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export const Report = z
  .object({
    ...Summary.shape,
    description: z.string(),
    place: z.string(),
    address: z.string().optional(),
    point: Point.optional(),
    page: z.string().describe("The reporter's own page; whoever has its address may open it."),
    acts: z.array(RequestAct).describe("What the reporter may do now."),
    history: z.array(
      z.object({ at: z.iso.datetime(), state: z.string(), sentence: z.string(), words: z.string(), by: z.string() }),
    ),
  })
  .meta({ id: "Report" });
export const Reports = z.object({ reports: z.array(Summary) }).meta({ id: "Reports" });

export const ActBody = z
  .strictObject({ act: RequestAct, words: z.string().trim().max(4000).default(""), files: FileIds })
  .meta({ id: "NewAct" });
export const Acted = z.object({ state: z.string() }).meta({ id: "Acted" });

export const Subscriptions = z
  .object({ subscriptions: z.array(z.object({ service_request_id: z.string(), since: z.iso.datetime() })) })
  .meta({ id: "Subscriptions" });
export const Subscribed = z.object({ service_request_id: z.string(), already: z.boolean() }).meta({ id: "Subscribed" });
