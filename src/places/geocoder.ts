import type { Log } from "../conversation/log";
import type { Point } from "../conversation/place";
import type { Found } from "./found";
import type { Gazetteer } from "./gazetteer";

/**
 * The door to whoever knows addresses. Both reject when they could not look; an empty answer means nothing was found.
 * What lies outside the city comes back with `outside`.
 */
export type Geocoder = {
  /** Candidates for a resident's phrase, best first. */
  find(text: string): Promise<Found[]>;
  /** The address a point belongs to. */
  near(point: Point): Promise<Found | undefined>;
};

/** The city's own list as a geocoder: always there. */
export function embedded(gazetteer: Gazetteer): Geocoder {
  return {
    find: async (text) => gazetteer.find(text),
    near: async (point) => gazetteer.near(point),
  };
}

/** Asks one after the other until one has an answer. Never rejects: who fails is logged and passed over. */
export function firstThatAnswers(geocoders: Geocoder[], log: Log): Geocoder {
  const ask = async <T>(question: (geocoder: Geocoder) => Promise<T>, none: T, isAnswer: (answer: T) => boolean) => {
    for (const geocoder of geocoders) {
      try {
        const answer = await question(geocoder);
        if (isAnswer(answer)) return answer;
      } catch (error) {
        log.warn("geocoder_failed", { error: error instanceof Error ? error.message : String(error) });
      }
    }
    return none;
  };
  return {
    find: (text) =>
      ask<Found[]>(
        (geocoder) => geocoder.find(text),
        [],
        (found) => found.length > 0,
      ),
    near: (point) =>
      ask<Found | undefined>(
        (geocoder) => geocoder.near(point),
        undefined,
        (found) => found !== undefined,
      ),
  };
}
