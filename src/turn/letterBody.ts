const OPENING =
  /^\s*(?:dzień dobry|dobry wieczór|dzien dobry|witam(?: serdecznie)?|cześć|szanown[iay] pa(?:ństwo|nie|ni)|hello|hi|good (?:morning|afternoon|evening)|dear [^\n,]{1,40}|добрий день|доброго дня|вітаю|шановні [^\n,]{1,40})(?!\p{L})[\s,.!–-]*/iu;
const CLOSING =
  /\s*(?:\n|(?<=[.!?])\s)\s*(?:z (?:góry )?(?:poważaniem|wyrazami szacunku)|(?:serdecznie |łączę )?pozdraw|z góry dziękuję|dziękuję|(?:kind |best )?regards|yours |thank you|thanks|з повагою|дякую)[\s\S]{0,200}$/iu;

/** A letter without its greeting and its courtesies at the end, which tell nothing of the matter and blur what is asked. */
export function letterBody(text: string): string {
  const body = text.replace(OPENING, "").replace(CLOSING, "").trim();
  return /\p{L}/u.test(body) ? body : text;
}
