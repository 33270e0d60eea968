import type { DialogState } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import type { Slot } from "../conversation/slot";
import { answerTo, type Form } from "../dialogs/form";
import { say } from "../dialogs/phrases";
import { fieldsOf, formOf } from "../dialogs/serviceForm";
import { route } from "../serviceRequests/route";
import type { Service } from "../serviceRequests/service";
import type { StaffContent } from "./parts";
import type { FieldView, FormView, ServiceView } from "./wire";

type Read = { language: Language; running?: DialogState | undefined };

/** A kind of report as one form; what is read to the resident is in `language`, the names are Polish. */
export function formView(content: StaffContent, code: string, { language, running }: Read): FormView | undefined {
  const form = formOf(content.dialogs, code, language, running);
  const service = content.services.get(code);
  if (!form || !service) return undefined;
  const { label, kind, hint, urgent, explain } = service;
  const { answers } = form.state;
  const asked = form.slots.find(({ expects }) => expects === "place");
  const place = (asked && answerTo(form, asked)) ?? "";
  return {
    dialog: form.dialog.id,
    service: code,
    label: label.pl,
    kind,
    hint: hint[language],
    ...(urgent && { urgent: urgent.text[language] }),
    ...(explain && { explain: explain[language] }),
    fields: explain ? [] : fieldsOf(form).map((slot) => fieldView(form, slot)),
    unit: content.names.unit(route({ service, answers, place }, content.office).unit),
  };
}

function fieldView(form: Form, slot: Slot): FieldView {
  const value = answerTo(form, slot);
  return {
    slot: slot.slot,
    kind: slot.expects,
    label: slot.label.pl,
    ask: slot.ask[form.language],
    optional: slot.optional,
    choices: choicesOf(form, slot),
    ...(value && { value }),
  };
}

/** The buttons of the question; those of a free text are words to begin with. */
function choicesOf({ parts, language }: Form, slot: Slot): FieldView["choices"] {
  if (slot.expects === "yes_no")
    return (["yes", "no"] as const).map((value) => {
      return { value, title: say(parts.phrases, value, language), urgent: false };
    });
  return slot.choices.map(({ value, title, urgent }) => {
    return { value: slot.expects === "text" ? title[language] : value, title: title[language], urgent };
  });
}

/** A kind of report in a list. */
export function serviceView({ code, label, group, kind, unit, keywords }: Service, content: StaffContent): ServiceView {
  return { code, label: label.pl, group, kind, unit: content.names.unit(unit), keywords };
}
