import type { Language } from "../conversation/language";
import type { PublicOffice } from "./offices";
import { sayWeek } from "./sayHours";

/** A text with what was asked for filled in, the offices it names, and what is wrong, counted in lines from 0. */
export type Filled = { text: string; offices: string[]; faults: { line: number; message: string }[] };

/**
 * Fills `{{address:wielicka}}` and `{{hours:wielicka}}`: what is written once in `_offices.yaml` is right in every
 * article.
 */
export function fillOffices(text: string, language: Language, offices: PublicOffice[]): Filled {
  const filled: Filled = { text, offices: [], faults: [] };
  filled.text = text.replace(/\{\{([^{}\n]*)\}\}/g, (whole, inside: string, at: number) => {
    const [, field, id] = inside.match(/^(address|hours):([a-z0-9-]+)$/) ?? [];
    const office = offices.find((one) => one.id === id);
    const value = office && (field === "hours" ? hoursIn(office, language) : office.address);
    if (office && value !== undefined) {
      if (!filled.offices.includes(office.id)) filled.offices.push(office.id);
      return value;
    }
    const line = text.slice(0, at).split("\n").length - 1;
    filled.faults.push({ line, message: faultOf(whole, { field, id, known: office !== undefined }) });
    return whole;
  });
  return filled;
}

function hoursIn({ hours }: PublicOffice, language: Language): string | undefined {
  return hours && sayWeek(hours, language);
}

function faultOf(
  whole: string,
  { field, id, known }: { field: string | undefined; id: string | undefined; known: boolean },
): string {
  if (field === undefined || id === undefined) return `„${whole}”: wpisz {{address:id}} albo {{hours:id}}`;
  if (!known) return `nie ma biura „${id}” w _offices.yaml`;
  return `biuro „${id}” nie ma w _offices.yaml ${field === "hours" ? "godzin (hours)" : "adresu (address)"}`;
}
