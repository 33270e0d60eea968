import type { Language } from "../../conversation/language";
import { html } from "../html";
import type { Page } from "../layout";
import { messageForm, mistakesBox, type Tried } from "./fields";
import { contactTextsIn } from "./texts/texts";

/** The empty form, or the one that was not taken. `key`: its ticket. */
export function formPage(language: Language, key: string, tried?: Tried): Page {
  const texts = contactTextsIn(language);
  const form = { action: `/kontakt/?language=${language}`, key, withEmail: true, label: texts.message, tried };
  const body = html`<h1>${texts.title}</h1>${tried && mistakesBox(tried, texts)}
<p class="lead">${texts.lead}</p>
<div class="box"><p>${texts.assistant}</p><p>${texts.data}</p></div>${messageForm(form, texts)}`;
  return { language, title: texts.title, body, addressIn: (other) => `/kontakt/?language=${other}` };
}
