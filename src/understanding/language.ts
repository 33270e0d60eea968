import { fold, tidy } from "../conversation/fold";
import type { Language } from "../conversation/language";

const FEWEST_LETTERS = 4;
// Two weak signs or one common word with its letters: a street's name alone must not change the language.
const CLEAR_LEAD = 1.5;
// Polish messages hold fewer English words by chance than the other way round.
const ENGLISH_WORD = 1.5;

const english = new Set(
  `the is are was were am  been  does did have has had  your his her our their  you  she  they it its this that these
  those what where when how who which why can could would should will shall need want please help thanks thank hello hi hey yes
  not and or but with without for from about into at  by of   out if there here an any some  now get make renew apply pay
  report broken street light pothole trash garbage waste card ticket  permit passport child  open hours much many long
  lost found registration register residence marriage birth certificate tax driving licence license dog tree noise  
  person talk speak someone cost costs fee  don't can't new  car   city schedule id moved wife husband`.split(/\s+/),
);

const polish = new Set(
  `jak gdzie kiedy ile czy co kto jest sa nie tak sie na w we z ze do od za po pod przy dla o u i a ale lub albo to ten ta te mam
  mnie mi moj moja moje chce chcialbym chcialabym musze moge mozna trzeba prosze dzien dobry dziekuje dzieki czesc witam pomocy
  ulica ulicy ulice dowod dowodu paszport karta karty bilet smieci dziura dziure urzad urzedu wniosek oplata parkowanie
  zameldowanie rejestracja samochod auto pies psa dziecko dziecka slub akt urodzenia zglosic zalatwic wyrobic zaplacic kosztuje
  konsultant konsultanta czlowiek czlowiekiem juz jeszcze bardzo tylko jaki jaka jakie tego tej tym przez internet nowy nowa
  drogi droga lampa latarnia drzewo halas mieszkanie podatek prawo jazdy wlasnie potrzebuje potrzebne dokumenty`.split(
    /\s+/,
  ),
);

/**
 * The language a text is written in; the one spoken so far when the text does not clearly show another.
 * Russian counts as Ukrainian, and so does Cyrillic that could be either.
 */
export function languageOf(text: string, spoken: Language): Language {
  const tidied = tidy(text);
  const letters = tidied.match(/\p{L}/gu) ?? [];
  if (letters.length < FEWEST_LETTERS) return spoken;
  const cyrillic = letters.filter((letter) => /\p{Script=Cyrillic}/u.test(letter)).length;
  const words = fold(tidied).match(/[\p{L}']+/gu) ?? [];
  if (cyrillic * 2 > letters.length) return "uk";
  const diacritics = /[ąćęłńóśźż]/iu.test(tidied) ? 1 : 0;
  const lead = countIn(words, polish) + diacritics + pairs(words) - countIn(words, english) * ENGLISH_WORD;
  if (Math.abs(lead) < CLEAR_LEAD) return spoken;
  return lead > 0 ? "pl" : "en";
}

function countIn(words: string[], known: Set<string>): number {
  return words.filter((word) => known.has(word)).length;
}

/** Letter groups and endings that Polish has and English has not, for words no list holds. */
function pairs(words: string[]): number {
  const english = words.filter((word) => /^(?:th|wh)|(?:ing|tion|ght|ould|ck|ee|oo)|[qvx]/.test(word)).length;
  const polish = words.filter((word) =>
    /(?:sz|cz|rz|dz|[bcdfgkmnprstwz]j|szcz|nia$|owy$|owa$|ac$|uje$|ego$|ych$|emu$)/.test(word),
  ).length;
  return 0.7 * (polish - english);
}
