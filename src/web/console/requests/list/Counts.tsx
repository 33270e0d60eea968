import { useWords } from "../../kit/language";
import { requestsWords } from "../texts";
import { type Filter, sameFilter } from "../useFilter";
import { useCounts } from "../useRequests";
import classes from "./list.module.css";

/** What most people look for, with how much there is of it. */
export function Counts({ filter, only }: { filter: Filter; only: (filter: Filter) => void }) {
  const words = useWords(requestsWords);
  const { data: counts } = useCounts();
  const quick: { of: keyof typeof words.count; count?: number; filter: Filter }[] = [
    { of: "all", filter: {} },
    { of: "open", count: counts?.open ?? 0, filter: { status: "open" } },
    { of: "overdue", count: counts?.overdue ?? 0, filter: { overdue: "1" } },
    { of: "mine", count: counts?.mine ?? 0, filter: { status: "open", assigned: "me" } },
    { of: "byHand", count: counts?.byHand ?? 0, filter: { byHand: "1" } },
  ];
  return (
    <fieldset className={classes.counts} aria-label={words.counts}>
      {quick.map(({ of, count, filter: wanted }) => (
        <button
          key={of}
          type="button"
          aria-pressed={sameFilter(filter, wanted)}
          data-warn={(of === "overdue" && Boolean(count)) || undefined}
          onClick={() => only(wanted)}
        >
          {words.count[of]} {count !== undefined && <b>{counts ? count : ""}</b>}
        </button>
      ))}
    </fieldset>
  );
}
