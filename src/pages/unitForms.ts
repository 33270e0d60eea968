import type { State } from "../serviceRequests/lifeCycle";
import { actsFor } from "../serviceRequests/lifeCycle";
import type { FormAct } from "./actOn";
import type { ActForm } from "./form";
import type { Reader } from "./telling";

/** The last part of each form's address, and what the form does. */
export const unitActs: Readonly<Record<string, FormAct>> = {
  przyjmujemy: "start",
  pytanie: "ask",
  zrobione: "finish",
  niewykonalne: "refuse",
  "nie-nasze": "bounce",
};

/** What the unit may do now. */
export function unitForms(state: State, { texts }: Reader): ActForm[] {
  const acts = actsFor(state, "unit");
  const { start, ask, finish, refuse, bounce } = texts.unit;
  const words = (label: string, required: boolean) => ({ words: { label, required } });
  const forms: ActForm[] = [
    { path: "przyjmujemy", title: start.title, send: start.send, ...words(start.words, false) },
    { path: "pytanie", title: ask.title, send: ask.send, ...words(ask.words, true) },
    { path: "zrobione", title: finish.title, send: finish.send, ...words(finish.words, false), photos: true },
    {
      ...{ path: "niewykonalne", title: refuse.title, hint: refuse.hint, send: refuse.send },
      ...words(refuse.words, true),
    },
    {
      ...{ path: "nie-nasze", title: bounce.title, send: bounce.send },
      ...{ ...words(bounce.words, true), owner: { label: bounce.owner } },
    },
  ];
  return forms.filter(({ path }) => acts.some((act) => act === unitActs[path]));
}
