import { type Language, languageOf } from "./language";
import { textOf } from "./readFrame";

/** What lets this device come back to its conversation. */
export type Kept = {
  conversationId: string;
  token: string;
  resumeToken: string | undefined;
  language: Language | undefined;
};

export type Memory = {
  read(): Kept | undefined;
  keep(kept: Kept): void;
  forget(): void;
  /** Another tab of this site has ended the conversation. */
  onForgotten(run: () => void): void;
};

/** Keeps the conversation in localStorage, or only for this page view where a browser forbids that. */
export function createMemory(origin: string): Memory {
  const key = `hejnal ${origin}`;
  let fallback: string | null = null;
  const storage = reachableStorage();
  return {
    read: () => parse(storage ? storage.getItem(key) : fallback),
    keep(kept) {
      fallback = JSON.stringify(kept);
      try {
        storage?.setItem(key, fallback);
      } catch {
        // A full storage only costs the resident the way back after a reload.
      }
    },
    forget() {
      fallback = null;
      storage?.removeItem(key);
    },
    onForgotten(run) {
      addEventListener("storage", (event) => {
        if (event.key === key && event.newValue === null) run();
      });
    },
  };
}

function reachableStorage(): Storage | undefined {
  try {
    localStorage.getItem("");
    return localStorage;
  } catch {
    return undefined;
  }
}

function parse(text: string | null): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    const conversationId = textOf(kept, "conversationId");
    const token = textOf(kept, "token");
    if (!conversationId || !token) return undefined;
    return {
      conversationId,
      token,
      resumeToken: textOf(kept, "resumeToken"),
      language: languageOf(textOf(kept, "language")),
    };
  } catch {
    return undefined;
  }
}
