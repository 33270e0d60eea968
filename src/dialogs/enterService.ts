import type { Choice, Reply } from "../conversation/reply";
import type { ServiceForm, Slot } from "../conversation/slot";
import { acknowledge } from "./acknowledge";
import { askService, reply } from "./ask";
import type { Heard, Progress } from "./dialogParts";
import { type Form, moved } from "./form";
import { goOn } from "./goOn";
import { readTold, takeAnswers, withoutContact } from "./takeAnswers";
import { urgentAtStart } from "./urgent";

/** The kind of report is known: explains, warns, takes what was already told and asks the rest. */
export function enterService(form: Form, service: ServiceForm, heard: Heard, lead: string[] = []): Progress {
  if (service.explain) return explain(form, service);
  const entered = moved(form, { dialog: homeOf(form, service), service: service.code, missed: 0 });
  const text = heard.text.trim() || (form.state.answers.description ?? "");
  const taken = takeAnswers({ ...entered, state: { ...entered.state, asked: undefined } }, { ...heard, text });
  const told = withoutContact(entered, { ...readTold(entered, heard.text), ...taken }, heard);
  const next = moved(entered, { answers: { ...entered.state.answers, ...told } });
  const slot = next.slots.find(({ expects }) => expects === "service");
  const understood = heard.text.trim() !== "" && slot ? { [slot.slot]: service.code, ...told } : told;
  return goOn(next, [...lead, ...acknowledge(next, understood, undefined)], urgentAtStart(next, text));
}

/** Some kinds of report have a dialog of their own. */
function homeOf({ parts, state }: Form, { code }: ServiceForm): string {
  const home = [...parts.dialogs.values()].find((dialog) => dialog.service === code);
  return home?.id ?? state.dialog;
}

/** Not a matter to be filed here: whose it is and what to do. */
function explain({ parts, language }: Form, { explain: text, article }: ServiceForm): Progress {
  const { phrases } = parts;
  const more: Choice[] = article ? [{ title: phrases.read_more[language], wish: { kind: "read", article } }] : [];
  const choices: Choice[] = [...more, { title: phrases.human[language], wish: { kind: "human" } }];
  return { kind: "finished", result: { kind: "told" }, replies: [reply(text ? [text[language]] : [], choices)] };
}

/** The kinds a group button or an uncertain message stands for. */
export function offerServices(form: Form, slot: Slot, services: ServiceForm[], lead: string[] = []): Progress {
  const next = moved(form, { asked: slot.slot, missed: 0 });
  const replies: Reply[] = [askService(next, slot, services, lead)];
  return { kind: "asking", state: next.state, replies };
}

/** The kinds of report of a group that can be filed. */
export function servicesOf(form: Form, group: string): ServiceForm[] {
  return [...form.parts.services.values()].filter((service) => service.group === group);
}
