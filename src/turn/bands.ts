/**
 * From which confidence (0–1, calibrated) the bot acts. Chosen with `bench/understanding.ts`: at 0.5 about 98 % of
 * what is answered is right on questions other people wrote, and 3 % of what is not for us is answered all the same.
 */
export const bands = {
  /** Answer or start a dialog at once. */
  sure: 0.5,
  /** The same for an article the search index does not find. */
  sureAlone: 0.6,
  /** Least confidence of a meaning to be offered as a button. */
  offer: 0.08,
  /** Bring a person: asking for one must never be overheard. */
  human: 0.45,
  /** Say the emergency numbers. */
  danger: 0.4,
  /** Unclear messages in a row after which nothing more is offered. */
  attempts: 3,
};
