import type { ReactNode } from "react";
import classes from "./Measure.module.css";

type Given = { label: string; value: string | number; note?: string | undefined; warn?: boolean };

/** One figure with its name. */
export function Measure({ label, value, note, warn }: Given) {
  return (
    <div className={classes.measure} data-warn={warn || undefined}>
      <dt>{label}</dt>
      <dd>
        <span className={classes.value}>{value}</span>
        {note && <span className={classes.note}>{note}</span>}
      </dd>
    </div>
  );
}

/** Figures side by side. */
export const Measures = ({ children }: { children: ReactNode }) => <dl className={classes.measures}>{children}</dl>;
