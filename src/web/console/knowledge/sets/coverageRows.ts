import type { CoverageView } from "../../../../staff/wire";

export const groups = ["areas", "units", "topics"] as const;
export type Group = (typeof groups)[number];
export const filters = ["all", "notAsked", "thin"] as const;
export type Filter = (typeof filters)[number];

/** A line of the table; shares are missing where nothing was asked. */
export type CoverageRow = {
  key: string;
  name: string;
  /** The article, of a topic. */
  article?: string;
  isThin: boolean;
  counts: Partial<Record<Column, number>>;
};

const counted = ["asked", "answered", "phrasings", "labelled", "regression"] as const;
export const columns = {
  areas: ["topics", ...counted, "notAsked", "thin"],
  units: ["topics", ...counted, "notAsked", "thin"],
  topics: counted,
} as const satisfies Record<Group, readonly string[]>;
export type Column = (typeof columns)[Group][number];

type Counted = CoverageView["topics"][number] | CoverageView["areas"][number];

/** Answers also come of pressed titles, so there may be more of them than questions. */
function countsOf(one: Counted): CoverageRow["counts"] {
  const { asked, answered, phrasings, labelled, regression } = one;
  return { asked, ...(asked > 0 && { answered: Math.min(1, answered / asked) }), phrasings, labelled, regression };
}

/** The lines of the table, narrowed to topics of one sort. */
export function coverageRows(view: CoverageView, group: Group, filter: Filter): CoverageRow[] {
  if (group !== "topics")
    return view[group].map((one) => ({
      key: one.name,
      name: one.name,
      isThin: false,
      counts: { ...countsOf(one), topics: one.topics, notAsked: one.notAsked, thin: one.thin },
    }));
  const fitting = view.topics.filter(({ asked, thin }) => filter === "all" || (filter === "thin" ? thin : asked === 0));
  return fitting.map((one) => ({
    key: one.id,
    name: one.title,
    article: one.id,
    isThin: one.thin,
    counts: countsOf(one),
  }));
}

export type Order = { by: Column | "name"; down: boolean };

const polish = new Intl.Collator("pl");

/** In the order wanted; what has no number comes last. */
export function sorted(rows: CoverageRow[], { by, down }: Order): CoverageRow[] {
  const sign = down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const byName = polish.compare(a.name, b.name);
    if (by === "name") return sign * byName;
    const [one, other] = [a.counts[by], b.counts[by]];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return sign * (one - other) || byName;
  });
}
