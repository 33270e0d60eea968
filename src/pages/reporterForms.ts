import type { RequestEvent, ServiceRequest } from "../serviceRequests/doors";
import { actsFor } from "../serviceRequests/lifeCycle";
import type { FormAct } from "./actOn";
import type { ActForm } from "./form";
import type { Reader } from "./telling";

/** The last part of each form's address, and what the form does. */
export const reporterActs: Readonly<Record<string, FormAct>> = {
  odpowiedz: "answer",
  dopisz: "add",
  naprawione: "finish",
  wycofaj: "withdraw",
  "otworz-ponownie": "reopen",
  potwierdz: "confirm",
};

/** What the reporter may do now, in the order of what is most likely wanted. */
export function reporterForms(request: ServiceRequest, events: RequestEvent[], reader: Reader): ActForm[] {
  const acts = actsFor(request.state, "resident");
  const may = (kind: FormAct) => acts.includes(kind);
  const { answer, add, finish, confirm } = reader.texts.reporter;
  const isReport = request.kind === "report";
  const words = (label: string) => ({ label, required: false });
  const forms: (ActForm | false)[] = [
    may("answer") && {
      ...{ path: "odpowiedz", title: answer.title, send: answer.send },
      ...{ words: words(answer.words), photos: true, shown: "open" },
    },
    // While a question is open, the answer is what is added.
    may("add") &&
      !may("answer") && {
        ...{ path: "dopisz", title: add.title, send: add.send, words: words(add.words), photos: true },
      },
    may("finish") &&
      isReport && {
        ...{ path: "naprawione", title: finish.title, hint: finish.hint, send: finish.send },
        ...{ words: words(finish.words), photos: true },
      },
    may("confirm") &&
      isReport &&
      isToBeConfirmed(events) && { path: "potwierdz", title: confirm.title, send: confirm.send },
  ];
  return forms.filter((form) => form !== false);
}

/** Opening it again, worded after what was said: "still not right", or "I do not agree". */
export function reopenForm(request: ServiceRequest, events: RequestEvent[], { texts }: Reader): ActForm {
  const { reopen } = texts.reporter;
  const asks = request.state === "done" && request.kind === "report" && isToBeConfirmed(events);
  return {
    ...{ path: "otworz-ponownie", title: asks ? reopen.notFixed : reopen.title, send: reopen.send },
    ...{ words: { label: reopen.words, required: false }, photos: true },
  };
}

export function withdrawForm({ texts }: Reader): ActForm {
  const { withdraw } = texts.reporter;
  const { title, meaning, send, words } = withdraw;
  return { path: "wycofaj", title, hint: meaning, send, words: { label: words, required: false } };
}

/** Whether "is it really fixed?" is still open: the unit said so, and the reporter has not answered. */
export function isToBeConfirmed(events: RequestEvent[]): boolean {
  const last = events.findLast(({ kind }) => kind === "finish" || kind === "confirm");
  return last?.kind === "finish" && last.actor !== "resident";
}
