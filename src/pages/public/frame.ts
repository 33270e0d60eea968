import type { Language } from "../../conversation/language";
import { type Html, html, type Piece } from "../html";
import { withNumbers } from "../numbers";
import type { PublicReader } from "./parts";
import type { PublicRequest } from "./publicRequest";

export type Section = "reports" | "ideas";

/** The way between what is public, and to the chat. */
export function sections(current: Section | undefined, { words, language }: PublicReader): Html {
  const { label, reports, ideas, chat } = words.sections;
  const one = (section: Section, path: string, name: string) =>
    html`<li><a href="${path}${inLanguage(language)}"${section === current && html` aria-current="true"`}>${name}</a></li>`;
  return html`<nav class="sections" aria-label="${label}"><ul>${one("reports", "/mapa/", reports)}${one(
    "ideas",
    "/pomysly/",
    ideas,
  )}<li><a href="/">${chat}</a></li></ul></nav>`;
}

/** Keeps the language in the next address. */
const inLanguage = (language: Language): string => `?lang=${language}`;

/** Whether it goes on, in words and not only in colour. */
export const stateBadge = ({ state, status }: PublicRequest, { texts }: PublicReader): Html =>
  html`<span class="badge${status === "closed" && " closed"}">${texts.states[state]}</span>`;

/** What a person released of what the resident wrote. */
export const released = ({ publicText, language }: PublicRequest): Piece =>
  publicText && html`<blockquote lang="${language}" dir="auto">${withNumbers(publicText)}</blockquote>`;
