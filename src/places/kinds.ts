import { z } from "zod";

/** What sort of thing a name in the register of streets stands for. */
export const StreetKind = z.enum(["ul", "al", "pl", "os", "rondo", "rynek", "most", "bulwar", "park"]);
export type StreetKind = z.infer<typeof StreetKind>;

const WORDS: Record<StreetKind, string> = {
  ul: "ul ulica ulicy ulice",
  al: "al aleja alei aleje alejach aleji",
  pl: "pl plac placu placem",
  os: "os osiedle osiedlu osiedla osiedlem",
  rondo: "rondo rondzie ronda rondem rondu",
  rynek: "rynek rynku rynkiem",
  most: "most moscie mostu mostem",
  bulwar: "bulwar bulwarze bulwaru bulwary bulwarach bulwarem",
  park: "park parku parkiem",
};

const BY_WORD = new Map(
  StreetKind.options.flatMap((kind) => WORDS[kind].split(" ").map((word): [string, StreetKind] => [word, kind])),
);

/** The kind a folded word names ("ulicy" → ul); undefined for other words. */
export const kindOf = (word: string): StreetKind | undefined => BY_WORD.get(word);

const SHOWN: Record<StreetKind, string> = {
  ul: "ul. ",
  al: "al. ",
  pl: "pl. ",
  os: "os. ",
  rondo: "rondo ",
  rynek: "",
  most: "most ",
  bulwar: "bulwar ",
  park: "park ",
};

/** A name as it is written on an envelope: "ul. Długa". Squares such as the Rynek and bridges such as the Kładka carry their kind in the name. */
export function withKind(kind: StreetKind, name: string): string {
  return /^(?:rynek|mały rynek|kładka|planty|bulwar)/i.test(name) ? name : `${SHOWN[kind]}${name}`;
}
