import type { Choice, Reply } from "../conversation/reply";
import type { ServiceForm, Slot } from "../conversation/slot";
import { acknowledge, acknowledgeChange } from "./acknowledge";
import { askService, reply } from "./ask";
import type { Heard, Progress } from "./dialogParts";
import { answeredWith, answerTo, type Form, moved, placeSlot } from "./form";
import { goOn } from "./goOn";
import { readTold, type Taken, takeAnswers, withoutContact } from "./takeAnswers";
import { urgentAtStart } from "./urgent";

/** The kind of report is known: explains, warns, takes what was already told and asks the rest. */
export function enterService(form: Form, service: ServiceForm, heard: Heard, lead: string[] = []): Progress {
  if (service.explain) return explain(form, service);
  const { asked, answered, service: before } = form.state;
  const slot = form.slots.find(({ expects }) => expects === "service")?.slot;
  const entered = moved(form, {
    dialog: homeOf(form, service),
    service: service.code,
    answered: slot !== undefined && asked === slot ? answeredWith(form, slot) : answered,
    missed: 0,
  });
  const text = heard.text.trim() || (form.state.answers.description ?? "");
  const told = whatWasTold(entered, heard, text);
  const answers = before === undefined ? { ...form.state.answers, ...told } : { ...told, ...form.state.answers };
  const next = moved(entered, { answers });
  const named: Taken = slot === undefined ? {} : { [slot]: service.code };
  if (before !== undefined) return goOn(next, [...lead, ...acknowledgeChange(next, named)], urgentAtStart(next, text));
  const understood = heard.text.trim() === "" ? { ...placeIn(next), ...told } : { ...named, ...told };
  return goOn(next, [...lead, ...acknowledge(next, understood, undefined)], urgentAtStart(next, text));
}

/** A place told before the kind was chosen was not read back yet. */
function placeIn(form: Form): Taken {
  const slot = placeSlot(form);
  const said = slot && form.state.asked !== undefined ? answerTo(form, slot) : undefined;
  return slot && said ? { [slot.slot]: said } : {};
}

/** What a message tells beside the kind of report; a text kept from before is read for the new kind's questions too. */
function whatWasTold(entered: Form, heard: Heard, text: string): Taken {
  const unasked = { ...entered, state: { ...entered.state, asked: undefined } };
  return withoutContact(entered, { ...readTold(entered, heard), ...takeAnswers(unasked, { ...heard, text }) }, heard);
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
  const next = moved(form, { asked: slot.slot });
  const replies: Reply[] = [askService(next, slot, services, lead)];
  return { kind: "asking", state: next.state, replies };
}

/** The kinds of report of a group that can be filed. */
export function servicesOf(form: Form, group: string): ServiceForm[] {
  return [...form.parts.services.values()].filter((service) => service.group === group);
}
