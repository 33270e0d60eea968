import type { Slot } from "../conversation/slot";
import type { Heard, Progress } from "./dialogParts";
import { enterService, offerServices, servicesOf } from "./enterService";
import { type Form, moved } from "./form";
import { stay } from "./goOn";
import { miss } from "./miss";
import { readAnswer } from "./readAnswer";
import { readTold, takeAnswers, withoutContact } from "./takeAnswers";

/** What was written is kept for the description even when its kind is not clear yet. */
export function answerService(form: Form, slot: Slot, heard: Heard, lead: string[]): Progress {
  const next = withTold(form, slot, heard);
  const services = likely(form, heard);
  const [best, second] = services;
  if (best && !second) return enterService(next, best, heard, lead);
  if (best) return offerServices(next, slot, services, lead);
  const named = readAnswer(form.parts.commands, slot, heard);
  return named ? chooseService(next, slot, named, heard, lead) : miss(next, lead);
}

/** A kind of report or a group of them was chosen. */
export function chooseService(form: Form, slot: Slot, value: string, heard: Heard, lead: string[]): Progress {
  const service = form.parts.services.get(value);
  if (service) return enterService(form, service, heard, lead);
  const services = servicesOf(form, value);
  const [only, second] = services;
  if (only && !second) return enterService(form, only, heard, lead);
  return only ? offerServices(form, slot, services, lead) : stay(form, lead);
}

/** The kinds of report the understanding thinks of, as far as they still exist. */
export function likely({ parts }: Form, { services = [] }: Heard) {
  return services.flatMap((code) => parts.services.get(code) ?? []);
}

/** The form with what the message tells beside the kind of report. */
export function withTold(form: Form, service: Slot, heard: Heard): Form {
  const { [service.slot]: _, ...others } = takeAnswers(form, heard);
  const told = withoutContact(form, { ...readTold(form, heard.text), ...others }, heard);
  return moved(form, { answers: { ...form.state.answers, ...told } });
}
