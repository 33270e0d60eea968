import { replaceCodes } from "../conversation/continuation";
import { fold } from "../conversation/fold";
import { wordsOf } from "../conversation/words";

/** Beside a code stands a greeting, or "mój kod to"; a longer text is about something else. */
const MOST_BESIDE = 8;

/** The code for going on here that a message consists of, in its proper form. */
export function codeIn(text: string): string | undefined {
  const codes: string[] = [];
  const rest = replaceCodes(text, (code) => {
    codes.push(code);
    return " ";
  });
  return wordsOf(rest).length <= MOST_BESIDE ? codes[0] : undefined;
}

const APP =
  "(?:messenger…|mesendżer…|whats ?app…|watsap…|telegram…|viber…|месенджер…|вотсап…|ватсап…|телеграм…|вайбер…)";
const DEVICE =
  "(?:telefon…|komór…|smartfon…|komputer…|laptop…|aplikacj…|inn… (?:urządzeni…|kanał…|komunikator…)|phone|mobile|computer|another (?:device|phone|channel|app)|other (?:device|phone)|app|телефон…|компютер…|іншому пристрої|застосунк…)";
/** What goes on: this talk, and no schooling or building. */
const TALK =
  "(?: dalej| to| tę| ta| z| nasz…| rozmow…| czat…| zgłoszeni…| this| the| our| my| it| chat…| conversation| report| цю| це| далі| розмов…| чат…| заявк…)";
const GO_ON = `(?:(?:kontynu…|pisać dalej|rozmawiać dalej|continue|carry on|go on|продовж…|писати далі)${TALK}{0,4}|(?:dokończ…|przenie…|przenosz…|przejść|przełącz…|move|switch|finish|перенес…|закінч…)${TALK}{1,4})`;

/** "Chcę kontynuować na Messengerze". By telephone people call; on it they go on. */
const GOES_ON = found(
  `${GO_ON} (?:na|w|do|przez|z|on|in|to|via|with|through|at|в|у|на|через|до) (?:(?:moj…|swoj…|mój|my|the|мій|моєму|мого) )?${APP}`,
  `${GO_ON} (?:na|w|do|z|on|in|to|at|в|у|на|до|з) (?:(?:moj…|swoj…|mój|my|the|мій|моєму|мого) )?${DEVICE}`,
  "(?:kontynu…|dokończ…|pisać dalej|rozmawiać dalej|przenie… (?:rozmow…|czat…)) (?:(?:tę|to|rozmow…|czat…) )?gdzie indziej",
);
const ASKS_FOR_CODE = whole(
  "(?:(?:daj|dajcie|podaj|podajcie|wyślij|chcę|potrzebuję|poproszę) )?(?:o )?(?:ten )?kod(?: (?:do|na) (?:tej |dalszej )?(?:rozmowy|kontynuacji|przeniesienia|przeniesienia rozmowy|messengera|whatsappa|telegrama|telefon))?|kod rozmowy",
  "przen(?:ieś|ieście|ieść|oszę) (?:tę |tą |nasza )?(?:rozmowę|czat)|(?:chcę )?kontynuować (?:rozmowę )?gdzie indziej",
  "(?:(?:give|send|get) )?(?:a |the |my )?code(?: to continue(?: elsewhere)?)?|(?:i (?:need|want|would like) )a code|move (?:this|the|our) (?:chat|conversation)|continue elsewhere",
  "(?:(?:дай|дайте|надішліть|потрібен) )?код(?: (?:для|щоб) продовж…)?|перенес(?:и|іть|ти) (?:цю )?розмову",
);

const MOST_WORDS = 14;
const polite = new Set(wordsOf("proszę prosze mi please me can you could будь ласка мені"));

/** Whether somebody wants to go on with this conversation somewhere else. */
export function wantsCode(text: string): boolean {
  const words = wordsOf(text);
  if (words.length > MOST_WORDS) return false;
  const said = words.filter((word) => !polite.has(word)).join(" ");
  return ASKS_FOR_CODE.test(said) || GOES_ON.test(words.join(" "));
}

/** Found in folded words joined by spaces, at the borders of words; … stands for any ending. */
function found(...wordings: string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${patternOf(wordings)})(?!\\p{L})`, "u");
}

function whole(...wordings: string[]): RegExp {
  return new RegExp(`^(?:${patternOf(wordings)})$`, "u");
}

function patternOf(wordings: string[]): string {
  return fold(wordings.join("|")).replaceAll("…", "\\p{L}*");
}
