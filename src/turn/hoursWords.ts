import { fold } from "../conversation/fold";
import { createSpeller } from "../understanding/speller";

/** What a word says in a question about hours. `open`: of a place, or of those asked; `at_work`: only beside an office. */
export type HoursWord = "open" | "at_work" | "office" | "beside";

// Lists, not rules: add what is missed.
const lists: Record<HoursWord, string> = {
  open: `otwarte otwarci czynne czynni pracujecie przyjmujecie otwieracie zamykacie działacie
    open відкрито відчинено відкриті працюєте приймаєте`,
  at_work: `otwarty otwarta czynny czynna nieczynne nieczynny nieczynna zamknięte zamknięty zamknięta pracuje pracują przyjmuje
    przyjmują działa działają otwiera otwierają zamyka zamykają dostępny dostępna
    opened opens closed close closes closing opening work works working
    відкритий відкрита відчинений зачинено зачинений закрито закритий працює працюють приймає приймають зачиняється
    відкривається відчиняється работает открыто`,
  office: `urząd urzędu urzędzie urzędy urzędach urzędem umk magistrat magistratu magistracie ratusz ratuszu okienko okienka
    okienku sala sale obsługi biuro biura biurze budynek budynku punkt punkty punkcie miasta krakowa krakowie kraków
    office offices city town hall municipal municipality registry krakow
    уряд уряду уряді ужонд ужонду ужонді уженд уженді мерія мерії магістрат магістраті міста міський краків кракова кракові офіс
    офісі бюро`,
  beside: `czy a i to że jest są będzie będą jesteście jeszcze już tam tu u was wy wasz wasze waszym mi mnie proszę dzień dobry
    hej cześć witam wieczór dzięki dziękuję w we na przy z ze od do o po przed rano wieczorem popołudniu południu godz godzin
    godzina godziny godzinie godzinach ul ulica ulicy al aleja alei os osiedle osiedlu plac placu pl numer nr mogę można zdążę
    przyjść przyjechać wejść iść załatwić coś sprawę sprawy normalnie też także powiedzieć powiedzcie powiedz wie wiesz wiecie pan
    pani państwo ktoś chcę zapytać wiedzieć podjechać ten ta te tego tej tym no ok mam macie pytanie się
    is are be it its the still will you your at in on of to for do does can i could please hi hello hey good morning
    and so what about there a tell me know street during
    чи ви ваш ваша вас у в на до з о по і й та а це буде будете ще вже є можна прийти будь ласка добрий день привіт скажіть
    підкажіть мені там тут вулиця вулиці ул`,
};

const meanings = new Map<string, HoursWord>();
for (const kind of ["beside", "office", "at_work", "open"] as const)
  for (const word of fold(lists[kind]).split(/\s+/)) meanings.set(word, kind);

/** Words that are read elsewhere, and misspelt as often. */
const alsoSpelt = `której kiedy jutro pojutrze dzisiaj poniedziałek poniedziałku wtorek czwartek piątek sobotę sobota niedzielę
  niedziela weekend wigilię wigilia sylwestra tomorrow today monday tuesday wednesday thursday friday saturday sunday
  завтра сьогодні понеділок вівторок середу четвер суботу неділю котрої`;

const SHORTEST_MISSPELT = 5;
const spellings = [...meanings.keys(), ...fold(alsoSpelt).split(/\s+/)];
const corrected = createSpeller(new Map(spellings.map((word) => [word, 1])));

/** The folded text; words with one letter wrong are written as those of a question about hours. */
export function spelt(text: string): string {
  return fold(text).replace(/\p{L}+/gu, (word) => (word.length < SHORTEST_MISSPELT ? word : (corrected(word) ?? word)));
}

/** What a folded word says about hours; undefined for words of other matters. */
export function hoursWord(word: string): HoursWord | undefined {
  return meanings.get(word);
}

/** "Do której?", "how late?": asks for the end or the beginning. */
export const UNTIL =
  /(?<!\p{L})(?:(?:do|od|o) ktore[ij]|(?:do|od) kiedy|jak dlugo|kiedy|(?:until|till) (?:when|what time)|what time|how (?:late|long)|when|(?:до|з|о) котро(?:и|го)|о котрии|до скильки|до якои|коли|доки)(?!\p{L})/u;
