/** Words that open or make up a place, folded. A star stands for any ending. Lists, not rules: add what is missed. */
const lists = {
  preposition: `na przy przed obok kolo naprzeciwko naprzeciw za pod nad w we u z ze od do wzdluz niedaleko nieopodal blisko
    on at near opposite in behind from po wzdluz przez along by на биля коло навпроти при по у в вид`,
  /** What a name follows. */
  kind: `ul ulica ulicy ulice al aleja alei aleje alejach aleji pl plac placu placem os osiedle osiedlu osiedla rondo rondzie
    ronda rondem skwer skwerze skweru park parku parkiem bulwar bulwarze bulwaru most moscie mostu mostem rynek rynku
    przystanek przystanku petla petli kopiec kopcu kopca estakada estakadzie вул вулиця вулици вулицю площа площи проспект
    проспекти парк парку`,
  /** Named by what follows with a capital letter or as an adjective: "Kładka Bernatka", "w lesie wolskim". */
  named: `kladk* wiadukt* tunel* zajezdni* zalew* las lasu lesie lasem bram* teatr* szpital* szkol* liceum galeri* stadion* hal* dworzec
    dworc* cmentarz* wezel wezla wezlem wezle stacj* hotel* kosciol* kosciel* ogrod* przychodni* fort fortem fortu street
    dolin* park* petl* bulwar* potok* aren*`,
  /** Says where only together with what follows: "na parkingu pod Tauron Areną". */
  beside: `parking* wejsci* wjazd* wjezd* wyjsci* wyjazd* wylot* wyloci* tunel* bram* schod* kladk* garaz* bulwar* przystan* petl* podworz*
    plac* smietnik* wiat* altan* skarp* mostk* poboczu torach tory torami strony wysokosci koncu poczatku skraju stop entrance`,
  /** May stand before a name: "na całej Fredry". */
  whole: "calej calym cala caly samej samym samego calego",
  crossing:
    "skrzyzowanie skrzyzowaniu skrzyzowania skrzyzowaniem rog rogu zbieg zbiegu corner crossing перехрестя перехрести роги",
  link: "i z ze oraz a and with та и з",
  landmark: `biedronk* lidl* zabk* zabc* rossmann* carrefour* auchan* kaufland* ikea* ikei castoram* obi szkol* liceum przedszkol*
    zlobk* kosciol* kosciel* klasztor* sklep* blok* kamienic* dworzec dworc* szpital* przychodni* galeri* stadion* cmentarz*
    poczt* aptek* bankiem banku restauracj* bibliotek* boisk* targ* muzeum teatr* kinem kina hotel* stacj* basen* wiadukt*
    kladk* tunel* pomnik* fontann* magistrat* urzedzie urzedem urzedu klatce klatka school* church* shop* hospital* station*
    школ* магазин* церкв* ликарн* зупинк* цвинтар*`,
  /** Belong to a landmark when they stand after it: "stacji paliw". */
  landmarkAfter: "zabaw paliw benzynow* podstawow* kolejow* tramwajow* autobusow* osiedlow* parafialn* miejsk*",
  area: `hucie huta huty kazimierzu kazimierz podgorzu podgorze ruczaj* krowodrz* bronowic* biencz* mistrzejowic* czyzyn*
    pradniku pradnik zwierzyncu zwierzyniec debnik* lagiewnik* swoszowic* biezanow* prokocim* grzegorzk* kurdwan* zablociu
    zablocie plaszow* azor* salwator* klinach zakrzowku zakrzowek bloniach blonia plantach planty bagrach bagry kleparzu
    kleparz zlocieniu zlocien duchackiej olsz* teligi rzac* borek borku opatkowic* tyncu tyniec skotnik* pychowic* rybitw* wisla wisle wisly wilga wilge wilgi rudawa rudawe rudawie rudawy wawel*`,
  /** Belong to the area's name when they stand before it. */
  areaBefore: "nowej nowa nowa* stara starym woli wola nowym bialym czerwonym wzgorzach gorce bulwarach",
  /** Belong to the area's name when they stand after it. */
  areaAfter: `bialym bialy bialego czerwonym czerwony czerwonego duchackie duchackim duchackiego faleckim faleckiego wielkie
    wielkich malych male`,
  /** Adjectives that are no street names although they end like one. */
  noStreet: `mojej moja naszej nasza swojej twojej tej ta jednej jedna drugiej druga trzeciej pierwszej pierwsza kazdej innej inna
    calej cala duzej duza malej mala nowej starej prawej lewej jakiej ktorej samej takiej wlasnej dalszej mojego naszego tego
    jednego drugiego kazdego innego calego duzego malego nowego starego jakiego ktorego samego takiego miejskiej miejska
    rowerowej sasiedniej ostatniej nastepnej zadnej polskiej jego jej niego niej dlatego wiecej mniej prawa ulicznej bocznej
    drogowej glownej publicznej ziemskiej pieszej jakiegos ktorejs jakiejs dobrej zlej koncowej krakowskiej elektrycznej zielonej czynnej
    zabaw telefon* tel mail* pesel nip regon wasz* was wam moj* nasz* twoj*
    tramwaj* autobus* busem bus tram linia linii linie line lines nr numer kod strefa strefie pit vat kr kra kwi
    facebook* instagram* messenger* allegro internet* epuap bip mobywatel* olx youtube google policj* polsk* ukrain* krakow* poland
    europ* pan pana pani panu panstwa panstwo`,
  /** After a number: it counts something and is no house number. */
  counted: `dni dzien dniach tygodni* tydzien miesi* godz* lat lata roku rok minut* m metr* cm szt* osob* osoby zl zlot* raz razy
    auta aut samochod* lamp* latar* drzew* kosz* worki workow psy psow godziny days hours weeks cars днив годин* тижн* rano
    wieczorem pietro pietrze pietra klatka stop* procent* lampy dziury dziur`,
  /** After "na długiej" without a capital letter: the adjective stood alone, so it was a name. */
  after: `jest sa nie nikt ktos cos lezy leza stoi stoja swieci dziala bylo byla jest w na i od do przy kolo obok za pod naprzeciwko
    znowu znow ciagle caly cala wczoraj dzisiaj dzis rano w nocy smierdzi trzeba prosze zrobila zrobil pod zostal zostala peklo pekla
    is are there has`,
} as const;

export type PlaceWord = keyof typeof lists;

/** Whole words with their sorts, and beginnings of words by their first two letters: every word said is looked up. */
const whole = new Map<string, string[]>();
const beginnings = new Map<string, { start: string; sort: string }[]>();
for (const [sort, list] of Object.entries(lists)) {
  for (const word of list.split(/\s+/)) {
    const start = word.slice(0, -1);
    if (word.endsWith("*")) keep(beginnings, word.slice(0, 2), { start, sort });
    else keep(whole, word, sort);
  }
}

function keep<Kept>(kept: Map<string, Kept[]>, key: string, one: Kept): void {
  kept.set(key, [...(kept.get(key) ?? []), one]);
}

const none: string[] = [];

/** The sorts a folded word is of. */
export function sortsOf(folded: string): string[] {
  const sorts = whole.get(folded) ?? none;
  const longer = beginnings.get(folded.slice(0, 2))?.filter(({ start }) => folded.startsWith(start)) ?? [];
  return longer.length > 0 ? [...sorts, ...longer.map(({ sort }) => sort)] : sorts;
}

/** Whether a folded word is of that sort. */
export function isWord(sort: PlaceWord, folded: string): boolean {
  return sortsOf(folded).includes(sort);
}
