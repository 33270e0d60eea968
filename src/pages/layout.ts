import type { Language } from "../conversation/language";
import { type Html, html, markupOf, type Piece } from "./html";
import { style } from "./style";
import { textsIn } from "./texts/texts";

/** `addressIn` gives this page's address in another language; a page in all languages at once has none. */
export type Page = {
  language: Language;
  title: string;
  body: Html;
  /** More for the head: feeds, scripts. */
  head?: Piece;
  addressIn?: ((language: Language) => string) | undefined;
};

const languages: [Language, string][] = [
  ["pl", "Polski"],
  ["en", "English"],
  ["uk", "Українська"],
];

/** A whole document: heading of the office, languages, the page itself, where to ask. */
export function documentOf({ language, title, body, head, addressIn }: Page): string {
  const texts = textsIn(language);
  return `<!doctype html>\n${markupOf(html`<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${texts.office}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%230b4f8a'/%3E%3Cpath d='M7 9h18v11H15l-5 4v-4H7z' fill='%23fff'/%3E%3C/svg%3E">
${head}<style>${style}</style></head><body>
<a class="skip" href="#main">${texts.skip}</a>
<header class="top"><div><p>${texts.office}</p>${addressIn && languageNav(language, texts.language, addressIn)}</div></header>
<main id="main" tabindex="-1">${body}</main>
<footer class="bottom"><div><p>${texts.questions} <a class="number" href="tel:+48126165555">12 616 55 55</a></p></div></footer>
</body></html>`)}`;
}

function languageNav(current: Language, name: string, addressIn: (language: Language) => string): Html {
  return html`<nav aria-label="${name}"><ul>${languages.map(
    ([language, own]) =>
      html`<li><a href="${addressIn(language)}" hreflang="${language}" lang="${language}"${
        language === current && html` aria-current="true"`
      }>${own}</a></li>`,
  )}</ul></nav>`;
}
