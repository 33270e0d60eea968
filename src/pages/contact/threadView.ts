import type { Language } from "../../conversation/language";
import type { ConversationHead, Entry } from "../../conversation/transcript";
import { type Html, html } from "../html";
import type { Page } from "../layout";
import { momentOf } from "../telling";
import { messageForm, mistakesBox, type Tried } from "./fields";
import { marked } from "./said";
import { type ContactTexts, contactTextsIn } from "./texts/texts";

/** What the page of a conversation shows. `key`: names what is written from it. */
type Sight = {
  head: ConversationHead;
  entries: Entry[];
  path: string;
  key: string;
  language: Language;
  /** The resident wants to write and not to be interrupted. */
  isWriting: boolean;
  now: Date;
  tried?: Tried | undefined;
};

const REFRESH_SECONDS = 15;
/** After that a person has it in hand and may take hours; nobody keeps a page open for that. */
const REFRESHED_FOR_MS = 30 * 60_000;

/** The conversation as a page: what was said, buttons, and a form to write on. */
export function threadPage(sight: Sight): Page {
  const { path, language, tried, isWriting, head } = sight;
  const texts = contactTextsIn(language);
  const { thread } = texts;
  const waits = waiting(sight);
  const refreshes = waits === "soon" && !isWriting && !tried;
  const form = {
    action: `${path}?language=${language}`,
    key: sight.key,
    withEmail: false,
    label: texts.message,
    tried,
  };
  const body = html`<h1>${thread.title}</h1>${tried && mistakesBox(tried, texts)}
<div class="box"><h2>${thread.keepTitle}</h2><p>${thread.keep}</p></div>
<h2 id="rozmowa">${thread.talk}</h2>${listed(sight, texts)}${
    waits && html`<div class="box ask" role="status"><p>${refreshes ? thread.waiting : thread.waitingStill}</p></div>`
  }<p><a class="button quiet" href="${path}?language=${language}#rozmowa">${thread.refresh}</a></p>${
    // A page that refreshes itself would take away what is being written.
    refreshes
      ? html`<p><a href="${path}?language=${language}&amp;pisz=1#message">${thread.stop}</a></p>`
      : html`<section class="acts"><h2>${thread.write}</h2>${head.speaker === "closed" && html`<p>${thread.closed}</p>`}${messageForm(form, texts)}</section>`
  }`;
  return {
    language,
    title: thread.title,
    body,
    head: refreshes && html`<meta http-equiv="refresh" content="${REFRESH_SECONDS}">`,
    addressIn: (other) => `${path}?language=${other}`,
  };
}

/** Whether an answer is expected: within a moment, or whenever a person has the time. */
function waiting({ entries, head, now }: Sight): "soon" | "later" | undefined {
  const words = entries.filter(({ author }) => author !== "system");
  const last = words.at(-1);
  const asked = words.findLast(({ author }) => author === "resident");
  const expects = head.speaker === "waiting" || (last?.author === "resident" && last.form !== "reaction");
  if (!expects || !asked) return undefined;
  return now.getTime() - asked.at.getTime() < REFRESHED_FOR_MS ? "soon" : "later";
}

function listed(sight: Sight, texts: ContactTexts): Html {
  const { entries } = sight;
  const last = entries.findLast(({ author }) => author !== "system");
  const items = entries.map(
    (entry) => html`<li>${entryOf(entry, sight, texts)}${entry === last && choicesOf(entry, sight, texts)}</li>`,
  );
  return html`${(entries[0]?.seq ?? 1) > 1 && html`<p class="hint">${texts.thread.earlier}</p>`}<ol class="chain">${items}</ol>`;
}

function entryOf(entry: Entry, { path, language }: Sight, texts: ContactTexts): Html {
  const { thread, occasions } = texts;
  const said = entry.occasion ? entry.text || occasions[entry.occasion] : entry.text;
  const text = entry.form === "reaction" ? thread.reaction(said) : said;
  const files = entry.attachments ?? [];
  return html`<h3>${whoSaid(entry, texts)}</h3><p class="muted">${momentOf(entry.at, language)}</p>${
    text && html`<p class="said" dir="auto">${entry.author === "resident" ? text : marked(text)}</p>`
  }${files.map(({ id, name }) => html`<p><a href="${path}pliki/${id}">${thread.file(name)}</a></p>`)}`;
}

function whoSaid({ author, authorName }: Entry, { thread }: ContactTexts): string {
  if (author === "resident") return thread.you;
  if (author === "bot") return thread.bot;
  return author === "consultant" ? (authorName ?? thread.consultant) : thread.office;
}

/** Buttons of what was said last; their places cannot be shared without a script. */
function choicesOf(
  { choices = [] }: Entry,
  { path, key, language }: Sight,
  { thread }: ContactTexts,
): Html | undefined {
  const shown = choices.filter(({ wish }) => wish.kind !== "share_place");
  if (shown.length === 0) return undefined;
  const buttons = shown.map(({ title }) => html`<button class="quiet" name="press" value="${title}">${title}</button>`);
  return html`<form method="post" action="${path}?language=${language}"><p>${thread.choices}</p>
<input type="hidden" name="key" value="${key}">${buttons}</form>`;
}
