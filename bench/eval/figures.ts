import type { Shot } from "./judge";
import { auroc, calibrationError, falseAcceptance, margin, percent, share } from "./measures";

type Row = Record<string, string | number>;

/** Questions and reports: is the right one found, how often is it answered, how often rightly. */
export function rowOf(name: string, shots: Shot[]): Row {
  const answered = shots.filter((shot) => shot.answered);
  const first = share(shots, ({ rank }) => rank === 0) ?? 0;
  return {
    texts: name,
    n: shots.length,
    "at 1": percent(first),
    "±": shots.length > 0 ? percent(margin(first, shots.length)) : "–",
    "at 3": percent(share(shots, ({ rank }) => rank < 3)),
    answered: percent(share(shots, (shot) => shot.answered)),
    "right when answered": percent(share(answered, ({ answeredRight }) => answeredRight)),
    "offered the right one": percent(share(shots, ({ offeredRight }) => offeredRight)),
    ECE: calibrationError(shots).toFixed(3),
  };
}

/** What is not ours: how often it is answered wrongly, and how well confidence tells it from what is ours. */
export function outsideRow(name: string, others: Shot[], ours: Shot[]): Row {
  const scores = (shots: Shot[]) => shots.map(scoreAsOurs);
  return {
    texts: name,
    n: others.length,
    "wrongly answered": percent(share(others, ({ answered, answeredRight }) => answered && !answeredRight)),
    AUROC: others.length > 0 && ours.length > 0 ? auroc(scores(ours), scores(others)).toFixed(3) : "–",
    "FAR at 95 %": percent(falseAcceptance(scores(ours), scores(others))),
    ECE: calibrationError(others).toFixed(3),
  };
}

/** How sure the bot is that a text is a matter of the city; another's matter, however sure, is none. */
function scoreAsOurs({ best, confidence }: Shot): number {
  const errand = best?.kind === "article" || best?.kind === "service" || best?.kind === "dialog";
  return errand ? confidence : -confidence;
}

/** A report taken for a question and the reverse: of all that was answered with one of the two. */
export function confusionOf(questions: Shot[], reports: Shot[]): Row {
  const taken = (shots: Shot[], kind: string) => share(shots, ({ best }) => best?.kind === kind);
  const acted = (shots: Shot[], kind: string) =>
    share(shots, ({ answered, answeredRight, best }) => answered && !answeredRight && best?.kind === kind);
  const both = [
    ...questions.map((shot) => shot.best?.kind === "service"),
    ...reports.map((shot) => shot.best?.kind === "article"),
  ];
  return {
    "questions taken for a report": percent(taken(questions, "service")),
    "reports taken for a question": percent(taken(reports, "article")),
    "both together": percent(share(both, Boolean)),
    "questions answered with a report": percent(acted(questions, "service")),
    "reports answered with an article": percent(acted(reports, "article")),
  };
}
