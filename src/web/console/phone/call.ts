import type { ArticleView, CallOutcome } from "../../../staff/wire";
import { isRecord } from "../kit/reading";
import { emptyRequest, type RequestDraft, readRequestDraft } from "../kit/requestDraft";

type Language = ArticleView["language"];

/** What was told: an article's short answer, or one section of it. */
export type Told = { article: string; title: string; section?: string; heading?: string };

/** The call being talked, as far as it was noted. */
export type Call = {
  /** Registered under it once, however often it is sent. */
  key: string;
  startedAt?: string;
  language: Language;
  typed: string;
  /** The article beside the list. */
  open?: { id: string; title: string } | undefined;
  told: Told[];
  note: string;
  /** Chosen by hand; else it follows from what was done. */
  outcome?: CallOutcome | undefined;
  /** The form of a report is open. */
  filing: boolean;
  request: RequestDraft;
  callBack: { contact: string; matter: string };
};

export const outcomes: CallOutcome[] = ["answered", "filed", "redirected", "call_back", "dropped"];

export const newCall = (language: Language = "pl"): Call => ({
  key: crypto.randomUUID(),
  language,
  typed: "",
  told: [],
  note: "",
  filing: false,
  request: emptyRequest,
  callBack: { contact: "", matter: "" },
});

/** How the call ended, as far as what was done says it. */
export function outcomeOf({ outcome, filing, callBack, told }: Call): CallOutcome | undefined {
  if (outcome) return outcome;
  // An open form without a kind is an intention: registering asks for the kind instead of dropping it.
  if (filing) return "filed";
  if (callBack.contact.trim()) return "call_back";
  return told.length > 0 ? "answered" : undefined;
}

/** What the call was about: what was told, else what was open; and the kind of report. */
export function topicsOf({ told, open, filing, request }: Call) {
  const read = told.length > 0 ? told.map(({ article }) => article) : open ? [open.id] : [];
  const articles = [...new Set(read)].map((id) => ({ kind: "article", id }));
  return [...articles, ...(filing && request.service ? [{ kind: "service", id: request.service }] : [])].slice(0, 10);
}

/** What is still missing before the call can be registered. */
export type Missing = "outcome" | "service" | "contact";

export function missingIn(call: Call): Missing | undefined {
  const outcome = outcomeOf(call);
  if (!outcome) return "outcome";
  if (outcome === "filed" && !call.request.service) return "service";
  if (outcome === "call_back" && call.callBack.contact.trim().length < 3) return "contact";
  return undefined;
}

/** The body of `POST calls`; `answers` are those the open form asks for. */
export function callBody(call: Call, answers: Record<string, string>) {
  const { key, startedAt, language, told, note, request, callBack } = call;
  const outcome = outcomeOf(call);
  return {
    key,
    startedAt: startedAt ?? new Date().toISOString(),
    language,
    topics: topicsOf(call),
    told: told.map(({ article, section }) => ({ article, ...(section && { section }) })),
    note,
    outcome,
    ...(outcome === "filed" && { request: { service: request.service, answers } }),
    ...(outcome === "call_back" && { callBack }),
  };
}

export const isSame = (a: Told, b: Told) => a.article === b.article && a.section === b.section;

const isText = (value: unknown): value is string => typeof value === "string";
const isLanguage = (value: unknown): value is Language => value === "pl" || value === "en" || value === "uk";

/** A call kept over a reload. */
export function readCall(kept: unknown): Call | undefined {
  if (!isRecord(kept) || !isText(kept.key) || !isLanguage(kept.language) || !isText(kept.note)) return undefined;
  const { open, callBack, startedAt } = kept;
  const outcome = outcomes.find((one) => one === kept.outcome);
  return {
    key: kept.key,
    language: kept.language,
    note: kept.note,
    typed: isText(kept.typed) ? kept.typed : "",
    told: Array.isArray(kept.told) ? kept.told.flatMap(readTold) : [],
    filing: kept.filing === true,
    request: readRequestDraft(kept.request) ?? emptyRequest,
    callBack: {
      contact: isRecord(callBack) && isText(callBack.contact) ? callBack.contact : "",
      matter: isRecord(callBack) && isText(callBack.matter) ? callBack.matter : "",
    },
    ...(isText(startedAt) && { startedAt }),
    ...(outcome && { outcome }),
    ...(isRecord(open) && isText(open.id) && isText(open.title) && { open: { id: open.id, title: open.title } }),
  };
}

function readTold(kept: unknown): Told[] {
  if (!isRecord(kept) || !isText(kept.article) || !isText(kept.title)) return [];
  const { article, title, section, heading } = kept;
  return [{ article, title, ...(isText(section) && { section }), ...(isText(heading) && { heading }) }];
}
