import { fold } from "../conversation/fold";
import { isWord } from "./placeWords";

/**
 * Words that dates and times are made of, folded, each under the letter that stands for it in a sentence's shape.
 * Lists, not rules: add what is missed.
 */
const lists = {
  /** moment: says when by itself */
  m: `wczoraj dzis dzisiaj jutro jutra przedwczoraj pojutrze wieczorem wieczorami rano rankiem noca nocami popoludniu popoludniami
    codziennie conocnie cotygodniowo dawna niedawna niedawno pozna wczoraj weekendami latem jesienia przedwczorajszego nieustannie
    yesterday today tonight tomorrow daily nightly вчора позавчора сегодня сьогодни завтра вчера зранку вранци ввечери увечери
    вечером уночи вночи ночью удень вдень щодня щоночи щовечора щотижня щоранку учора недавно давно`,
  /** day of the week, or days with a name of their own */
  D: `poniedzialek poniedzialku poniedzialki wtorek wtorku wtorki sroda srode srody srodzie czwartek czwartku czwartki piatek piatku
    piatki sobota sobote soboty sobocie niedziela niedziele niedzieli pon wt sr czw pt sob niedz weekend weekendu weekendy
    weekendzie swieta swietach wakacje wakacjach ferie feriach wielkanoc wielkanocy sylwestra sylwester majowke monday tuesday
    wednesday thursday friday saturday sunday mondays fridays saturdays sundays weekends понедилок понедилка вивторок вивторка
    середу середи четвер четверга п'ятницю п'ятници пятницю суботу суботи недилю недили вихидни вихидних`,
  /** part of the day or of the year; needs a word before it */
  P: `noc nocy noce rana ranem ranek ranka wieczor wieczora wieczory poludnie poludniu poludnia poludniem polnoc polnocy polnocą swit switu
    swicie zmrok zmroku zmierzch zmierzchu zime zimie zimy wiosne wiosny lecie jesien jesieni night nights morning mornings evening evenings
    afternoon afternoons noon midnight dawn summer winter spring autumn ничь ночи вечир вечора ранок ранку ранку обиду
    пивночи ночь вечер утра полудня зими лита весни осени зимою`,
  M: `stycznia styczniu styczen lutego lutym luty marca marcu marzec kwietnia kwietniu kwiecien maja maju maj czerwca czerwcu czerwiec
    lipca lipcu lipiec sierpnia sierpniu sierpien wrzesnia wrzesniu wrzesien pazdziernika pazdzierniku pazdziernik listopada
    listopadzie listopad grudnia grudniu grudzien january february march april may june july august september october november december
    сичня лютого березня квитня травня червня липня серпня вересня жовтня листопада грудня травни червни липни`,
  /** unit of time */
  U: `dni dnia dzien dniu dniach dniami dniem doba dobe doby dob tydzien tygodnia tygodniu tygodni tygodnie tygodniach tyg miesiac
    miesiaca miesiacu miesiecy miesiace miesiacach mies godzin godzine godziny godzinie godzinach minut minuty minute min kwadrans
    chwili chwila chwile czasu polrocza day days week weeks month months hour hours minute minutes день дня дни днив тиждень
    тижня тижни тижнив мисяць мисяця мисяци мисяцив годин години годину хвилин неделю недели`,
  y: "rok roku lat lata latach year years рик року роки рокив",
  /** what stands for an hour's word */
  g: "godz g hrs hour година години",
  /** how many */
  N: `jeden jednego jedna jedną dwa dwoch dwie dwu trzy trzech cztery czterech piec pieciu szesc szesciu siedem siedmiu osiem osmiu
    dziewiec dziewieciu dziesiec dziesieciu kilku kilka kilkanascie kilkunastu kilkudziesieciu paru pare pol poltora poltorej
    dwunastu dwudziestu trzydziestu kilkoma wielu one two three four five six seven eight nine ten several few couple half
    два двох дви три трьох чотири чотирьох п'ять пять шисть сим висим кильк килька пару пив`,
  /** ordinals: "trzeci dzień", "pierwszego maja" */
  O: `pierwszy drugi trzeci czwarty piaty szosty siodmy osmy dziewiaty dziesiaty druga trzecia czwarta piata szosta siodma osma dziewiata dziesiata jedenasta dwunasta pierwszego drugiego
    trzeciego czwartego piatego szostego siodmego osmego dziewiatego dziesiatego third second fourth fifth третий другий третю другу`,
  /** hours in words: "o siódmej" */
  V: `pierwszej drugiej trzeciej czwartej piatej szostej siodmej osmej dziewiatej dziesiatej jedenastej dwunastej trzynastej
    czternastej pietnastej szesnastej siedemnastej osiemnastej dziewietnastej dwudziestej trzydziesci pietnascie`,
  /** which one: "w zeszłym tygodniu" */
  q: `zeszly zeszlym zeszlego zeszlej zeszla zeszle ubiegly ubieglym ubieglego ubieglej ubiegla ostatni ostatnim ostatniego
    ostatniej ostatnia ostatnich ostatnie przyszly przyszlym przyszlego przyszlej przyszla wszystkich nastepny nastepnym nastepnego nastepnej tym tego ten te tej ta
    caly caluski cala calej calego najblizszy najblizszym najblizsza dzisiejszej dzisiejszego dzisiejszy wczorajszego wczorajszej
    wczorajszy jutrzejszy jutrzejszego samego samym dluzszego jakiegos dlugiego ciagu zadnej poprzedni poprzednim
    poprzedniego poprzedniej the last this next all whole past previous минулои минулого цього циеи всю весь ций наступного`,
  /** how early: "późnym wieczorem" */
  l: "pozno poznym poznej poznego wczesnie wczesnym wczesnego late early пизно рано",
  /** robocze: "w dni robocze" */
  /** part of a month or year: "w połowie sierpnia" */
  h: "poczatek poczatku polowa polowy polowie koniec koncu konca koncem mid beginning end початку кинця кинци",
  /** what people tell the time by: "po burzy" */
  Z: `burzy burza burze ulewie ulewy deszczu deszczach opadach wichurze wichury nawalnicy sniezycy roztopach powodzi mrozach meczem
    meczu koncertem koncercie koncertu remoncie remontu remontem awarii wypadku stluczce stluczki pozarze pozaru pracy lekcjach swiat swietami swietych
    rain storm match concert дощу бури зливи ремонту матчу`,
  v: "tuz zaraz krotko right just shortly видразу",
  J: "robocze robocza powszednie powszedni roboczy nocnych porannych wieczornych szczytu popoludniowych wolne nocna nocnej dzienna",
  f: "od odkad since from вид з из",
  o: "o at о об",
  a: "okolo ok kolo circa gdzies ponad przeszlo prawie blisko niemal jakies around about nearly almost over близько майже понад",
  b: "po przed podczas after before by писля перед",
  i: "do to until till до",
  w: "w we on in during у в",
  s: "z ze",
  d: "na przez za for протягом на за через",
  k: "co kazdy kazda kazdej kazdego kazde every each кожен кожну кожноги кожного кожного",
  B: "miedzy pomiedzy between миж",
  r: "nad pod над пид",
  A: "temu wstecz ago тому",
  j: "juz вже already уже",
  "&": "i oraz a lub albo and or та",
  p: "am pm",
} as const;

