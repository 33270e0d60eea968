import type { Localized } from "../conversation/language";
import { type Names, namesOf } from "./names";

/** A place that is not the city's, and whose it is as far as the name tells. */
export type Outside = { municipality?: string; whose: Localized };

/** Municipalities around the city with their Ukrainian names, and villages in them that people name. */
const neighbours = `
Wieliczka|Величка|Śledziejowice, Czarnochowice, Strumiany, Węgrzce Wielkie, Koźmice Wielkie, Kokotów, Golkowice, Sygneczów
Skawina|Скавіна|Radziszów, Rzozów, Zelczyna, Korabniki, Krzęcin
Niepołomice|Неполоміце|Podłęże, Staniątki, Wola Batorska, Zabierzów Bocheński
Zabierzów|Забежув|Balice, Rząska, Szczyglice, Bolechowice
Zielonki|Зельонкі|Węgrzce, Bibice, Pękowice, Trojanowice, Bosutów, Garlica Murowana
Wielka Wieś|Велика Весь|Modlnica, Modlniczka, Giebułtów, Tomaszowice, Szyce
Michałowice|Міхаловіце|Raciborowice, Młodziejowice, Masłomiąca
Kocmyrzów-Luborzyca|Коцмижув-Любожиця|Kocmyrzów, Luborzyca, Baranówka
Igołomia-Wawrzeńczyce|Іголомія-Вавженьчице|Igołomia, Wawrzeńczyce
Świątniki Górne|Свьонтнікі-Гурне|Wrząsowice, Ochojno, Rzeszotary
Mogilany|Могіляни|Libertów, Włosań
Siepraw|Сеправ|
Liszki|Лішкі|Kryspinów, Cholerzyn, Rączna, Morawica
Czernichów|Черніхув|Wołowice
Krzeszowice|Кшешовіце|Tenczynek
Skała|Скала|
Słomniki|Сломнікі|
Biskupice|Біскупіце|Tomaszkowice
Myślenice|Мисьленіце|
Dobczyce|Добчице|
Proszowice|Прошовіце|
Kłaj|Клай|Szarów`;

type Town = { municipality: string; uk: string };

const names: Names<Town> = namesOf(
  neighbours
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [municipality = "", uk = "", villages = ""] = line.split("|");
      return [municipality, ...villages.split(", ").filter(Boolean)].map((name) => ({
        name,
        value: { municipality, uk },
      }));
    }),
);

/** What a name that begins at this token says of a place outside; undefined for every other word. */
export function outsideAt(
  tokens: Parameters<Names<Town>["heardAt"]>[0],
  at: number,
): { outside: Outside; end: number } | undefined {
  const heard = names.heardAt(tokens, at);
  const [town] = heard?.values ?? [];
  // A typo would make a neighbour of too many streets: Wielicka, Skawińska.
  if (!heard || !town || heard.score < 0.9) return undefined;
  return { outside: outsideOf(town), end: heard.end };
}

function outsideOf({ municipality, uk }: Town): Outside {
  return {
    municipality,
    whose: { pl: `gmina ${municipality}`, en: `the municipality of ${municipality}`, uk: `гміна ${uk}` },
  };
}

/** Whose a place outside is when a map found it: a neighbour by its name, or simply another municipality. */
export function outsideNamed(name: string | undefined): Outside {
  const line = neighbours
    .trim()
    .split("\n")
    .find((one) => one.startsWith(`${name ?? ""}|`));
  const [municipality = "", uk = ""] = line?.split("|") ?? [];
  if (line !== undefined) return outsideOf({ municipality, uk });
  return {
    whose: {
      pl: "gmina, na której terenie jest to miejsce",
      en: "the municipality this place belongs to",
      uk: "гміна, на території якої це місце",
    },
  };
}
