import { type Bands, FOUND_FIRST, type Intent, nameOfIntent } from "../conversation/understanding";
import { alarmOf, alarmValues, CALLS } from "./alarm";
import { candidatesOf, confidenceOf, type Signals, signalNames, signalValues } from "./confidence";
import { fitLogistic } from "./logistic";
import { type Believed, leastConfidence, leastCostly, leastToOffer, type RiskPoint, riskCurve } from "./thresholds";

/**
 * A text nobody trains on, and every meaning that would be right; none when nothing is. A `drill` is harder than what
 * residents write on average, so it does not count when wrong answers are counted.
 */
export type Labelled = { text: string; right: Intent[]; drill: boolean };

/** How often the bot may be wrong (shares 0–1): when it answers, and when it starts a report. */
export type Accepted = { wrongAnswers: number; wrongReports: number };

/** What most cities will want: three wrong answers in a hundred. A report of the wrong kind is noticed and put right while it is taken. */
export const usuallyAccepted: Accepted = { wrongAnswers: 0.03, wrongReports: 0.1 };

/**
 * How confidence is computed and from where on the bot acts; belongs to one model. `answers`: the texts it might answer
 * with an article, which the band for answering and its curve are read from.
 */
export type Calibration = {
  weights: number[];
  alarmWeights: number[];
  bands: Bands;
  answers: Believed[];
  curve: RiskPoint[];
};

/** A labelled text as the model heard it. */
export type Judged = { signals: Signals; right: Intent[]; drill: boolean };

type Shot = Believed & { kind: Intent["kind"] | undefined; confirmed: boolean };

const FOLDS = 5;

/**
 * Fits the confidence to labelled texts the model has not seen and derives the bands. Each text's confidence, as the
 * bands see it, comes from weights fitted without its fold.
 */
export function calibrate(judged: Judged[], accepted: Accepted): Calibration {
  const observed = judged.map(({ signals, right }) => ({
    values: signalValues(signals),
    right: isRight(signals, right),
  }));
  const folds = Array.from({ length: FOLDS }, (_, fold) => fitLogistic(observed.filter((_, i) => i % FOLDS !== fold)));
  const shots = judged.flatMap(({ signals, drill }, i): Shot[] => {
    const confidence = confidenceOf(signals, folds[i % FOLDS] ?? []);
    const best = signals.weighed[0]?.intent;
    const shot = {
      confidence,
      right: observed[i]?.right ?? false,
      kind: best?.kind,
      confirmed: isConfirmed(best, signals),
    };
    return drill ? [] : [shot];
  });
  // An article the index does not find among its first is never answered with at once.
  const answers = shots.filter(({ kind, confirmed }) => kind === "article" && confirmed);
  const others = shots.filter(({ kind }) => kind !== "article");
  const weights = fitLogistic(observed);
  const alarms = heardAlarms(judged, weights);
  const alarmWeights = fitLogistic(alarms.map(({ signals, right }) => ({ values: alarmValues(signals), right })));
  const bands = {
    answer: leastConfidence(answers, accepted.wrongAnswers),
    start: leastConfidence(others, accepted.wrongReports),
    offer: leastToOffer(judged.flatMap((one) => shownMeanings(one, weights))),
    human: leastCostly(
      judged.map((one) => asksForHuman(one, weights)),
      OVERHEARD.human,
    ),
    danger: leastCostly(
      alarms.map(({ signals, right }) => ({ share: alarmOf(signals, alarmWeights), called: right })),
      OVERHEARD.danger,
    ),
  };
  const believed = answers.map(({ confidence, right }) => ({ confidence, right }));
  return { weights, alarmWeights, bands, answers: believed, curve: riskCurve(answers) };
}

/** Without labelled texts nothing is known of the model: it offers and asks, and answers only what is beyond doubt. */
export const uncalibrated: Calibration = {
  weights: signalNames.map((name) => (name === "best" ? 1 : 0)),
  alarmWeights: [],
  bands: { answer: 0.9, start: 0.9, offer: 0.2, human: 0.3, danger: 0.3 },
  answers: [],
  curve: [],
};

function isConfirmed(best: Intent | undefined, { found }: Signals): boolean {
  return best !== undefined && found.slice(0, FOUND_FIRST).includes(best.id);
}

function isRight({ weighed: [best] }: Signals, right: Intent[]): boolean {
  return best !== undefined && right.some((intent) => nameOfIntent(intent) === nameOfIntent(best.intent));
}

/** How many false alarms one overheard call weighs. */
const OVERHEARD = { human: 3, danger: 5 };

function asksForHuman({ signals, right }: Judged, weights: number[]): { share: number; called: boolean } {
  const [best] = shares(signals, weights);
  return {
    share: best?.name === HUMAN ? best.share : 0,
    called: right.some((intent) => nameOfIntent(intent) === HUMAN),
  };
}

const HUMAN = "talk:human";

/** What each text gives the alarm to go by, and whether it was a call. */
function heardAlarms(judged: Judged[], weights: number[]) {
  return judged.map(({ signals, right }) => ({
    signals: {
      heard: signals.heard,
      candidates: candidatesOf(signals.weighed, confidenceOf(signals, weights)),
      question: signals.question,
    },
    right: right.some((intent) => CALLS.includes(nameOfIntent(intent))),
  }));
}

/** Every meaning of a text as a button would show it, and whether it was right. */
function shownMeanings({ signals, right }: Judged, weights: number[]): { share: number; right: boolean }[] {
  const names = right.map(nameOfIntent);
  return shares(signals, weights).map(({ name, share }) => ({ share, right: names.includes(name) }));
}

function shares(signals: Signals, weights: number[]): { name: string; share: number }[] {
  const confidence = confidenceOf(signals, weights);
  return candidatesOf(signals.weighed, confidence).map(({ intent, confidence: share }) => ({
    name: nameOfIntent(intent),
    share,
  }));
}
