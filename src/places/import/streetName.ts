import { fold } from "../../conversation/fold";
import { embeddedAtlas, type Street } from "../atlas";
import { kindOf, type StreetKind } from "../kinds";

type Name = Pick<Street, "kind" | "name" | "given">;

/** Given names and titles in the genitive, as streets carry them; only used where the register does not tell. */
const GIVEN = new Set(
  `adama adolfa alberta albina aleksandra alfreda andrzeja anieli anny antoniego augusta bartosza bogdana boleslawa bronislawa cypriana
  czeslawa dominika edmunda edwarda elizy emila emilii eugeniusza feliksa felicjana ferdynanda franciszka fryderyka gabriela gabrieli
  generala gustawa haliny heleny henryka hugona ignacego ireny izydora jacka jadwigi jakuba jana janiny janusza jerzego joachima
  jozefa juliana juliusza karola kazimierza kardynala klemensa konstantego krzysztofa ksiedza leona leopolda lucjana ludwika lukasza
  macieja majora marcina marii mariana marka marszalka mieczyslawa michala mikolaja oskara pawla piotra profesora pulkownika rafala
  romana ryszarda sebastiana seweryna stanislawa stefana szymona tadeusza teodora tomasza wacława walerego walentego wiktora wilhelma
  wincentego witolda wladyslawa wlodzimierza wojciecha zbigniewa zdzislawa zofii zygmunta doktora biskupa`
    .split(/\s+/)
    .map(fold),
);

const known = new Map<string, Name>(
  embeddedAtlas().streets.flatMap(({ kind, name, given }) =>
    given === undefined ? [] : [[`${kind} ${fold(`${given} ${name}`)}`, { kind, name, given }]],
  ),
);

/** Parts a full name ("ulica Józefa Dietla", "Rynek Główny") into kind, what people say, and given names. */
export function streetName(full: string, feature = ""): Name {
  const words = `${feature} ${full}`.trim().split(/\s+/);
  const kind = kindOf(fold(words[0] ?? "").replace(/\.$/, ""));
  // "Rynek Główny", "Bulwar Czerwieński": the first is part of the name.
  const bare = kind !== undefined && kind !== "rynek" ? words.slice(1) : words;
  return split(kind ?? "ul", bare.length > 0 ? bare : words);
}

function split(kind: StreetKind, words: string[]): Name {
  const listed = known.get(`${kind} ${fold(words.join(" "))}`);
  if (listed) return listed;
  let first = 0;
  while (first < words.length - 1 && GIVEN.has(fold(words[first] ?? "").replace(/\.$/, ""))) first++;
  const name = words.slice(first).join(" ");
  // "Jana Pawła II", "Jana III Sobieskiego" are said whole.
  const whole = first === 0 || /^[IVX]+\b/.test(name) || /\s[IVX]+$/.test(name);
  return whole ? { kind, name: words.join(" ") } : { kind, name, given: words.slice(0, first).join(" ") };
}
