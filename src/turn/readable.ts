import type { Memory } from "../conversation/conversation";
import { isAudio } from "../conversation/fileType";
import { readPin } from "../places/pin";
import { isMail } from "./byMail";
import type { Turn } from "./heard";
import { letterBody } from "./letterBody";
import { wishOfYesOrNo } from "./wishFor";

/** A turn whose message holds only what the policy can read. `voice`: a recording came that only people can listen to. */
type Readable = Turn & { voice: boolean };

/** Of a reaction and of what no channel can read nothing is left; a thumb that answers is a word, a position its place. */
export function readable(given: Turn): Readable {
  const { message } = given;
  const attachments = message.attachments.filter(({ contentType }) => !isAudio(contentType));
  const voice = attachments.length < message.attachments.length;
  return { ...given, message: { ...message, attachments, text: textOf(given) }, voice };
}

const THUMB = /^\s*(?:👍|👌|✅|🆗|☑️?)[\u{1F3FB}-\u{1F3FF}\uFE0F\s]*$/u;

function textOf({ conversation, message: { text, form }, facts }: Turn): string {
  const { memory } = conversation;
  if (form === "reaction" || form === "unreadable") return "";
  if (THUMB.test(text) && isAsked(memory)) return YES[memory.language];
  const [place] = facts.places ?? [];
  if (place?.source === "device" && readPin(text)) return place.text;
  return isMail({ conversation }) ? letterBody(text) : text;
}

const YES = { pl: "tak", en: "yes", uk: "так" };

/** Whether a plain yes would be the answer. */
function isAsked({ dialog, offered }: Memory): boolean {
  return dialog ? dialog.asked === "confirm" : wishOfYesOrNo(true, offered) !== undefined;
}
