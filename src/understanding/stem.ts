/** Words whose forms no rule joins, common in city matters; folded form → stem. */
const exceptions = new Map(
  Object.entries({
    urzad: "urzad urzedu urzedowi urzedem urzedzie urzedy urzedow urzedach urzedami",
    pies: "pies psa psu psem psie psy psow psom psami psach piesek pieska",
    dziecko: "dziecko dziecka dziecku dzieckiem dzieci dziecmi dzieciom dzieciach",
    slub: "slub slubu slubie slubem slubow sluby",
    smiec: "smieci smieciom smieciami smieciach smiec smiecie smietnik smietniki smietnika smietniku",
    wjazd: "wjazd wjazdu wjezdzie wjazdy wjechac wjezdzac wjade",
    samochod: "samochod samochodu samochodem samochodzie samochody samochodow auto auta autem autu aut",
    miasto: "miasto miasta miescie miastem miastu",
    okno: "okno okna oknie oknem okien",
    swiatlo: "swiatlo swiatla swietle swiatel swiatlem",
    droga: "droga drogi drodze droge drog drogami drogach",
    miesiac: "miesiac miesiaca miesiecy miesiace miesiecznie miesieczny",
    rok: "rok roku lata lat rokiem",
    pieniadz: "pieniadze pieniedzy pieniadz kasa",
    zwierze: "zwierze zwierzeta zwierzat zwierzecia zwierzak zwierzaka",
    wziac: "wziac wezme wezmie biore brac",
    isc: "isc ide idzie pojsc poszedl poszla pojde",
    budow: "budowa budowy budowe budowie budowa budow budowac budowanie budowlany budowlane budowlanego budowlana",
    mieszkan:
      "mieszkanie mieszkania mieszkaniu mieszkaniem mieszkan mieszkaniach mieszkaniowy mieszkaniowe mieszkaniowego",
    kobiet: "kobieta kobiety kobiete kobiecie kobiet",
    jezdnia: "jezdnia jezdni jezdnie jezdnia",
  }).flatMap(([stem, forms]) => forms.split(" ").map((form): [string, string] => [form, stem])),
);

/** Endings by what stays of the word; the longest that fits is cut. Folded, so -ą and -a are one. */
const endings = byLastLetter({
  // Verbs and verbal nouns in -ować: parkować, parkuje, parkowanie, parkowany → parkow.
  ow: `owaniem owania owaniu owanie owanych owanym owanej owanego owany owana owane owano owac owalem owalam owala owalo
    owali owaly owal ujecie ujemy ujesz ujacy ujaca uja uje`,
  "": `eniami eniach eniem enia eniu enie aniami aniach aniem ania aniu anie iony iona ione ieni onego onych
    alismy alysmy ilismy alem alam ilem ilam ylem ylam ajacy ajaca ajace ajmy ajcie
    iejszy iejsza iejsze owymi owych owego owemu owej owym owa owe owy
    iami iach iego iemu amy imy asz isz ysz ala ila yla alo ilo ylo ali ili yli aly ily aja
    ami ach ego emu ych ich ymi imi iom owi iej
    ac ic yc al il yl am em om ym im ow ej ie ia iu io a e i o u y`,
});

// What a word must keep at least, so that "kosz" or "ala" is not cut to nothing.
const SHORTEST_STUMP = 3;

// The same few thousand words make up most of what people write, and each is asked for several times a message.
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

/** A word's stem, remembered. */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const found = findStem(word);
  remembered.set(word, found);
  return found;
}

/**
 * A light stemmer for folded Polish. Under-cuts rather than over-cuts: what it leaves apart, character n-grams join.
 * Digits, Cyrillic and short words stay as they are, Cyrillic loses its last vowels.
 */
function findStem(word: string): string {
  const known = exceptions.get(word);
  if (known !== undefined) return known;
  if (/[\u0400-\u04FF]/.test(word)) return stemCyrillic(word);
  if (word.length < 4 || /\d/.test(word)) return word;
  for (const { ending, leaves } of endings.get(word.slice(-1)) ?? []) {
    const kept = word.length - ending.length;
    if (kept >= SHORTEST_STUMP && word.endsWith(ending)) {
      return soften(word.slice(0, kept), ending) + leaves;
    }
  }
  return soften(word, "");
}

/** Undoes what an ending does to the consonant before it, the same way for every form of a word. */
function soften(stump: string, ending: string): string {
  const soft = ending.startsWith("i") && ending !== "i";
  const base = stump
    .replace(/(?<=..)iec$/, "c")
    .replace(/(?<=...)ek$/, "k")
    .replace(/i$/, "");
  if (soft && base.endsWith("dz")) return base.slice(0, -1);
  if (ending === "ie" && base.endsWith("c")) return `${base.slice(0, -1)}t`;
  if (ending === "e" && /[^aeiouy]rz$/.test(base)) return base.slice(0, -1);
  if (ending === "e" && base.endsWith("rz")) return base.slice(0, -1);
  return base.replace(/dz$/, "g").replace(/(?<!s)c$/, "k");
}

function stemCyrillic(word: string): string {
  if (word.length < 5) return word;
  const cut = word.replace(
    /(?:ами|ями|ого|ому|ими|ати|ити|ував|увати|ення|ах|ях|ив|ов|ею|ою|ии|ие|ам|ям|ть|ти|[аеиоуюяь])$/,
    "",
  );
  return cut.length >= 3 ? cut : word;
}

type Ending = { ending: string; leaves: string };

/** The endings by their last letter, the longest first. */
function byLastLetter(groups: Record<string, string>): Map<string, Ending[]> {
  const all = Object.entries(groups)
    .flatMap(([leaves, list]) => list.split(/\s+/).map((ending) => ({ ending, leaves })))
    .sort((one, other) => other.ending.length - one.ending.length);
  const letters = [...new Set(all.map(({ ending }) => ending.slice(-1)))];
  return new Map(letters.map((letter) => [letter, all.filter(({ ending }) => ending.endsWith(letter))]));
}
