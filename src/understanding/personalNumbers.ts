const PESEL_WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
const ID_CARD_WEIGHTS = [7, 3, 1, 9, 7, 3, 1, 7, 3];

/** Eleven digits with the right sum and a possible date of birth. */
export function isPesel(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  const month = Number(digits.slice(2, 4)) % 20;
  const day = Number(digits.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && weighted(digits, PESEL_WEIGHTS) % 10 === 0;
}

/** A Polish identity card: three letters and six digits, the first of which checks the rest. */
export function isIdCard(text: string): boolean {
  const card = text.replace(/[\s-]/g, "").toUpperCase();
  return /^[A-Z]{3}\d{6}$/.test(card) && weighted(card, ID_CARD_WEIGHTS) % 10 === 0;
}

/** A Polish account number of 26 digits, or an IBAN, with the right remainder. */
export function isBankAccount(text: string): boolean {
  const account = text.replace(/\s/g, "").toUpperCase();
  const iban = /^\d{26}$/.test(account) ? `PL${account}` : account;
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  let remainder = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of String(signValue(sign))) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}

// Written in lower case, only plates of Kraków and its neighbours are taken for plates: "do 12345" is none.
const NEAR_PLATES = /^(?:kr|kk|kra|krk|kwi|kmy|kbc|kch|kpr|kol|kta|kn)$/;
const TWO_LETTERS = /^(?:\d{5}|\d{4}[A-Z]|\d{3}[A-Z]{2}|\d[A-Z]\d{3}|\d[A-Z]{2}\d{2})$/;
// Motorcycles; taken for plates only beside a letter code of Kraków and its neighbours.
const SHORT = /^(?:\d{3}[A-Z]|\d\d[A-Z]\d|\d[A-Z]\d\d|[A-Z]\d{3})$/;
const THREE_LETTERS =
  /^(?:[A-Z]\d{3}|\d{2}[A-Z]{2}|\d[A-Z]\d{2}|\d{2}[A-Z]\d|\d[A-Z]{2}\d|[A-Z]{2}\d{2}|\d{5}|\d{4}[A-Z]|\d{3}[A-Z]{2}|\d[A-Z]\d{3})$/;
const FIRST_LETTERS = /^[BCDEFGKLNOPRSTWZ]/;

// "KA 4521 BX", in Latin or Cyrillic capitals
const UKRAINIAN = /^[ABCEHIKMOPTXАВСЕНІКМОРТХ]{2}[ -]?\d{4}[ -]?[ABCEHIKMOPTXАВСЕНІКМОРТХ]{2}$/;

/** Whether the text is a registration plate in one of the patterns in use, Polish or Ukrainian. */
export function isPlate(text: string): boolean {
  if (UKRAINIAN.test(text)) return true;
  const divided = /^([A-Za-z]{2,3})[ -]([A-Za-z0-9]{4,5})$/.exec(text);
  if (divided) return isPlateOf(divided[1] ?? "", divided[2] ?? "");
  return [2, 3].some((letters) => isPlateOf(text.slice(0, letters), text.slice(letters)));
}

function isPlateOf(place: string, number: string): boolean {
  if (!/^[A-Za-z]+$/.test(place)) return false;
  const near = NEAR_PLATES.test(place.toLowerCase());
  if (place !== place.toUpperCase() && !near) return false;
  if (near && place.length === 2 && SHORT.test(number.toUpperCase())) return true;
  const pattern = place.length === 2 ? TWO_LETTERS : THREE_LETTERS;
  return FIRST_LETTERS.test(place.toUpperCase()) && pattern.test(number.toUpperCase());
}

function weighted(text: string, weights: number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * signValue(text.charAt(index)), 0);
}

/** 0–9 for digits, 10–35 for letters. */
function signValue(sign: string): number {
  return Number.parseInt(sign, 36);
}
