import { z } from "zod";
import type { Arrived } from "../fake";
import type { PlatformAnswer } from "../platform";
import { refusals } from "./refusals";

const most = (length: number) => z.string().min(1).max(length);
const body = z.object({ text: most(1024) });
const Reply = z.object({ type: z.literal("reply"), reply: z.object({ id: most(256), title: most(20) }) });
const Row = z.object({ id: most(200), title: most(24), description: most(72).optional() });
const Interactive = z.discriminatedUnion("type", [
  z.object({ type: z.literal("button"), body, action: z.object({ buttons: z.array(Reply).min(1).max(3) }) }),
  z.object({
    type: z.literal("list"),
    body,
    action: z.object({
      button: most(20),
      sections: z.array(z.object({ rows: z.array(Row).min(1).max(10) })).length(1),
    }),
  }),
  z.object({
    type: z.literal("location_request_message"),
    body,
    action: z.object({ name: z.literal("send_location") }),
  }),
]);
const media = z.object({ id: z.string(), filename: z.string().optional() });

const Content = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.object({ body: most(4096) }) }),
  z.object({ type: z.literal("interactive"), interactive: Interactive }),
  z.object({ type: z.literal("image"), image: media }),
  z.object({ type: z.literal("document"), document: media }),
  z.object({ type: z.literal("audio"), audio: media }),
  z.object({
    type: z.literal("template"),
    template: z.object({ name: z.string(), language: z.object({ code: z.string() }) }),
  }),
]);

/** What Graph takes as a message, with the limits it has. */
export const Sent = z.intersection(
  z.object({
    messaging_product: z.literal("whatsapp"),
    recipient_type: z.literal("individual"),
    to: z
      .string()
      .regex(/^\+?\d{7,15}$/)
      .optional(),
    recipient: z
      .string()
      .regex(/^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/)
      .optional(),
    biz_opaque_callback_data: z.string().max(512).optional(),
  }),
  Content,
);
export type Sent = z.infer<typeof Sent>;

export const Typing = z.object({
  messaging_product: z.literal("whatsapp"),
  status: z.literal("read"),
  message_id: z.string(),
  typing_indicator: z.object({ type: z.literal("text") }),
});

export type Shown = Pick<Arrived, "text" | "buttons"> & {
  file?: NonNullable<Arrived["file"]>;
  template?: string;
  place?: boolean;
};
type Uploads = Map<string, { name: string; bytes: Buffer }>;

/** The message as its reader sees it, or Graph's refusal. */
export function shown(sent: Sent, uploads: Uploads): Shown | { refused: PlatformAnswer } {
  if (sent.type === "text") return { text: sent.text.body, buttons: [] };
  if (sent.type === "interactive") return interactiveShown(sent.interactive);
  if (sent.type === "template")
    return { text: "", buttons: [], template: `${sent.template.name}:${sent.template.language.code}` };
  const { id, filename } = sent.type === "image" ? sent.image : sent.type === "audio" ? sent.audio : sent.document;
  const kept = uploads.get(id);
  if (!kept) return { refused: refusals.invalid("media id is not valid") };
  return { text: "", buttons: [], file: { name: filename ?? kept.name, bytes: kept.bytes } };
}

function interactiveShown(interactive: z.infer<typeof Interactive>): Shown {
  const { text } = interactive.body;
  if (interactive.type === "location_request_message") return { text, buttons: [], place: true };
  if (interactive.type === "button")
    return {
      text,
      buttons: interactive.action.buttons.map(({ reply }) => ({ title: reply.title, payload: reply.id })),
    };
  const rows = interactive.action.sections.flatMap((section) => section.rows);
  return { text, buttons: rows.map(({ title, id }) => ({ title, payload: id })) };
}
