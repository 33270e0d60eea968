import { fold, tidy } from "../conversation/fold";
import type { SectionName } from "../conversation/reply";
import { wordsOf } from "./words";

/** How people ask for one part of an answer; on folded text, in Polish, English and Ukrainian. */
const asked: { section: SectionName; words: RegExp }[] = [
  {
    section: "fee",
    words:
      /\b(?:ile (?:to |sie |za to |bym |musze |trzeba |bedzie )*(?:kosztuj|placi|zaplac|wynosi|kosztow)\w*|(?:jaki|jakie|ile) (?:jest |sa )?(?:koszt|oplat)\w*|koszt|koszty|kosztuje|kosztowac|cena|ceny|cennik|oplata|oplaty|oplate|platne|odplatn\w*|bezplatn\w*|darmo|za ile|how much|costs?|fees?|price|free of charge)\b|скильки (?:це )?кошту\p{L}*|цина|варт[ио]ст|безкоштовн\p{L}*|платн\p{L}*/gu,
  },
  {
    section: "time",
    words:
      /\b(?:jak dlugo|ile (?:to |sie |bede |trzeba |czasu |dni |mam )*(?:trwa|czeka|czasu|dni|zajmuje|zajmie|potrwa)\w*|jak szybko|czas oczekiwania|kiedy (?:bedzie|dostane|odbior|odbiore|przyjdzie)|na kiedy|do kiedy|how long|how many days|how soon)\b|як довго|скильки (?:часу|чекати|дние?в)|коли (?:буде|отримаю)/gu,
  },
  {
    section: "where",
    words:
      /\b(?:gdzie|dokad|w ktorym (?:urzedzie|okienku|pokoju|miejscu)|pod jakim adresem|jaki (?:jest )?adres|where|what address|which office)\b|(?:^|\s)(?:де|куди)(?:\s|$)|яка адреса/gu,
  },
  {
    section: "need",
    words:
      /\b(?:jakie (?:sa |potrzebne |potrzeba |musze miec )?(?:dokumenty|papiery|zalaczniki)|jakich dokumentow|co (?:jest |bedzie |mi |mam |musze |trzeba |nalezy )*(?:potrzebn\w*|potrzeba|przygotowac|zabrac|wziac|przyniesc|miec ze soba|dolaczyc)|what documents|which documents|documents needed|what do i need|what to bring)\b|як[иі] документи|що (?:потрибно|взяти|треба)/gu,
  },
  {
    section: "online",
    words:
      /\b(?:przez internet|internetowo|online|on line|zdalnie|elektronicznie|przez epuap|przez mobywatel\w*|bez wychodzenia|nie wychodzac|over the internet|electronically)\b|онлаин|через интернет|електронно/gu,
  },
  {
    section: "steps",
    words:
      /\b(?:krok po kroku|jaka (?:jest )?procedura|jak (?:sie )?(?:to|za to) (?:zrobic|zalatwic|zabrac)|step by step)\b|крок за кроком|як це зробити/gu,
  },
  {
    section: "who",
    words:
      /\b(?:kto (?:moze|ma prawo|dostanie)|komu (?:przysluguje|sie nalezy)|dla kogo|who can|who is eligible|am i eligible)\b|хто може|кому належить/gu,
  },
];

// What may stand around the aspect without making it a matter of its own: "a ile to mnie będzie kosztowało?"
const empty = new Set(
  `a i no to za ten ta te tego tej tym tam mi mnie ja sie jest sa bedzie mam moge mozna musze trzeba czy ile jak jaka jaki jakie co
  w z do na po przez o u dla albo lub i takie takiego cos tez jeszcze wlasnie dokladnie okay ok dobra dobrze dzieki prosze chce wiedziec
  zalatwic zlozyc zrobic wniosek isc pojsc przyjsc sprawa sprawe te takze wszystko potrzebne potrzebuje ze soba dokumenty papiery
  it this that is are do i need the a to for and what about can be done does take have bring documents
  це то и а я чи мени для цього треба потрибно можна`.split(/\s+/),
);

export type Asked = { aspect?: SectionName; onlyAspect: boolean };

/** Which part of an answer a text asks for. Two parts at once are the whole answer, so none is named. */
export function findAspect(text: string): Asked {
  const folded = wordsOf(text).join(" ");
  const found = asked.filter(({ words }) => folded.search(words) >= 0);
  const [only] = found;
  if (!only || found.length > 1) return { onlyAspect: false };
  const rest = folded
    .replace(only.words, " ")
    .split(" ")
    .filter((word) => word && !empty.has(word));
  return { aspect: only.section, onlyAspect: rest.length === 0 };
}

const QUESTION_WORD =
  /(?:^|[\s,.;])(?:jak|jaki|jaka|jakie|jakich|jakim|gdzie|kiedy|ile|czy|co|kto|kogo|komu|dlaczego|czemu|skad|dokad|ktory|ktora|ktore|ktorym|po co|how|what|where|when|who|which|why|can i|do i|is it|does|як|яки|яка|яке|де|куди|коли|скильки|чи|що|хто|чому|навищо)(?=[\s,?]|$)/;

/** Whether a text reads as a question; residents often leave the question mark out. */
export function isQuestion(text: string): boolean {
  return text.includes("?") || QUESTION_WORD.test(fold(tidy(text)).slice(0, 200));
}
