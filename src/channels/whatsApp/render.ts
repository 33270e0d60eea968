import { z } from "zod";
import { Attachment } from "../../conversation/message";
import { areNumbered, type Choice } from "../../conversation/reply";
import type { Capabilities } from "../capabilities";
import type { Delivery, Part } from "../channel";
import { type Rendered, renderEntry } from "../shared/render";
import { shortened } from "../shared/split";
import { textsIn } from "../shared/texts";
import { shownAs } from "./media";
import { openList } from "./texts";

/** A file on its way: it gets its id over there when it is sent. */
export const FilePart = z.object({
  type: z.literal("file"),
  shown: z.enum(["image", "audio", "document"]),
  attachment: Attachment,
});

/** A row's second line, where its title had to be cut. */
const DESCRIPTION_LENGTH = 72;

/** An entry as messages of the platform, without whom they are for. */
export function renderParts({ entry, language }: Delivery, capabilities: Capabilities): Part[] {
  const { buttons: _, list: __, ...withoutButtons } = capabilities;
  const asksPlace = onlyPlaceIsAsked(entry.choices ?? []);
  // What stands beside "share the place" only leaves the question out: in words, so that one tap shares it.
  const able = asksPlace ? { ...withoutButtons, textLength: capabilities.textLengthWithButtons ?? 0 } : capabilities;
  return renderEntry(entry, able, language).map((rendered) => {
    if (rendered.attachment) return filePart(rendered.attachment, language);
    if (asksPlace && rendered.wantsPlace) return locationRequest(rendered.text);
    if (rendered.buttons.length === 0) return textPart(rendered.text);
    return rendered.asList ? listOf(rendered, entry.choices ?? [], openList[language]) : buttonsOf(rendered);
  });
}

/** One message shows either buttons or the way to share a place. */
const onlyPlaceIsAsked = (choices: Choice[]): boolean =>
  choices.some(({ wish }) => wish.kind === "share_place") && !areNumbered(choices);

const textPart = (body: string): Part => ({ type: "text", text: { body, preview_url: false } });

function filePart(attachment: Attachment, language: Delivery["language"]): Part {
  const shown = shownAs(attachment);
  if (!shown) return textPart(textsIn(language).fileNotShown(attachment.name));
  return { type: "file", shown, attachment } satisfies z.infer<typeof FilePart>;
}

const interactive = (type: string, text: string, action: object): Part => ({
  type: "interactive",
  interactive: { type, body: { text }, action },
});

const locationRequest = (text: string): Part =>
  interactive("location_request_message", text, { name: "send_location" });

const buttonsOf = ({ text, buttons }: Rendered): Part =>
  interactive("button", text, {
    buttons: buttons.map(({ title, payload }) => ({ type: "reply", reply: { id: payload, title } })),
  });

function listOf({ text, buttons }: Rendered, choices: Choice[], button: string): Part {
  const rows = buttons.map(({ title, payload }) => {
    const whole = choices[Number(payload.split(":")[2])]?.title ?? title;
    return { id: payload, title, ...(whole !== title && { description: shortened(whole, DESCRIPTION_LENGTH) }) };
  });
  return interactive("list", text, { button, sections: [{ rows }] });
}
