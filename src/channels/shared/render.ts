import type { Language } from "../../conversation/language";
import type { Attachment } from "../../conversation/message";
import { areNumbered, type Choice } from "../../conversation/reply";
import type { Entry } from "../../conversation/transcript";
import type { Capabilities } from "../capabilities";
import { marked } from "./marks";
import { payloadOf } from "./press";
import { shortened, split } from "./split";
import { textsIn } from "./texts";

export type Button = { title: string; payload: string };

/** One message as a platform can show it; its text is in the platform's own marks. */
export type Rendered = {
  text: string;
  buttons: Button[];
  /** The buttons are too many for a row and stand in the platform's list. */
  asList: boolean;
  /** The resident may answer with a position. */
  wantsPlace: boolean;
  attachment?: Attachment;
};

type Told = Pick<Entry, "seq" | "author" | "authorName" | "text" | "choices" | "attachments">;

/**
 * An entry as one or more messages: long texts split at sentence ends, buttons with the last of them, more buttons than
 * there may be as a numbered list. What the resident said themselves is there already: none.
 */
export function renderEntry(entry: Told, capabilities: Capabilities, language: Language): Rendered[] {
  if (entry.author === "resident") return [];
  const choices = (entry.choices ?? []).filter(({ wish }) => wish.kind !== "share_place");
  const wantsPlace = choices.length < (entry.choices?.length ?? 0);
  const { buttons, asList } = buttonsFor(entry, choices, capabilities);
  const inText = buttons.length === 0 ? listed(entry.choices ?? [], language) : "";
  const said = [named(entry), inText].filter(Boolean).join("\n\n");
  const limits = { most: capabilities.textLength, last: lengthOfLast(capabilities, buttons) };
  const texts = said === "" ? [] : split(marked(said, capabilities.marks, "before"), limits);
  const words = texts.map((text, at) => {
    const isLast = at === texts.length - 1;
    return {
      text: marked(text, capabilities.marks, "after"),
      buttons: isLast ? buttons : [],
      asList: isLast && asList,
      wantsPlace: isLast && wantsPlace,
    };
  });
  return [...words, ...filesOf(entry, capabilities, language)];
}

function lengthOfLast({ textLength, textLengthWithButtons = textLength }: Capabilities, buttons: Button[]): number {
  return buttons.length > 0 ? textLengthWithButtons : textLength;
}

/** A consultant by name, so that nobody takes them for the bot. */
function named({ author, authorName, text }: Told): string {
  return author === "consultant" && authorName && text !== "" ? `**${authorName}:** ${text}` : text;
}

function buttonsFor({ seq, choices: all = [] }: Told, choices: Choice[], { buttons, list }: Capabilities) {
  const way = [buttons, list].find((one) => one !== undefined && choices.length <= one.most);
  const made = way
    ? choices.map((choice) => ({
        title: shortened(choice.title, way.titleLength),
        payload: payloadOf(seq, all.indexOf(choice)),
      }))
    : [];
  // Two that look alike once they are cut tell nobody which is which.
  const clear = new Set(made.map(({ title }) => title)).size === made.length;
  return clear ? { buttons: made, asList: made.length > 0 && way === list } : { buttons: [], asList: false };
}

/** Buttons in words, by the numbers that mean them. */
function listed(all: Choice[], language: Language): string {
  const texts = textsIn(language);
  const shown = all.flatMap((choice, at) =>
    choice.wish.kind === "share_place" ? [] : [{ ...choice, number: at + 1 }],
  );
  if (shown.length === 0) return "";
  if (!areNumbered(all)) return texts.orWrite(shown.map(({ title }) => title));
  return [...shown.map(({ title, number }) => `${number}. ${title}`), "", texts.answerWithNumber].join("\n");
}

function filesOf({ attachments = [] }: Told, { files, marks }: Capabilities, language: Language): Rendered[] {
  const plain = { buttons: [], asList: false, wantsPlace: false };
  return attachments.map((attachment) => {
    const fits = files && attachment.sizeBytes <= files.mostMegabytes * 1024 * 1024;
    if (fits) return { ...plain, text: "", attachment };
    return {
      ...plain,
      text: marked(marked(textsIn(language).fileNotShown(attachment.name), marks, "before"), marks, "after"),
    };
  });
}
