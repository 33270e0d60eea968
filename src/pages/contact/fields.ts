import { type Html, html } from "../html";
import type { Field, Mistake } from "./readMessage";
import type { ContactTexts } from "./texts/texts";

/** What was typed and why it was not taken; shown again with the words kept. */
export type Tried = { text: string; email: string; hadFiles: boolean; mistakes: Mistake[]; again: boolean };

type Showing = { action: string; key: string; withEmail: boolean; label: string; tried?: Tried | undefined };

/** The form to write with, on the first page and on that of a conversation. */
export function messageForm({ action, key, withEmail, label, tried }: Showing, texts: ContactTexts): Html {
  const filesAgain = tried?.hadFiles && !mistakeAt("files", tried) ? texts.filesAgain : undefined;
  return html`<form method="post" action="${action}" enctype="multipart/form-data" novalidate>
<input type="hidden" name="key" value="${key}">
<label for="message">${label}</label>${mistakeText("message", tried)}
<textarea id="message" name="message" dir="auto"${described("message", tried)}>
${tried?.text}</textarea>
<label for="files">${texts.files}</label><p class="hint" id="files-hint">${texts.filesHint}</p>${
    mistakeText("files", tried) || (filesAgain && html`<p class="error" id="files-error">${filesAgain}</p>`)
  }
<input type="file" id="files" name="files" multiple accept="image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,application/pdf"${described("files", tried, "files-hint", filesAgain)}>${
    withEmail && emailField(texts, tried)
  }<div class="skip" aria-hidden="true"><label for="website">${texts.trap}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<button>${texts.send}</button></form>`;
}

const emailField = (texts: ContactTexts, tried?: Tried): Html => html`
<label for="email">${texts.email}</label><p class="hint" id="email-hint">${texts.emailHint}</p>${mistakeText("email", tried)}
<input type="email" id="email" name="email" autocomplete="email" value="${tried?.email}"${described("email", tried, "email-hint")}>`;

/** Says first what was wrong, with a way to each field. */
export function mistakesBox({ mistakes, again }: Tried, { wrong }: ContactTexts): Html {
  return html`<div class="box bad" id="error" role="alert" tabindex="-1">${
    again
      ? html`<p>${wrong.again}</p>`
      : html`<h2>${wrong.summary}</h2><ul>${mistakes.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}</ul>`
  }</div>`;
}

const mistakeAt = (field: Field, tried?: Tried) => tried?.mistakes.find((mistake) => mistake.field === field)?.text;

function mistakeText(field: Field, tried?: Tried): Html | undefined {
  const text = mistakeAt(field, tried);
  return text === undefined ? undefined : html`<p class="error" id="${field}-error">${text}</p>`;
}

function described(field: Field, tried?: Tried, hint?: string, note?: string): Html {
  const isWrong = mistakeAt(field, tried) !== undefined;
  const ids = [hint, (isWrong || note) && `${field}-error`].filter(Boolean).join(" ");
  return html`${isWrong && html` aria-invalid="true"`}${ids && html` aria-describedby="${ids}"`}`;
}
