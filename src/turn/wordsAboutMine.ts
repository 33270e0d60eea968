import { fold } from "../conversation/fold";
import { createSpeller } from "../understanding/speller";
import { anyWord } from "./anyWord";

/** Words that otherwise steer a dialog, and whole answers to a unit's question. */
export const ANSWERING = new Set<string>(["yes", "no", "dont_know"]);
export const ANSWERS = /^\s*(?:odpowiadam|odpowiedź|my answer|answer|відповідаю|відповідь)\s*[:,–-]\s*(\S[\s\S]*)$/iu;
const WITHDRAWS = anyWord("wycofuję wycofać wycofaj wycofajcie withdraw відкликаю відкликати відкличте");
const CANCELS = anyWord("anulować anuluj anulujcie anuluję cancel скасувати скасуйте скасуй");
const REPORTS = anyWord("zgłoszeni* report заявк*");
/** "Usuńcie dziurę, to moje drugie zgłoszenie" takes nothing back: what is to go has to be the report itself. */
const REMOVES = phrase(
  "(?:usu[nw]…|skasuj…|skasowac|zrezygn…|rezygn…|delete|remove|видали…|прибер…) (?:(?:z|ze|to|ten|moje|swoje|mojego|tego|my|the|this|мою|моє|цю) )*(?:zgłoszeni|report|заявк|звернен)",
);
const REOPENS = phrase(
  "otw(?:órz|orzyć|órzcie|ieram).*(?:ponownie|znowu|jeszcze raz)|(?:wznow|wznów)….*(?:spraw|zgłoszeni)|re-?open|відкри(?:ти|йте|й|ваю).*(?:знову|ще раз)",
);
export const ADDS = phrase(
  "(?:dopis|doda|dołącz|dosł|uzupełni).*do (?:mojego |tego )?zgłoszeni|add .*to (?:my|the) report|(?:дода|допис).*до (?:моєї |цієї )?заявки",
);
export const NOT_FIXED = anyWord("nie dalej nadal wciąż znowu not still again не досі знову");
export const FIXED = anyWord(
  "napraw* zrobion* usunięt* działa załatwion* fixed works done repaired виправ* полагод* працює",
);
/** "Moja dziura", "my pothole": of what somebody calls theirs they want the news. */
const OF_MINE = phrase(
  "(?:co|jak|czy) (?:.* )?(?:moj…|nasz…)|(?:zrobili|naprawili|ruszyli|zaczęli)… .*(?:tą|tę|tym|tego|moj…|nasz…) |(?:what|any|is|how|when) (?:.* )?my |(?:що|як|коли) (?:.* )?мо(?:єю|їм|я|є|ю|го) ",
);
const WHEN_DONE = phrase(
  "(?:kiedy|na kiedy|długo|ile jeszcze) (?:\\S+ ){0,3}(?:naprawi|napraw[aę]|załata|usuni|przyjedz|zrobi|załatwi|skończy)|when (?:will|are|is) (?:\\S+ ){0,3}(?:fix|repair|done|finish|com)|коли (?:\\S+ ){0,3}(?:полагод|відремонт|зроб|виправ|приїд|закінч)",
);

/** "Anuluj" alone says stop to the bot; beside the report it takes that back. */
export const saysWithdraw = (said: string) =>
  WITHDRAWS.test(said) || (CANCELS.test(said) && REPORTS.test(said)) || REMOVES.test(said);

export const saysReopen = (said: string) => REOPENS.test(said);

export const saysWhetherFixed = (said: string) => NOT_FIXED.test(said) || FIXED.test(said);

/** A longer text tells a story, in which anything may be "mine". */
const MOST_WORDS = 9;
export const saysMine = (said: string) => said.trim().split(/\s+/).length <= MOST_WORDS && OF_MINE.test(said);

export const asksWhenDone = (said: string) => WHEN_DONE.test(said);

/** The words these rules listen for, in which one letter may be wrong; shorter ones are too near to others. */
const LISTENED =
  "wycofuję wycofać wycofaj wycofajcie withdraw anulować anuluj anulujcie cancel zgłoszenie zgłoszenia report reopen otwórz otwórzcie otworzyć ponownie skasować skasujcie skasuj usuńcie usunąć zrezygnować rezygnuję wznowić wznówcie naprawicie naprawią naprawione naprawiliście zrobicie zrobione załatane zrobiliście przyjedziecie delete remove відкликати заявку полагодите";
const FEWEST_LETTERS = 6;
const listened = fold(LISTENED)
  .split(" ")
  .filter(({ length }) => length >= FEWEST_LETTERS);
const correct = createSpeller(new Map(listened.map((word) => [word, 1])));

/** A text as these rules read it: folded, and what they listen for spelt right. */
export function readAboutMine(text: string): string {
  return fold(text).replace(/\p{L}{5,}/gu, (word) => correct(word) ?? word);
}

/** Finds it in a folded text, from the beginning of a word; … stands for any ending. */
function phrase(words: string): RegExp {
  const pattern = words.split("\\S").map(fold).join("\\S").replaceAll("…", "\\p{L}*");
  return new RegExp(`(?<!\\p{L})(?:${pattern})`, "u");
}
