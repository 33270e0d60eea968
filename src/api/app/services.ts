import type { z } from "zod";
import type { Language } from "../../conversation/language";
import type { Slot } from "../../conversation/slot";
import type { Service } from "../../serviceRequests/service";
import type { AppParts } from "./parts";
import type { Services } from "./schemas";
import type { AppTexts } from "./texts";

type Named = Pick<AppParts, "names">;
type FiledKind = "report" | "immediate" | "idea";
export type FiledService = Service & { kind: FiledKind };

const isFiled = (service: Service): service is FiledService => ["report", "immediate", "idea"].includes(service.kind);

/** The kinds that can be filed; what is only explained is for articles. */
export function filedServices({ names }: Named): FiledService[] {
  return [...names().services.values()].filter(isFiled);
}

const asked = ["text", "number", "yes_no", "choice"] as const;
type AskedKind = (typeof asked)[number];
const askedKind = ({ expects }: Slot): AskedKind | undefined => asked.find((kind) => kind === expects);

const yesNo: Record<Language, { value: string; title: string }[]> = {
  pl: [
    { value: "yes", title: "Tak" },
    { value: "no", title: "Nie" },
  ],
  en: [
    { value: "yes", title: "Yes" },
    { value: "no", title: "No" },
  ],
  uk: [
    { value: "yes", title: "Так" },
    { value: "no", title: "Ні" },
  ],
};

/** What can be reported and what each kind asks, in one language. */
export function servicesIn(language: Language, parts: Named): z.infer<typeof Services> {
  const services = filedServices(parts).map((service) => ({
    code: service.code,
    kind: service.kind,
    group: service.group,
    label: service.label[language],
    hint: service.hint[language],
    ...(service.urgent && { urgent: service.urgent.text[language] }),
    place_required: !isPlaceOptional(service),
    public: service.public,
    questions: service.questions.flatMap((question) => questionIn(question, language)),
  }));
  return { services };
}

export const isPlaceOptional = ({ place, kind }: Service): boolean => place?.optional ?? kind === "idea";

function questionIn(question: Slot, language: Language) {
  const type = askedKind(question);
  if (!type) return [];
  const { slot: name, label, ask, why, optional, choices } = question;
  const titled = choices.map(({ value, title }) => ({ value, title: title[language] }));
  const words = { label: label[language], ask: ask[language], why: why[language] };
  return [{ name, ...words, type, required: !optional, choices: type === "yes_no" ? yesNo[language] : titled }];
}

type Wrong = { name: string; detail(texts: AppTexts): string };

/** What is wrong with the answers to a kind's questions. */
export function wrongAnswers({ questions }: Service, answers: Record<string, string>): Wrong[] {
  const known = questions.filter((question) => askedKind(question));
  const unknown = Object.keys(answers).filter((name) => !known.some(({ slot }) => slot === name));
  return [
    ...unknown.map((name) => ({ name: `answers.${name}`, detail: (texts: AppTexts) => texts.unknownQuestion })),
    ...known.flatMap((question) => wrongAnswer(question, answers[question.slot])),
  ];
}

function wrongAnswer(question: Slot, answer: string | undefined): Wrong[] {
  const { slot, expects, optional, choices } = question;
  const told = (detail: Wrong["detail"]) => [{ name: `answers.${slot}`, detail }];
  if (answer === undefined || answer === "") return optional ? [] : told((texts) => texts.missing);
  const values = expects === "yes_no" ? ["yes", "no"] : choices.map(({ value }) => value);
  if ((expects === "choice" || expects === "yes_no") && !values.includes(answer))
    return told((texts) => texts.notAChoice(values));
  return expects === "number" && !/^-?\d{1,10}([.,]\d{1,10})?$/.test(answer) ? told((texts) => texts.notANumber) : [];
}
