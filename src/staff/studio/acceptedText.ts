import { editYaml } from "../../content/editYaml";

/** The document that says how often the bot may be wrong. */
export const ACCEPTED = "knowledge/_accepted.yaml";

/** Both in percent. */
type Accepted = { answers: number; reports: number };

/** The document with another share of wrong answers; written anew where there is none, or none that can be read. */
export function acceptedText(text: string | undefined, { answers, reports }: Accepted): string {
  const edited = text && editYaml(text, [{ edit: "set", at: ["wrong_answers"], value: answers }]);
  if (typeof edited === "string" && edited !== "") return edited;
  return [
    "# Ile odpowiedzi i ile zgłoszeń na sto może być chybionych (0,5–20). Ma pierwszeństwo przed ustawieniami serwera.",
    `wrong_answers: ${answers}`,
    `wrong_reports: ${Math.min(20, Math.max(0.5, reports))}`,
    "",
  ].join("\n");
}
