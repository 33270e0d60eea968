import { z } from "zod";
import { dayOf, dayView, peopleView } from "../figures";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse } from "../route";

/** Longer ago there were no figures, and far years are no days of a calendar. */
const Day = z.iso.date().refine((day) => day >= "2020-01-01" && day <= "2100-12-31");

/** The figures of a day in Kraków, of today without `?date=`. */
async function day({ query }: Call, parts: StaffParts): Promise<Answer> {
  const read = Day.safeParse(query.date ?? dayOf(parts.now()));
  if (!read.success) return refuse(400, { code: "wrong_body", fields: ["date"] });
  return ok(await dayView(parts, read.data));
}

async function people(_: Call, parts: StaffParts): Promise<Answer> {
  return ok(await peopleView(parts));
}

export const figuresRoutes: Route[] = [
  { method: "GET", path: "figures/day", right: "read_figures", handle: day, what: "one day, ?date=" },
  { method: "GET", path: "people", right: "oversee", handle: people, what: "the desk at this moment" },
];
