import { fold } from "../conversation/fold";
import { anyWord } from "./anyWord";

/** Words that otherwise steer a dialog, and whole answers to a unit's question. */
export const ANSWERING = new Set<string>(["yes", "no", "dont_know"]);
export const ANSWERS = /^\s*(?:odpowiadam|odpowiedź|my answer|answer|відповідаю|відповідь)\s*[:,–-]\s*(\S[\s\S]*)$/iu;
const WITHDRAWS = anyWord("wycofuję wycofać wycofaj wycofajcie withdraw відкликаю відкликати відкличте");
const CANCELS = anyWord("anulować anuluj anulujcie anuluję cancel скасувати скасуйте скасуй");
const REPORTS = anyWord("zgłoszeni* report заявк*");
export const REOPENS = new RegExp(
  fold("otw(?:órz|orzyć|órzcie|ieram).*(?:ponownie|znowu|jeszcze raz)|reopen|відкри(?:ти|йте|й|ваю).*(?:знову|ще раз)"),
  "u",
);
export const ADDS = new RegExp(
  fold(
    "(?:dopis|doda|dołącz|dosł|uzupełni).*do (?:mojego |tego )?zgłoszeni|add .*to (?:my|the) report|(?:дода|допис).*до (?:моєї |цієї )?заявки",
  ),
  "u",
);
export const NOT_FIXED = anyWord("nie dalej nadal wciąż znowu not still again не досі знову");
export const FIXED = anyWord(
  "napraw* zrobion* usunięt* działa załatwion* fixed works done repaired виправ* полагод* працює",
);

/** "Anuluj" alone says stop to the bot; beside the report it takes that back. */
export const saysWithdraw = (said: string) => WITHDRAWS.test(said) || (CANCELS.test(said) && REPORTS.test(said));

export const saysWhetherFixed = (said: string) => NOT_FIXED.test(said) || FIXED.test(said);
