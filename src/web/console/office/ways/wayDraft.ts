import type { UnitWay } from "../../../../staff/wire/office";
import { type Pair, pairsOf, recordOf } from "../Pairs";

export type Kind = UnitWay["kind"];
/** What a secret was saved for; it is never shown, and belongs to that address only. */
type Kept = { address: string; secret: string };

/** A way as it is being written. `secret` is empty until a new one is typed. */
export type WayDraft = {
  id: number;
  kind: Kind;
  to: string[];
  address: string;
  secret: string;
  kept?: Kept;
  jurisdiction: string;
  codes: Pair[];
};
export type WayMistake = "email" | "email_needed" | "url" | "endpoint" | "secret" | "secret_anew";

let made = 0;
export const newWay = (kind: Kind): WayDraft => ({
  ...{ id: ++made, kind, to: [], address: "", secret: "", jurisdiction: "", codes: [] },
});

export function draftOf(way: UnitWay): WayDraft {
  const draft = newWay(way.kind);
  switch (way.kind) {
    case "email":
      return { ...draft, to: way.to };
    case "webhook":
      return { ...draft, address: way.url, kept: { address: way.url, secret: way.secret } };
    case "open311":
      return {
        ...draft,
        address: way.endpoint,
        ...(way.apiKey && { kept: { address: way.endpoint, secret: way.apiKey } }),
        jurisdiction: way.jurisdiction ?? "",
        codes: pairsOf(way.codes),
      };
  }
}

export function wayOf(draft: WayDraft): UnitWay {
  const { kind, jurisdiction } = draft;
  const address = draft.address.trim();
  const secret = draft.secret.trim() || (isKept(draft) ? (draft.kept?.secret ?? "") : "");
  if (kind === "email") return { kind, to: draft.to };
  if (kind === "webhook") return { kind, url: address, secret };
  return {
    ...{ kind, endpoint: address, apiKey: secret, codes: recordOf(draft.codes) },
    ...(jurisdiction.trim() && { jurisdiction: jurisdiction.trim() }),
  };
}

/** Whether the saved secret goes on, because nothing was typed and the address is the same. */
export const isKept = ({ address, secret, kept }: WayDraft): boolean =>
  secret.trim() === "" && kept !== undefined && kept.address === address.trim();

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
const isUrl = (text: string): boolean => /^https?:/i.test(text) && URL.canParse(text);
const LEAST_SECRET = 16;

/** What still has to be corrected, one thing at a time. */
export function mistakeIn(draft: WayDraft): WayMistake | undefined {
  const { kind, to, secret, kept } = draft;
  const address = draft.address.trim();
  if (kind === "email") return to.length === 0 ? "email_needed" : to.every(isEmail) ? undefined : "email";
  if (kind === "webhook" && !isUrl(address)) return "url";
  if (kind === "open311" && !(isUrl(address) && address.endsWith("/"))) return "endpoint";
  if (isKept(draft)) return undefined;
  if (kept && secret.trim() === "") return "secret_anew";
  return kind === "webhook" && secret.trim().length < LEAST_SECRET ? "secret" : undefined;
}
