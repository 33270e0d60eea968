import type { ActSent } from "../useRequests";

type Kind = ActSent["kind"];
/** What is typed into the form of an act; each act takes of it what it needs. */
export type ActDraft = { words: string; unit: string; because: string; owner: string; contact: string; into: string };
export const emptyDraft: ActDraft = { words: "", unit: "", because: "", owner: "", contact: "", into: "" };

/** Nobody is asked, refused or sent back to the beginning without a reason they can read. */
export const needsWords = (kind: Kind) => ["ask", "refuse", "bounce", "add", "reopen"].includes(kind);

/** Whether there is enough to send. */
export function isReady(kind: Kind, draft: ActDraft): boolean {
  const has = (name: keyof ActDraft) => draft[name].trim() !== "";
  if (kind === "forward") return has("unit") && has("because");
  if (kind === "forward_outside") return has("owner");
  if (kind === "merge") return has("into");
  return !needsWords(kind) || has("words");
}

/** The act as the server takes it. */
export function sentOf(kind: Kind, draft: ActDraft): ActSent {
  const words = draft.words.trim();
  return {
    kind,
    ...(words !== "" && { words }),
    ...(kind === "forward" && { unit: draft.unit, because: draft.because.trim() }),
    ...(kind === "forward_outside" && { outside: { owner: draft.owner.trim(), contact: draft.contact.trim() } }),
    ...(kind === "merge" && { into: draft.into.trim() }),
  };
}
