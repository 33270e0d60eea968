import type { DialogState } from "../conversation/conversation";
import type { FoundPlace } from "../conversation/facts";
import type { Language } from "../conversation/language";
import type { Slot } from "../conversation/slot";
import type { Entities } from "../conversation/understanding";
import { wordsOf } from "../conversation/words";
import type { DialogParts, Finished, Heard } from "./dialogParts";
import { finish } from "./finish";
import { answerTo, consents, type Form, moved, placeSlot } from "./form";
import { say } from "./phrases";
import { fieldsOf, formOf } from "./serviceForm";
import { takeAnswers, withoutContact } from "./takeAnswers";
import { urgentAtStart, urgentLater } from "./urgent";

type NewRequest = Extract<Finished, { kind: "file_service_request" }>;

/** What was wrong with an answer, in Polish: a consultant reads it. */
type Mistaken = { slot: string; problem: "missing" | "not_understood"; say: string };

export type Filled =
  /** `urgent`: what must be told at once, because an answer shows a danger. */
  | { kind: "filled"; request: NewRequest; urgent?: string }
  | { kind: "mistakes"; mistakes: Mistaken[] }
  /** This kind is explained, never filed. */
  | { kind: "explained"; explain: string }
  | { kind: "no_such_service" };

/** Answers as said, by slot. `running`: the resident's own dialog, whose answers and photos count. */
type Said = {
  service: string;
  answers: Record<string, string>;
  language: Language;
  running?: DialogState | undefined;
  entitiesIn(text: string): Entities;
  /** What the city's list knows of the place. */
  placesIn?(text: string): FoundPlace[];
};

/** Reads the answers of a whole form, each exactly as the dialog reads it. */
export function fillForm(parts: DialogParts, said: Said): Filled {
  const { service, answers, language, running, entitiesIn } = said;
  const opened = formOf(parts, service, language, running);
  if (!opened?.service) return { kind: "no_such_service" };
  const form = { ...opened, about: { places: said.placesIn?.(answers[placeSlot(opened)?.slot ?? ""] ?? "") } };
  if (opened.service.explain) return { kind: "explained", explain: opened.service.explain[language] };
  const heardIn = (text: string): Heard => ({ text, attachments: [], entities: entitiesIn(text) });
  const read = fieldsOf(form).map((slot) => readField(form, slot, heardIn((answers[slot.slot] ?? "").trim())));
  const mistakes = read.flatMap(({ mistake }) => mistake ?? []);
  if (mistakes.length > 0) return { kind: "mistakes", mistakes };
  const values = Object.assign({}, ...read.map(({ values }) => values));
  const known = moved(form, { answers: { ...agreed(form), ...values } });
  const filled = withContact(known, heardIn(Object.values(answers).join("\n")).entities);
  return finished(filled);
}

type Read = { values: Record<string, string>; mistake?: Mistaken };

function readField(form: Form, slot: Slot, heard: Heard): Read {
  const { text } = heard;
  const keep = (value: string): Read => ({ values: { [slot.slot]: value } });
  const wrong = (problem: Mistaken["problem"]): Read => {
    return { values: {}, mistake: { slot: slot.slot, problem, say: needed(form, slot, problem) } };
  };
  if (text === "") return slot.optional ? keep("") : wrong("missing");
  // A button is the answer itself, and so is what the dialog has read before.
  const value = buttonOf(slot, text) ?? (text === answerTo(form, slot) ? text : asAnswer(form, slot, heard));
  return value === undefined ? wrong("not_understood") : keep(value);
}

/** The value of the button meant by its value or by its title. */
function buttonOf({ expects, choices }: Slot, text: string): string | undefined {
  if (expects === "yes_no") return ["yes", "no"].find((value) => value === text);
  if (expects !== "choice") return undefined;
  const said = wordsOf(text).join(" ");
  const titled = choices.find(({ title }) => Object.values(title).some((words) => wordsOf(words).join(" ") === said));
  return (choices.find(({ value }) => value === text) ?? titled)?.value;
}

/** Reads the text as the answer to this question, when it is the only one that is open. */
function asAnswer(form: Form, slot: Slot, heard: Heard): string | undefined {
  const others = form.slots.filter((other) => other !== slot).map((other) => [other.slot, ""] as const);
  const asking = moved(form, { asked: slot.slot, answers: Object.fromEntries(others) });
  return withoutContact(form, takeAnswers(asking, heard), heard)[slot.slot];
}

function needed({ parts }: Form, slot: Slot, problem: Mistaken["problem"]): string {
  if (problem === "missing") return say(parts.phrases, "needed", "pl", { why: slot.why.pl });
  const again = slot.again?.pl ?? say(parts.phrases, `again_${slot.expects}`, "pl");
  const first = slot.choices[0]?.title.pl ?? "";
  const example = slot.example?.pl ?? say(parts.phrases, `example_${slot.expects}`, "pl", { first });
  return `${again} ${say(parts.phrases, "example", "pl", { example })}`;
}

function agreed(form: Form): Record<string, string> {
  return Object.fromEntries(consents(form).map(({ slot }) => [slot, "yes"]));
}

/** A phone or an e-mail told in another answer was cut out there; it is kept as the contact, if none was given. */
function withContact(form: Form, { phone, email }: Entities): Form {
  const slot = form.slots.find(({ expects }) => expects === "contact");
  const contact = [phone, email].filter((one) => one !== undefined).join(", ");
  if (!slot || contact === "" || answerTo(form, slot)) return form;
  return moved(form, { answers: { ...form.state.answers, [slot.slot]: contact } });
}

function finished(form: Form): Filled {
  const progress = finish(form);
  if (progress.kind !== "finished" || progress.result.kind !== "file_service_request")
    return { kind: "no_such_service" };
  const urgent = urgentIn(form);
  return { kind: "filled", request: progress.result, ...(urgent !== undefined && { urgent }) };
}

/** What the dialog would have said of a danger, at the start or on an answer. */
function urgentIn(form: Form): string | undefined {
  const said = Object.values(form.state.answers).join("\n");
  const before = moved(form, { answers: {} });
  return (urgentAtStart(form, said)[0] ?? urgentLater(before, form, said)[0])?.text;
}
