import { DeliveryFailure } from "../channel";

/** What Telegram says when it does not do what it was asked. */
export type Refused = { code: number; description: string; retryAfterSeconds?: number };

const LONGEST_REASON = 120;
/** Somebody has to look after the token; nothing is lost until then. */
const TOKEN_REST_SECONDS = 60;

/** Telegram read `<`, `>` or `&` as marks; what comes after that in its words may quote ours. */
export const isAboutMarks = ({ code, description }: Refused): boolean =>
  code === 400 && /can't parse entities/i.test(description);

/**
 * What a refusal means for a delivery. Telegram's words for it are in no documentation, but in its server:
 * https://github.com/tdlib/telegram-bot-api (telegram-bot-api/Client.cpp, fail_query_with_error).
 */
export function failureOf(refused: Refused): DeliveryFailure {
  const { code, description, retryAfterSeconds } = refused;
  const words = isAboutMarks(refused) ? "can't parse entities" : description;
  const reason = `Telegram ${code}: ${words}`.slice(0, LONGEST_REASON);
  if (code === 429) return new DeliveryFailure("retry", reason, retryAfterSeconds ?? 5);
  // "bot was blocked by the user", "user is deactivated", "bot can't initiate conversation with a user".
  if (code === 403) return new DeliveryFailure("blocked", reason);
  if (code === 400 && /chat not found|PEER_ID_INVALID/i.test(description))
    return new DeliveryFailure("blocked", reason);
  // A token that was withdrawn is 401, one that never was 404.
  if (code === 401 || code === 404) return new DeliveryFailure("slow_down", reason, TOKEN_REST_SECONDS);
  if (code >= 500) return new DeliveryFailure("retry", reason, retryAfterSeconds);
  return new DeliveryFailure("give_up", reason);
}

/**
 * Telegram does not say whether a chat or the whole bot is too fast. Two chats that are refused at the same time mean
 * the bot; one alone must not keep everybody else waiting. Answers whether it is the bot.
 */
export function openFlood(now: () => number = Date.now): (chat: string, seconds: number) => boolean {
  const refusedUntil = new Map<string, number>();
  return (chat, seconds) => {
    for (const [other, until] of refusedUntil) if (until <= now()) refusedUntil.delete(other);
    refusedUntil.set(chat, now() + seconds * 1000);
    return refusedUntil.size > 1;
  };
}
