import { Button } from "@mantine/core";
import { ZoomIn } from "lucide-react";
import { Link, useLocation } from "react-router";
import type { MarkView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { StateMark } from "../StateMark";
import classes from "./map.module.css";
import { mapWords } from "./texts";

/** The marks of the map as words, for whoever does not see or point. */
export function MarkList({ marks, onOpen }: { marks: MarkView[] | undefined; onOpen: (mark: MarkView) => void }) {
  const words = useWords(mapWords);
  const { search } = useLocation();
  const count = marks?.reduce((sum, mark) => sum + mark.count, 0);
  return (
    <section className={classes.list} aria-label={words.list}>
      <p role="status">{count !== undefined && words.found(count)}</p>
      <ul>
        {marks?.map((mark) => (
          <li key={mark.id ?? `${mark.point.lat} ${mark.point.long}`}>
            {mark.id === undefined ? (
              <Button variant="default" leftSection={<ZoomIn size={14} aria-hidden />} onClick={() => onOpen(mark)}>
                {words.several(mark.count)}
              </Button>
            ) : (
              <>
                <Link to={`/requests/${encodeURIComponent(mark.id)}`} state={{ search }}>
                  {mark.id}
                </Link>{" "}
                {mark.label} {mark.state && <StateMark state={mark.state} />}
              </>
            )}
          </li>
        ))}
      </ul>
      <p>{words.unplaced}</p>
    </section>
  );
}
