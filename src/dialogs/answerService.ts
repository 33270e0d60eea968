import type { Slot } from "../conversation/slot";
import type { Heard, Progress } from "./dialogParts";
import { enterService, offerServices, servicesOf } from "./enterService";
import { type Form, moved } from "./form";
import { keepAsItIs, stay } from "./goOn";
import { miss } from "./miss";
import { readAnswer } from "./readAnswer";
import { readTold, takeAnswers, withoutContact } from "./takeAnswers";

/** What was written is kept for the description even when its kind is not clear yet. */
export function answerService(form: Form, slot: Slot, heard: Heard, lead: string[]): Progress {
  const next = withTold(form, slot, heard);
  const services = likely(form, heard);
  const [best, second] = services;
  if (best && !second) return chooseService(next, slot, best.code, heard, lead);
  if (best && form.state.missed < MOST_OFFERS) {
    return offerServices(moved(next, { missed: form.state.missed + 1 }), slot, services, lead);
  }
  const named = best ? undefined : readAnswer(form.parts.commands, slot, heard);
  return named ? chooseService(next, slot, named, heard, lead) : miss(next, lead);
}

/** A message that may be of several kinds is answered with a choice so often in a row; then a person is offered. */
const MOST_OFFERS = 2;

/** A kind of report or a group of them was chosen. */
export function chooseService(form: Form, slot: Slot, value: string, heard: Heard, lead: string[]): Progress {
  if (value === form.state.service) return keepAsItIs(form, lead);
  const service = form.parts.services.get(value);
  if (service) return enterService(form, service, heard, lead);
  const services = servicesOf(form, value);
  const [only, second] = services;
  if (only && !second) return enterService(form, only, heard, lead);
  return only ? offerServices(moved(form, { missed: 0 }), slot, services, lead) : stay(form, lead);
}

/** The kinds of report the understanding thinks of, as far as they still exist. */
export function likely({ parts }: Form, { services = [] }: Heard) {
  return services.flatMap((code) => parts.services.get(code) ?? []);
}

/** The form with what the message tells beside the kind of report. */
export function withTold(form: Form, service: Slot, heard: Heard): Form {
  const { [service.slot]: _, ...others } = takeAnswers(form, heard);
  const told = withoutContact(form, { ...readTold(form, heard), ...others }, heard);
  // While the kind is being changed, what was told about the matter stays as it is.
  const { answers } = form.state;
  return moved(form, { answers: form.state.service === undefined ? { ...answers, ...told } : { ...told, ...answers } });
}