const letters = new Map(
  Object.entries(lists).flatMap(([letter, words]) => words.split(/\s+/).map((word) => [fold(word), letter])),
);

/** Digits that are a date, a time or a number, by their form; the first that fits. */
const forms: [RegExp, string][] = [
  [/^(?:[01]?\d|2[0-4])$/, "n"],
  [/^(?:19|20)\d\d$/, "Y"],
  [/^(?:2[5-9]|3[01])$/, "N"],
  [/^\d{2,3}$/, "L"],
  [/^(?:20\d\d[-.]\d\d[-.]\d\d|(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:20)?\d\d)r?$/, "E"],
  [/^(?:[01]?\d|2[0-4]):[0-5]\d(?:[ap]m)?$|^(?:0?[1-9]|1[0-2])[ap]m$/, "T"],
  [/^(?:[01]?\d|2[0-4])[:.][0-5]\d-(?:[01]?\d|2[0-4])[:.][0-5]\d$/, "H"],
  [/^(?:[12]?\d|3[01])\.(?:0[1-9]|1[0-2])$/, "e"],
  [/^(?:[01]?\d|2[0-4])\.[0-5]\d$/, "t"],
  [/^[0-3]?\d-[0-3]?\d$/, "R"],
  [/^[0-3]?\d-?(?:go|ego|szego|tego|ty|st|nd|rd|th)$/, "O"],
];

/** The letter of a folded word among dates and times: "c" when it counts what stood before, "x" when it is none of them. */
export function letterOf(folded: string, afterNumber: boolean): string {
  if (/^\d/.test(folded)) return forms.find(([form]) => form.test(folded))?.[1] ?? "x";
  const letter = letters.get(folded);
  if (letter !== undefined) return letter;
  return afterNumber && (isWord("counted", folded) || isCounted(folded)) ? "c" : "x";
}

function isCounted(folded: string): boolean {
  return /^(?:stron|pomoc|osob|klas|zmian|polow|tur|spraw|edycj|zycia|%|pln|euro?$|groszy|gr$|tys|kg$|km$|st[op]?\.?$)/.test(
    folded,
  );
}
