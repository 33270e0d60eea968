/** Words that open or make up a place, folded. A star stands for any ending. Lists, not rules: add what is missed. */
const lists = {
  preposition: `na przy przed obok kolo naprzeciwko naprzeciw za pod nad w we u z ze od do wzdluz niedaleko nieopodal blisko
    on at near opposite in behind from на биля коло навпроти при по у в вид`,
  /** What a name follows. */
  kind: `ul ulica ulicy ulice al aleja alei aleje alejach aleji pl plac placu placem os osiedle osiedlu osiedla rondo rondzie
    ronda rondem skwer skwerze skweru park parku parkiem bulwar bulwarze bulwaru most moscie mostu mostem rynek rynku
    przystanek przystanku petla petli kopiec kopcu kopca estakada estakadzie вул вулиця вулици вулицю площа площи проспект
    проспекти парк парку street`,
  crossing:
    "skrzyzowanie skrzyzowaniu skrzyzowania skrzyzowaniem rog rogu zbieg zbiegu corner crossing перехрестя перехрести роги",
  link: "i z ze oraz a and with та и з",
  landmark: `biedronk* lidl* zabk* zabc* rossmann* carrefour* auchan* kaufland* ikea* ikei castoram* obi szkol* liceum przedszkol*
    zlobk* kosciol* kosciel* klasztor* sklep* blok* kamienic* dworzec dworc* szpital* przychodni* galeri* stadion* cmentarz*
    poczt* aptek* bankiem banku restauracj* bibliotek* boisk* targ* muzeum teatr* kinem kina hotel* stacj* basen* wiadukt*
    kladk* tunel* pomnik* fontann* magistrat* urzedzie urzedem urzedu klatce klatka school* church* shop* hospital* station*
    школ* магазин* церкв* ликарн* зупинк* цвинтар*`,
  area: `hucie huta huty kazimierzu kazimierz podgorzu podgorze ruczaj* krowodrz* bronowic* biencz* mistrzejowic* czyzyn*
    pradniku pradnik zwierzyncu zwierzyniec debnik* lagiewnik* swoszowic* biezanow* prokocim* grzegorzk* kurdwan* zablociu
    zablocie plaszow* azor* salwator* klinach zakrzowku zakrzowek bloniach blonia plantach planty bagrach bagry kleparzu
    kleparz zlocieniu zlocien duchackiej olsz* teligi rzac* borek borku opatkowic* tyncu tyniec skotnik* pychowic* rybitw*`,
  /** Belong to the area's name when they stand before it. */
  areaBefore: "nowej nowa nowa* stara starym woli wola nowym bialym czerwonym wzgorzach gorce bulwarach",
  /** Adjectives that are no street names although they end like one. */
  noStreet: `mojej moja naszej nasza swojej twojej tej ta jednej jedna drugiej druga trzeciej pierwszej pierwsza kazdej innej inna
    calej cala duzej duza malej mala nowej starej prawej lewej jakiej ktorej samej takiej wlasnej dalszej mojego naszego tego
    jednego drugiego kazdego innego calego duzego malego nowego starego jakiego ktorego samego takiego miejskiej miejska
    rowerowej sasiedniej ostatniej nastepnej zadnej polskiej jego jej niego niej dlatego wiecej mniej prawa ulicznej bocznej
    drogowej glownej publicznej ziemskiej pieszej jakiegos ktorejs jakiejs dobrej zlej koncowej krakowskiej elektrycznej zielonej czynnej`,
  /** After a number: it counts something and is no house number. */
  counted: `dni dzien dniach tygodni* tydzien miesi* godz* lat lata roku rok minut* m metr* cm szt* osob* osoby zl zlot* raz razy
    auta aut samochod* lamp* latar* drzew* kosz* worki workow psy psow godziny days hours weeks cars днив годин* тижн* rano
    wieczorem pietro pietrze pietra klatka stop* procent* lampy dziury dziur`,
  /** After "na długiej" without a capital letter: the adjective stood alone, so it was a name. */
  after: `jest sa nie nikt ktos cos lezy leza stoi stoja swieci dziala bylo byla jest w na i od do przy kolo obok za pod naprzeciwko
    znowu znow ciagle caly cala wczoraj dzisiaj dzis rano w nocy smierdzi trzeba prosze zrobila zrobil pod zostal zostala peklo pekla
    is are there has`,
} as const;

type PlaceWord = keyof typeof lists;

type Matcher = { whole: Set<string>; beginnings: string[] };

const matchers: Record<PlaceWord, Matcher> = {
  preposition: matcher(lists.preposition),
  kind: matcher(lists.kind),
  crossing: matcher(lists.crossing),
  link: matcher(lists.link),
  landmark: matcher(lists.landmark),
  area: matcher(lists.area),
  areaBefore: matcher(lists.areaBefore),
  noStreet: matcher(lists.noStreet),
  counted: matcher(lists.counted),
  after: matcher(lists.after),
};

/** Whether a folded word is of that sort. */
export function isWord(sort: PlaceWord, folded: string): boolean {
  const { whole, beginnings } = matchers[sort];
  return whole.has(folded) || beginnings.some((beginning) => folded.startsWith(beginning));
}

function matcher(list: string): Matcher {
  const words = list.split(/\s+/);
  return {
    whole: new Set(words.filter((word) => !word.endsWith("*"))),
    beginnings: words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1)),
  };
}
