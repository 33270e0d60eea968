/** Where somebody else's words begin: how mail programs introduce what is quoted, in the languages people here use. */
const QUOTED = [
  /^(?:W dniu|Dnia|On|Le|Am|(?:пн|вт|ср|чт|пт|сб|нд|\d)[^\n]{0,20})[^\n]*(?:\n[^\n]*){0,2}?(?:napisał\(a\)|napisała?|pisze|wrote|пише|написа(?:в|ла))[^\n]{0,5}:[ \t]*$/mu,
  /^-{2,}[ \t]*(?:Original Message|Wiadomość oryginalna|Oryginalna wiadomość|Forwarded message|Wiadomość przekazana|Пересланное сообщение|Оригінальне повідомлення)[ \t]*-{2,}/imu,
  /^_{10,}[ \t]*$/m,
  /^\*?(?:Od|From|Від):\*?[^\n]+\n(?:[^\n]*\n)?\*?(?:Wysłano|Sent|Data|Date|Надіслано|Дата|Do|To|Кому):/imu,
];

/** Where a signature begins. */
const SIGNED = [
  /^--[ \t]*$/m,
  /^(?:Wysłan[eoy] z (?:mojego )?(?:iPhone|iPad|telefon|smartfon|urządzeni|Androida|Outlook)|Sent from (?:my|Outlook)|Get Outlook for|Pobierz (?:aplikację )?Outlook|Надіслано з)/imu,
];

/** What the writer of a letter says themselves. */
export function cutQuotes(text: string): string {
  const plain = text.replace(/\r\n?/g, "\n").replace(/\u00a0/g, " ");
  const ends = [...QUOTED, ...SIGNED].map((pattern) => plain.search(pattern)).filter((at) => at >= 0);
  const own = plain.slice(0, Math.min(plain.length, ...ends));
  const lines = own.split("\n").filter((line) => !/^\s*>/.test(line));
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
