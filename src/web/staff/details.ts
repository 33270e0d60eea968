import type { ConversationView, ThoughtView } from "../../staff/wire";
import { el } from "../widget/dom";
import { pl } from "./texts/pl";
import { moment, waitingTime } from "./time";

type Known = Omit<ConversationView, "entries" | "lastLine" | "lastSeq">;

/** What is known about a conversation, for the one who answers. */
export function detailsOf(view: Known): HTMLElement[] {
  const texts = pl.details;
  const facts: [string, Node | string | undefined][] = [
    [texts.state, pl.speaker[view.speaker]],
    [texts.reason, view.reason && pl.reasons[view.reason]],
    [texts.waits, view.speaker === "waiting" ? waitingTime(view.since) : undefined],
    [texts.language, pl.languages[view.language]],
    [texts.channel, channelNames[view.channel] ?? view.channel],
  ];
  const filled: [string, string][] = view.filled.map(({ label, value }) => [label, value]);
  return [
    part(texts.label, pairs(facts)),
    view.summary ? part(texts.summary, el("p", { class: "summary" }, view.summary)) : undefined,
    filled.length > 0 ? part(`${texts.filled}: ${view.dialog ?? ""}`, pairs(filled)) : undefined,
    view.serviceRequests.length > 0 ? part(texts.filed, filedList(view)) : undefined,
    thoughts(view.thoughts),
  ].filter((one) => one !== undefined);
}

const part = (title: string, content: HTMLElement) => el("div", { class: "part" }, el("h3", {}, title), content);

function pairs(list: [string, Node | string | undefined][]): HTMLElement {
  const rows = list.flatMap(([name, value]) =>
    value === undefined ? [] : [el("div", {}, el("dt", {}, name), el("dd", {}, value))],
  );
  return el("dl", {}, ...rows);
}

function filedList({ serviceRequests }: Known): HTMLElement {
  const items = serviceRequests.map((one) =>
    el("li", {}, el("strong", {}, one.service_request_id), ` ${one.service}`, el("br"), one.place),
  );
  return el("ul", { class: "filed" }, ...items);
}

const WORTH_SHOWING = 0.03;

/** Newest first; folded away, because most of the time the thread tells enough. */
function thoughts(list: ThoughtView[]): HTMLElement {
  const items = list.map(({ at, maskedText, candidates, decision }) => {
    const meanings = candidates
      .slice(0, 3)
      .filter(({ confidence }) => confidence >= WORTH_SHOWING)
      .map(({ meaning, confidence }) => el("li", {}, `${meaning} – ${Math.round(confidence * 100)}%`));
    const decided = `${pl.details.decided}: ${decisionWords[decision] ?? decision}`;
    const said = el("p", { class: "said" }, `„${maskedText}” `, moment(at));
    return el("li", {}, said, meanings.length > 0 ? el("ol", {}, ...meanings) : undefined, el("p", {}, decided));
  });
  const content = items.length > 0 ? el("ul", { class: "thoughts" }, ...items) : el("p", {}, pl.details.noThoughts);
  const node = el("details", { class: "part" }, el("summary", {}, el("h3", {}, pl.details.thoughts)), content);
  node.open = thoughtsOpen;
  node.addEventListener("toggle", () => {
    thoughtsOpen = node.open;
  });
  return node;
}
const decisionWords: Record<string, string> = pl.decisions;
const channelNames: Record<string, string> = pl.channels;

/** The choice lasts over redraws and conversations. */
let thoughtsOpen = false;
