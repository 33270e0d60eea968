/**
 * From which confidence (0–1, calibrated) the bot acts. Derived from out-of-fold results on our own examples,
 * see `bench/understanding.ts`.
 */
export const bands = {
  /** Answer or start a dialog at once. */
  sure: 0.6,
  /** The same for an article the search index does not find. */
  sureAlone: 0.75,
  /** Least confidence of a meaning to be offered as a button. */
  offer: 0.08,
  /** Bring a person: asking for one must never be overheard. */
  human: 0.45,
  /** Say the emergency numbers. */
  danger: 0.4,
  /** Unclear messages in a row after which nothing more is offered. */
  attempts: 3,
};
