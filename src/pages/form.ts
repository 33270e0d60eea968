import { type Html, html, type Piece } from "./html";
import type { Texts } from "./texts/texts";

/** One thing that can be done on a page, as a form of its own. */
export type ActForm = {
  /** The last part of its address, also the beginning of its fields' ids. */
  path: string;
  title: string;
  send: string;
  hint?: string;
  words?: { label: string; required: boolean };
  owner?: { label: string };
  photos?: boolean;
  /** Shown at once, with its title or, on a page of its own, without; others open when their title is touched. */
  shown?: "open" | "bare";
};

export type Field = "words" | "photos";

/** What somebody tried to send and why it was not taken; shown again with their words kept. */
export type Tried = {
  path: string;
  words: string;
  owner: string;
  /** Photos were chosen, which a browser forgets. */
  hadPhotos: boolean;
  errors: { field: Field; text: string }[];
};

/** Where forms go, and the version of the matter the reader has before them. */
export type Sending = { base: string; query: string; version: number; tried?: Tried | undefined; texts: Texts };

/** A form that works without scripts. */
export function actForm(form: ActForm, sending: Sending): Html {
  const { base, query, version, texts } = sending;
  const tried = sending.tried?.path === form.path ? sending.tried : undefined;
  const { path, title, hint, words, owner, photos, send } = form;
  const encoding = photos ? "multipart/form-data" : "application/x-www-form-urlencoded";
  const fields = html`<form method="post" action="${base}/${path}${query}" enctype="${encoding}">
<input type="hidden" name="seen" value="${version}">${hint && html`<p class="hint">${hint}</p>`}${
    words && wordsField(path, words, tried)
  }${owner && ownerField(path, owner.label, tried)}${photos && photosField(path, texts, tried)}
<button>${send}</button></form>`;
  if (form.shown === "open") return html`<section><h3>${title}</h3>${fields}</section>`;
  if (form.shown === "bare" || (!words && !photos)) return fields;
  return html`<details${tried && html` open`}><summary>${title}</summary><div>${fields}</div></details>`;
}

function wordsField(path: string, { label, required }: NonNullable<ActForm["words"]>, tried?: Tried): Html {
  const id = `${path}-words`;
  const error = errorOf("words", tried);
  return html`<label for="${id}">${label}</label>${errorText(id, error)}
<textarea id="${id}" name="words" dir="auto"${required && html` required`}${invalid(id, error)}>
${tried?.words}</textarea>`;
}

function ownerField(path: string, label: string, tried?: Tried): Html {
  const id = `${path}-owner`;
  return html`<label for="${id}">${label}</label><input id="${id}" name="owner" maxlength="200" value="${tried?.owner}">`;
}

function photosField(path: string, { form, refused }: Texts, tried?: Tried): Html {
  const id = `${path}-photos`;
  const error = errorOf("photos", tried) ?? (tried?.hadPhotos ? refused.photosAgain : undefined);
  return html`<label for="${id}">${form.photos}</label><p class="hint" id="${id}-hint">${form.photosHint}</p>${errorText(id, error)}
<input type="file" id="${id}" name="photos" multiple accept="image/jpeg,image/png,image/webp,image/heic,image/heif,.heic"${invalid(id, error, `${id}-hint`)}>`;
}

const errorOf = (field: Field, tried?: Tried) => tried?.errors.find((error) => error.field === field)?.text;
const errorText = (id: string, error: string | undefined): Piece =>
  error && html`<p class="error" id="${id}-error">${error}</p>`;

function invalid(id: string, error: string | undefined, hint?: string): Html {
  const described = [hint, error && `${id}-error`].filter(Boolean).join(" ");
  return html`${error && html` aria-invalid="true"`}${described && html` aria-describedby="${described}"`}`;
}

/** Says first what was wrong, with a way to each field. */
export function errorSummary({ path, errors }: Tried, { refused }: Texts): Html {
  return html`<div class="box bad" id="error" role="alert" tabindex="-1"><h2>${refused.summary}</h2><ul>${errors.map(
    ({ field, text }) => html`<li><a href="#${path}-${field}">${text}</a></li>`,
  )}</ul></div>`;
}
