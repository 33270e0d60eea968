const MONTHS_AND_DAYS =
  "(?:[Pp]on|[Ww]t|[Śś]r|[Cc]zw|[Pp]t|[Ss]ob|[Nn]iedz|[Nn]d|Mon|Tue|Wed|Thu|Fri|Sat|Sun|[Пп]н|[Вв]т|[Сс]р|[Чч]т|[Пп]т|[Сс]б|[Нн]д)[a-zа-яіїєż]{0,8}[.,]";

/** How mail programs introduce what is quoted: when, who, "wrote:". It may take up to three lines. */
const INTRODUCED = [
  // Gmail, Thunderbird, WP, o2, Onet, Yahoo, Apple's phones.
  new RegExp(
    `^(?:W dniu|Dnia|On|Le|Am|${MONTHS_AND_DAYS}|\\d{1,4}[./ -])[^\\n]*(?:\\n[^\\n]*){0,2}?(?:napisał\\(a\\)|napisała?|pisze|wrote|schrieb|пише|написа(?:в|ла)|пишет)[^\\n]{0,5}:[ \\t]*$`,
    "mu",
  ),
  // Apple Mail.
  /^(?:Wiadomość napisana przez|Message from)[^\n]*(?:\n[^\n]*){0,2}?\d:\d\d[^\n]{0,10}:[ \t]*$/imu,
];

/** Residents introduce what others wrote, too, but not to the minute nor with an address. */
const SAYS_WHEN_OR_WHO = /\d:\d\d|@/;

/** Where somebody else's words begin without any mark at their lines: all that follows is theirs. */
const QUOTED = [
  /^-{2,}[ \t]*(?:Original Message|Wiadomość oryginalna|Oryginalna wiadomość|Treść oryginalnej wiadomości|Forwarded message|Wiadomość przekazana|Przekazana wiadomość|Пересланное сообщение|Оригінальне повідомлення)[ \t]*-{2,}/imu,
  /^_{10,}[ \t]*$/m,
  // Outlook, Interia: who, when, to whom, in any order, one a line.
  /^\*?(?:Od|From|Від|Nadawca):\*?(?=[^\n]*@|(?:[^\n]*\n){1,8}?\*?(?:Temat|Subject|Тема):)[^\n]+\n+(?:\*?[\p{L} ]{2,12}:\*?[^\n]*\n+)?\*?(?:Wysłan[oey]|Sent|Data|Date|Надіслано|Дата|Do|To|Кому):/imu,
];

/** Where a signature begins. */
const SIGNED = [
  /^--[ \t]*$/m,
  /^(?:Wysłan[eoya] z(?:e)? (?:mojego )?(?:iPhone|iPad|telefon|smartfon|urządzeni|Androida|Outlook|programu Poczta|aplikacji|Onet|WP|Samsung)|Sent from (?:my|Outlook|Mail|Yahoo)|Get Outlook for|Pobierz (?:aplikację )?Outlook|Uzyskaj (?:aplikację|program) Outlook|Wysłano przez|Надіслано з)/imu,
];

/** What the writer of a letter says themselves, above, below or between what they quote. */
export function cutQuotes(text: string): string {
  const plain = withoutIntroductions(text.replace(/\r\n?/g, "\n").replace(/\u00a0/g, " "));
  const ends = QUOTED.map((pattern) => plain.search(pattern)).filter((at) => at >= 0);
  const lines = plain.slice(0, Math.min(plain.length, ...ends)).split("\n");
  const own = lines.filter((line) => !/^\s*>/.test(line)).join("\n");
  const signed = SIGNED.map((pattern) => own.search(pattern)).filter((at) => at >= 0);
  return own
    .slice(0, Math.min(own.length, ...signed))
    .trim()
    .replace(/\n-{20,}$/, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/**
 * Where lines marked as quoted follow, only the introduction goes: some write their answer below. Where none do the
 * program quotes without marks, and the rest is not theirs.
 */
function withoutIntroductions(text: string): string {
  for (const pattern of INTRODUCED) {
    const found = pattern.exec(text);
    if (!found || !SAYS_WHEN_OR_WHO.test(found[0])) continue;
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + found[0].length);
    return /^\s*>/.test(after) ? `${before}\n${withoutIntroductions(after)}` : before;
  }
  return text;
}
