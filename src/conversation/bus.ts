/**
 * What a wake-up is about. `news`: a conversation has a new entry; `changed`: something about it that is no entry;
 * `typing`: somebody writes; `viewing`: staff looks at it; `queue`: the desk changed; `content`: editors changed it;
 * `office`: the console set how service requests are handled; `requests`: one was filed, or something was done to it.
 */
export type Topic = "news" | "changed" | "typing" | "viewing" | "queue" | "content" | "office" | "requests";

/** Wakes up other processes. Carries ids and numbers, never content, and may lose any of them. */
export type Bus = {
  publish(topic: Topic, note: string): Promise<void>;
  /** Returns the function that ends the subscription. */
  subscribe(topic: Topic, hear: (note: string) => void): () => void;
  /** Whether wake-ups reach other processes now. */
  healthy(): boolean;
  close(): Promise<void>;
};

/**
 * Counts how often something was done. `take` answers whether one more is allowed within `windowSeconds`,
 * and if not, in how many seconds it will be.
 */
export type Limiter = {
  take(key: string, most: number, windowSeconds: number): Promise<{ allowed: boolean; retryAfterSeconds: number }>;
};
