import { z } from "zod";
import { type Point, readPoint } from "../conversation/place";
import { type Places, type Where, whereIs } from "../places/whereIs";
import type { Service } from "../serviceRequests/service";
import { type Attribute, attributesOf } from "./catalogue";
import type { Fields } from "./fields";

/** What a partner wants to file, checked. */
export type Submission = {
  description: string;
  place: string;
  address?: string;
  point?: Point;
  district?: string;
  answers: Record<string, string>;
  contact: { phone?: string; email?: string };
};
type Read<What> = What | { mistakes: string[] };

const LONGEST_DESCRIPTION = 4000;
const LONGEST_ADDRESS = 300;
const LONGEST_ANSWER = 1000;
const MOST_LINKS = 10;

/** Reads a report of this kind out of a form; or says everything that is wrong with it at once. */
export async function readSubmission(fields: Fields, service: Service, places: Places): Promise<Read<Submission>> {
  const where = await readPlace(fields, places);
  const { answers, mistakes } = readAnswers(fields, attributesOf(service));
  const contact = readContact(fields);
  const description = fields.words("description") ?? "";
  const all = [...mistakesOf(where), ...mistakes, ...mistakesOf(contact), ...wrongWords(description, fields)];
  if ("mistakes" in where || "mistakes" in contact || all.length > 0) return { mistakes: all };
  return { description: withLinks(description, fields), ...where, answers, contact };
}

const mistakesOf = (read: Read<object>) => ("mistakes" in read ? read.mistakes : []);

function wrongWords(description: string, fields: Fields): string[] {
  const length = [...description].length;
  const long = `Opis (description) ma ${length} znaków, a może mieć najwyżej ${LONGEST_DESCRIPTION}.`;
  const links = fields.all("media_url");
  return [
    ...(length > LONGEST_DESCRIPTION ? [long] : []),
    ...(links.length > MOST_LINKS || links.some((link) => link.length > 1000)
      ? [`Podaj najwyżej ${MOST_LINKS} adresów zdjęć (media_url), każdy do 1000 znaków.`]
      : []),
  ];
}

/** Pictures elsewhere are never fetched; whoever reads the report may look at them. */
function withLinks(description: string, fields: Fields): string {
  const links = fields.all("media_url").map((link) => `Zdjęcie: ${link}`);
  return [description, ...links].filter(Boolean).join("\n");
}

async function readPlace(fields: Fields, places: Places): Promise<Read<Where>> {
  const [lat, long, words] = [fields.one("lat"), fields.one("long"), fields.one("address_string")];
  if (words && words.length > LONGEST_ADDRESS)
    return wrong(`Adres (address_string) może mieć najwyżej ${LONGEST_ADDRESS} znaków.`);
  if (lat !== undefined || long !== undefined) {
    const read = readPointOf(lat, long);
    return "mistakes" in read ? read : found({ ...read, words }, places);
  }
  if (words) return found({ words }, places);
  if (fields.one("address_id"))
    return wrong("Nie ma miejsca o takim address_id. Podaj lat i long albo address_string.");
  return wrong("Brakuje miejsca: podaj lat i long albo address_string.");
}

async function found(sent: Parameters<typeof whereIs>[0], places: Places): Promise<Read<Where>> {
  const where = await whereIs(sent, places);
  if (!("outside" in where)) return where;
  const whose = where.outside === "unknown" ? undefined : where.outside?.whose.pl;
  return wrong(
    `To miejsce leży poza Krakowem, miasto nie może się nim zająć.${whose ? ` Zajmuje się nim: ${whose}.` : ""}`,
  );
}

function readPointOf(lat: string | undefined, long: string | undefined): Read<{ point: Point }> {
  if (lat === undefined) return wrong("Brakuje szerokości geograficznej (lat).");
  if (long === undefined) return wrong("Brakuje długości geograficznej (long).");
  const point = numberOf(lat) && numberOf(long) ? readPoint(Number(lat), Number(long)) : undefined;
  return point ? { point } : wrong("Współrzędne (lat, long) są nieprawidłowe.");
}

const wrong = (mistake: string) => ({ mistakes: [mistake] });
const numberOf = (text: string) => /^-?\d{1,10}(?:[.]\d{1,20})?$/.test(text);

function readAnswers(fields: Fields, attributes: Attribute[]): { answers: Record<string, string>; mistakes: string[] } {
  const answers: Record<string, string> = {};
  const mistakes: string[] = [];
  for (const attribute of attributes.filter(({ variable }) => variable)) {
    const values = fields.all(`attribute[${attribute.code}]`);
    const mistake = mistakeIn(attribute, values);
    if (mistake) mistakes.push(mistake);
    else if (values[0] !== undefined) answers[attribute.code] = values[0];
  }
  return { answers, mistakes };
}

function mistakeIn({ code, datatype, required, values: known }: Attribute, said: string[]): string | undefined {
  const name = `attribute[${code}]`;
  const [value] = said;
  if (value === undefined) return required ? `Brakuje odpowiedzi: ${name}.` : undefined;
  if (said.length > 1) return `Podaj tylko jedną odpowiedź: ${name}.`;
  if (datatype === "singlevaluelist" && !known.some(({ key }) => key === value))
    return `Nie ma takiej odpowiedzi: ${name}. Możliwe: ${known.map(({ key }) => key).join(", ")}.`;
  if (datatype === "number" && !numberOf(value.replace(",", "."))) return `To nie jest liczba: ${name}.`;
  return value.length > LONGEST_ANSWER ? `Odpowiedź ${name} może mieć najwyżej ${LONGEST_ANSWER} znaków.` : undefined;
}

const Email = z.email().max(254);

/** Only what is needed to answer; names, accounts and devices are not kept. */
function readContact(fields: Fields): Read<Submission["contact"]> {
  const [email, phone] = [fields.one("email"), fields.one("phone")];
  const mistakes = [
    ...(email && !Email.safeParse(email).success ? ["Adres e-mail (email) jest nieprawidłowy."] : []),
    ...(phone && !/^\+?[\d\s()./-]{5,30}$/.test(phone) ? ["Numer telefonu (phone) jest nieprawidłowy."] : []),
  ];
  return mistakes.length > 0 ? { mistakes } : { ...(email && { email }), ...(phone && { phone }) };
}
