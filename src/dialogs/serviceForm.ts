import type { DialogState } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import type { ServiceForm, Slot } from "../conversation/slot";
import type { Dialog } from "./dialog";
import type { DialogParts } from "./dialogParts";
import { consents, type Form, openForm } from "./form";

/** The form of a kind of report with what the resident's dialog has found out already; undefined for an unknown kind. */
export function formOf(
  parts: DialogParts,
  service: string,
  language: Language,
  running?: DialogState,
): Form | undefined {
  const known = parts.services.get(service);
  const dialog = known && homeOf(parts, known);
  if (!known || !dialog) return undefined;
  const kept = running && isAbout(running, dialog, service) ? running : undefined;
  // A consultant files it as it is now.
  const present = { kept: undefined, dialog: dialog.id, service };
  const state = { answers: {}, attachments: [], answered: [], missed: 0, ...kept, ...present };
  return openForm(parts, state, language);
}

/** Whether the dialog would end in a report of this kind; one that does not know its kind yet may. */
export function endsIn(parts: DialogParts, state: DialogState | undefined, service: string): boolean {
  const known = parts.services.get(service);
  const dialog = known && homeOf(parts, known);
  return state !== undefined && dialog !== undefined && isAbout(state, dialog, service);
}

function isAbout(state: DialogState, dialog: Dialog, service: string): boolean {
  return state.service === service || (state.service === undefined && state.dialog === dialog.id);
}

/** The dialog that files this kind: its own, or the one that asks for the kind. */
function homeOf({ dialogs }: DialogParts, { code }: ServiceForm): Dialog | undefined {
  const filing = [...dialogs.values()].filter(({ finishes_with }) => finishes_with === "file_service_request");
  return filing.find(({ service }) => service === code) ?? filing.find(({ service }) => service === undefined);
}

/**
 * The questions that are fields of the form. The kind is chosen before it; who fills it in has agreed to file; photos
 * come in the chat only.
 */
export function fieldsOf(form: Form): Slot[] {
  const consent = consents(form);
  return form.slots.filter((slot) => !consent.includes(slot) && slot.expects !== "service" && slot.expects !== "photo");
}
