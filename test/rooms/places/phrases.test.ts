import { readPoint } from "../../../src/conversation/place";
import { gazetteerOf } from "../../../src/places/gazetteer";

const gazetteer = gazetteerOf();

/** The best candidate as it would be read back, with its district and what lies beside it. */
function shown(text: string): string {
  const [best] = gazetteer.find(text);
  if (!best) return "–";
  const { source, known, district, detail, outside } = best;
  if (outside) return `outside: ${outside.whose.pl}`;
  return [
    `${source}: ${best.text}`,
    ...(district === undefined ? [] : [district]),
    ...(known ? [] : ["not listed"]),
    ...(detail === undefined ? [] : [`(${detail})`]),
  ].join(" ");
}

test.each([
  // A street and a number, in any case, with a flat or a letter.
  ["na Długiej 12", "address: ul. Długa 12 I"],
  ["Na Długiej 12 wielka dziura, rower mi się prawie złamał", "address: ul. Długa 12 I"],
  ["ul. Królewska 8a/3", "address: ul. Królewska 8a"],
  ["przy ulicy Królewskiej nr 8 a", "address: ul. Królewska 8a"],
  ["Lea 114 m 5", "address: ul. Juliusza Lea 114"],
  ["Zastawiony wjazd, srebrny passat, Lea 118", "address: ul. Juliusza Lea 118"],
  ["wielicka 28a", "address: ul. Wielicka 28a"],
  ["al. Jana Pawła II 12", "address: al. Jana Pawła II 12"],
  ["na alei Jana Pawła II 12", "address: al. Jana Pawła II 12"],
  ["ul. 29 Listopada 48", "address: al. 29 Listopada 48"],
  ["Mickiewicza 30", "address: al. Adama Mickiewicza 30"],
  ["Rynek Główny 3", "address: Rynek Główny 3 I"],
  ["plac Matejki 3", "address: pl. Jana Matejki 3 I"],
  ["ul. Św. Tomasza 5", "address: ul. św. Tomasza 5 I"],
  ["gen. Bora Komorowskiego 11", "address: ul. Bora-Komorowskiego 11"],
  ["Bora-Komorowskiego 11", "address: ul. Bora-Komorowskiego 11"],
  ["na Ks. Józefa 100", "address: ul. Księcia Józefa 100"],
  ["ul. J. Dietla 5", "address: ul. Józefa Dietla 5 I"],
  ["Głośna impreza na Szewskiej 24 do 4 nad ranem", "address: ul. Szewska 24 I"],
  // Estates and blocks.
  ["os. Złotego Wieku 40", "address: os. Złotego Wieku 40 XV"],
  ["na osiedlu Złotego Wieku 40", "address: os. Złotego Wieku 40 XV"],
  ["os na skarpie 12", "address: os. Na Skarpie 12 XVIII"],
  ["os. Centrum E 5", "address: os. Centrum E 5 XVIII"],
  ["blok 7, os. Kalinowe", "address: os. Kalinowe 7 XVI"],
  ["pod blokiem nr 7 na os. Kolorowym leży gruz", "address: os. Kolorowe 7 XVIII (pod blokiem nr 7)"],
  ["os. Dywizjonu 303", "street: os. Dywizjonu 303 XIV"],
  // Streets alone.
  ["na Szerokiej", "street: ul. Szeroka I"],
  ["przy Dietla", "street: ul. Józefa Dietla I"],
  ["na całej Starowiślnej", "street: ul. Starowiślna I"],
  ["na Kapelance", "street: ul. Kapelanka"],
  ["Jana Matejki", "street: pl. Jana Matejki I"],
  ["na Placu Centralnym", "street: pl. Centralny XVIII"],
  ["przy rondzie Mogilskim", "street: rondo Mogilskie"],
  ["pod mostem Dębnickim", "street: most Dębnicki"],
  ["w Parku Jordana", "street: park Jordana"],
  ["na Rynku Głównym", "street: Rynek Główny I"],
  ["wypadek na Opolskiej, są ranni", "street: ul. Opolska"],
  ["huge pothole on Królewska", "street: ul. Królewska"],
  ["бездомна собака на Długiej", "street: ul. Długa I"],
  // Crossings.
  ["róg Karmelickiej i Batorego", "crossing: skrzyżowanie ul. Karmelicka / ul. Stefana Batorego I"],
  ["na rogu Karmelickiej i Batorego", "crossing: skrzyżowanie ul. Karmelicka / ul. Stefana Batorego I"],
  ["Karmelicka/Batorego", "crossing: skrzyżowanie ul. Karmelicka / ul. Stefana Batorego I"],
  ["Karmelicka róg Batorego", "crossing: skrzyżowanie ul. Karmelicka / ul. Stefana Batorego I"],
  ["skrzyżowanie Dietla z Grzegórzecką", "crossing: skrzyżowanie ul. Józefa Dietla / ul. Grzegórzecka I"],
  [
    "na skrzyżowaniu ulic Czarnowiejskiej i alei Mickiewicza",
    "crossing: skrzyżowanie ul. Czarnowiejska / al. Adama Mickiewicza",
  ],
  // Stops.
  ["przystanek Teatr Bagatela", "stop: przystanek Teatr Bagatela"],
  ["na przystanku tramwajowym Bagatela", "stop: przystanek Teatr Bagatela"],
  ["na przystanku Rondo Matecznego", "stop: przystanek Rondo Matecznego"],
  ["wiata na przystanku Cracovia Stadion", "stop: przystanek Cracovia Stadion not listed"],
  // Beside something.
  ["naprzeciwko Biedronki przy Lea 5", "address: ul. Juliusza Lea 5 (naprzeciwko Biedronki)"],
  ["dziura obok sklepu, na Długiej 12", "address: ul. Długa 12 I (obok sklepu)"],
  ["Długa 12 naprzeciwko Żabki", "address: ul. Długa 12 I (naprzeciwko Żabki)"],
  // Without diacritics, with a typo.
  ["na dlugiej 12", "address: ul. Długa 12 I"],
  ["ul krolewska 8a", "address: ul. Królewska 8a"],
  ["Starowislna 8", "address: ul. Starowiślna 8 I"],
  ["os zlotego wieku 40", "address: os. Złotego Wieku 40 XV"],
  ["rog karmelickiej i batorego", "crossing: skrzyżowanie ul. Karmelicka / ul. Stefana Batorego I"],
  ["przystanek teatr bagatela", "stop: przystanek Teatr Bagatela"],
  ["Karmleicka 5", "address: ul. Karmelicka 5 I"],
  ["na karmelikiej 5", "address: ul. Karmelicka 5 I"],
  ["starowslna 8", "address: ul. Starowiślna 8 I"],
  ["ul. Zakopianska", "street: ul. Zakopiańska"],
  ["al. Mickiewcza 30", "address: al. Adama Mickiewicza 30"],
  // Parts of the city, and what lies in which district.
  ["na Ruczaju", "text: Ruczaj VIII"],
  ["w Nowej Hucie", "text: Nowa Huta XVIII"],
  ["na Kazimierzu", "text: Kazimierz I"],
  ["na Zabłociu", "text: Zabłocie XIII"],
  ["przy Kopcu Krakusa", "text: Kopiec Krakusa XIII"],
  ["koło Wawelu", "text: Wawel I"],
  // Not on the list: kept in the resident's words.
  ["ul. Nieznana 5", "address: ul. Nieznana 5 not listed"],
  // Somebody else's.
  ["Wieliczka, ul. Długa 5", "outside: gmina Wieliczka"],
  ["w Skawinie przy rynku", "outside: gmina Skawina"],
  ["dziura w Niepołomicach", "outside: gmina Niepołomice"],
  ["Węgrzce", "outside: gmina Zielonki"],
  ["na lotnisku w Balicach", "outside: gmina Zabierzów"],
  ["ul. Skawińska 5", "address: ul. Skawińska 5 not listed"],
  // No place at all.
  ["dzień dobry", "–"],
  ["nowa dziura jest wielka", "–"],
  ["zamknął się w pokoju", "–"],
  ["linia 52 zmiana trasy", "–"],
  ["probna ewakuacja w szkole nr 12", "–"],
  ["nie działają 3 lampy od 2 dni", "–"],
  ["biegam rano nad Wisłą", "–"],
  ["", "–"],
])("%s → %s", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test("a phrase tells its kind and parts", () => {
  const said = gazetteer.parse("naprzeciwko Biedronki przy Królewskiej 8a/3");
  expect(said).toMatchObject({ kind: "address", number: "8a", flat: "3", detail: "naprzeciwko Biedronki" });
  expect(gazetteer.parse("koło bloku 12")).toMatchObject({ kind: "block", number: "12" });
  expect(gazetteer.parse("gdzieś tam").kind).toBe("unknown");
});

test("a misspelt name is less sure than a right one, and what is on no list least", () => {
  const scores = ["Karmelicka 5", "Karmleicka 5", "ul. Nieznana 5"].map((text) => gazetteer.find(text)[0]?.score ?? 0);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(new Set(scores).size).toBe(3);
});

test.each(["50.06, 19.94", "19.94 50.06", "50,06 19,94", "50.0600° N, 19.9400° E"])("coordinates: %s", (text) => {
  expect(gazetteer.find(text)).toMatchObject([{ point: { lat: 50.06, long: 19.94 } }]);
  expect(gazetteer.find(text)[0]?.outside).toBeUndefined();
});

test("coordinates far away are outside", () => {
  expect(gazetteer.find("52.23, 21.01")).toMatchObject([
    { outside: { whose: { pl: expect.stringContaining("gmina") } } },
  ]);
});

test.each([
  [0, 0],
  [Number.NaN, 19.9],
  [50.06, Number.POSITIVE_INFINITY],
  [91, 0],
  [50.06, 181],
  ["50.06", "19.94"],
  [undefined, 19.94],
])("no point: %s, %s", (lat, long) => {
  expect(readPoint(lat, long)).toBeUndefined();
});

test("a point of the city, and 0,0 in words is no place", () => {
  expect(readPoint(50.06, 19.94)).toEqual({ lat: 50.06, long: 19.94 });
  expect(gazetteer.parse("0.000, 0.000").kind).toBe("unknown");
});
