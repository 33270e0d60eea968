import type { Signals } from "./confidence";
import { knownShare, toldBy } from "./features";
import { hearAlarm, type Learnt, weigh } from "./learn";
import { wordsOf } from "./words";

/** A message as it is weighed: its corrected words, the place it names, the articles the search index found, and whether it asks. */
export type Weighable = { words: string[]; place: string | undefined; found: string[]; question: boolean };

/** Weighs the meanings and gathers what tells how far to believe them. A place's name is known by nobody and counts not as unknown. */
export function signalsOf(learnt: Learnt, { words, place, found, question }: Weighable): Signals {
  const ofPlace = new Set(place === undefined ? [] : wordsOf(place));
  const beside = words.filter((word) => !ofPlace.has(word));
  const counted = beside.length > 0 ? beside : words;
  const { vocabulary } = learnt;
  return {
    weighed: weigh(learnt, words),
    heard: hearAlarm(learnt, words),
    known: knownShare(counted, vocabulary),
    told: toldBy(counted, vocabulary),
    found,
    question,
  };
}
