import type { Capabilities } from "./capabilities";

/**
 * What may be sent now: `open`: anything; `person`: what a person wrote, until `until`; `template` or `closed`: nothing
 * before the resident writes, in the first case after a text approved beforehand has asked them to.
 */
export type Standing = { state: "open" | "person" | "template" | "closed"; until?: Date };

const HOUR_MS = 3_600_000;

/** How the channel's window stands for somebody who wrote last at `heardAt`; a channel without one is always open. */
export function standingOf({ window }: Pick<Capabilities, "window">, heardAt: Date | undefined, now: Date): Standing {
  if (!window) return { state: "open" };
  const { hours, after, personHours = 0 } = window;
  const closes = heardAt && new Date(heardAt.getTime() + hours * HOUR_MS);
  if (closes && now < closes) return { state: "open", until: closes };
  if (after === "template") return { state: "template" };
  const ends = heardAt && new Date(heardAt.getTime() + (hours + personHours) * HOUR_MS);
  if (after === "human_agent" && ends && now < ends) return { state: "person", until: ends };
  return { state: "closed" };
}
