import type { Example } from "../conversation/understanding";
import type { Service } from "./service";

/** A keyword alone says less than a sentence. */
const KEYWORD_WEIGHT = 0.5;

/** Everything the classifier can learn about the kinds of report. */
export function serviceExamples(services: Service[]): Example[] {
  return services.flatMap(({ code, label, examples, keywords }) => {
    const intent = { kind: "service", id: code } as const;
    const sentences = [label.pl, label.en, label.uk, ...examples.pl, ...examples.en, ...examples.uk];
    return [
      ...sentences.map((text) => ({ text, intent })),
      ...keywords.map((text) => ({ text, intent, weight: KEYWORD_WEIGHT })),
    ];
  });
}
