import { fold } from "../conversation/fold";
import { wordsOf } from "../conversation/words";

/** `unmistakable`: says so in so many words; otherwise it may as well be meant for a dialog, or for the queue. */
export type NewsWanted = { wants: "none" | "again"; unmistakable: boolean };

const SIGN_OFF = /^\s*(?:stop|стоп)[\s.!]*$/iu;
const SIGN_ON = /^\s*\/?(?:start|wzn[oó]w|старт)[\s.!]*$/iu;

const polite = wordsTo(
  "proszę prosze poproszę już więcej mi mnie do od was bardzo dziękuję please me any more thanks thank you будь ласка більше мені мене від вас дякую",
);

const NEWS =
  "(?:powiadomieni…|powiadomien|wiadomosci|notifications|messages|updates|news|сповіщен…|повідомлен…|новин…)";
const ABOUT =
  "(?: (?:o|z|w sprawie|about|про) (?:(?:moim|moich|tym|tej|my|this|the|мою|моє|цю) )?(?:zgłoszeni…|spraw…|report…|заявк…|звернен…))?";

/** All of a message, courtesies left out. */
const NO_MORE = whole(
  "wypisz(?:cie)?|wypisac|wypisuje się|(?:chce|chciałbym|chciałabym) (?:się )?wypisać(?: się)?|odsubskrybuj|unsubscribe|відпис…|відпишіть",
  `(?:(?:wypisz(?:cie)?|wypisac|wypisuje się|rezygnuje|zrezygnować|chce zrezygnować|chce się wypisać) z )(?:tych )?${NEWS}${ABOUT}`,
  `nie chce (?:dostawać |otrzymywać )?(?:żadnych |tych )?${NEWS}${ABOUT}`,
  `nie (?:wysyłaj|przysyłaj)(?:cie)? (?:żadnych |tych )?${NEWS}${ABOUT}`,
  `(?:wyłącz|zatrzymaj)(?:cie)? ${NEWS}${ABOUT}|(?:stop|koniec) ${NEWS}`,
  `(?:stop|turn off|no|i (?:do not|dont) want) (?:sending )?(?:the |these |my )?${NEWS}${ABOUT}`,
  `не хочу (?:отримувати )?${NEWS}${ABOUT}|(?:вимкн…|зупин…) ${NEWS}${ABOUT}|не надсилай(?:те)? ${NEWS}`,
);
const AGAIN = whole(
  `(?:wznów|włącz|przywróć)(?:cie)? ${NEWS}${ABOUT}|(?:chce|proszę) (?:znowu |znów |jednak )?(?:dostawać |otrzymywać )?${NEWS}${ABOUT}`,
  `resubscribe|subscribe|(?:start|resume|turn on) (?:the |my )?${NEWS}${ABOUT}`,
  `підписатися|підпишіть|(?:увімкн…|понов…|відновіть|віднови) ${NEWS}${ABOUT}`,
);

/** Whether it is but one of the words every machine knows: they tell nothing of the language somebody speaks. */
export const isSign = (text: string): boolean => SIGN_OFF.test(text) || SIGN_ON.test(text);

/** Whether a message asks for no more news of service requests, or for news again, and for nothing else. */
export function newsWanted(text: string): NewsWanted | undefined {
  if (SIGN_OFF.test(text)) return { wants: "none", unmistakable: text === text.toUpperCase() };
  if (SIGN_ON.test(text)) return { wants: "again", unmistakable: false };
  const words = wordsOf(text);
  if (words.length > MOST_WORDS) return undefined;
  // "Nie chcę więcej": what is left without courtesies has to name news, or signing off.
  const said = words.filter((word) => !polite.has(word)).join(" ");
  if (NO_MORE.test(said)) return { wants: "none", unmistakable: true };
  return AGAIN.test(said) ? { wants: "again", unmistakable: true } : undefined;
}

const MOST_WORDS = 12;

function wordsTo(words: string): Set<string> {
  return new Set(wordsOf(words));
}

/** Finds it in folded words joined by spaces, from the first to the last; … stands for any ending. */
function whole(...wordings: string[]): RegExp {
  return new RegExp(`^(?:${fold(wordings.join("|")).replaceAll("…", "\\p{L}*")})$`, "u");
}
