import type { Refused } from "../../../staff/wire";
import { Refusal } from "./api";
import type { Language } from "./languages";
import { refusalTexts } from "./refusalTexts";

/** What went wrong and what to do about it, for any error a call of the API can end with. */
export function refusalWords(error: unknown, language: Language): string {
  const texts = refusalTexts[language];
  return error instanceof Refusal ? wordsFor(error.error, texts) : texts.unreachable;
}

function wordsFor(refused: Refused, texts: (typeof refusalTexts)[Language]): string {
  switch (refused.code) {
    case "locked":
      return texts.locked(refused.retryAfterSeconds);
    case "held":
      return texts.held(refused.by);
    case "not_yours":
      return refused.by === undefined ? texts.notYours : texts.notYoursBut(refused.by);
    case "password_refused":
      return texts.password[refused.because];
    case "file_refused":
      return texts.file[refused.because];
    case "act_refused":
      return texts.act[refused.because];
    case "wrong_body":
      return texts.wrongBody(refused.fields.join(", "));
    case "wrong_lines":
      return texts.wrongLines(refused.lines);
    case "page_refused":
      return texts.page[refused.because];
    case "set_full":
      return texts.setFull(refused.texts, refused.most);
    case "not_filed":
      return refused.explain;
    default:
      return texts.codes[refused.code] ?? texts.unknown;
  }
}
