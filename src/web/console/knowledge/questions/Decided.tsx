import { Anchor, Title } from "@mantine/core";
import { Link } from "react-router";
import type { CareView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import classes from "./questions.module.css";
import { questionWords } from "./texts";

/** What was decided about the group's questions, newest first. */
export function Decided({ cares }: { cares: CareView[] }) {
  const words = useWords(questionWords);
  const time = useTime();
  return (
    <section aria-labelledby="question-decided">
      <Title order={3} size="h6" id="question-decided" mt="md">
        {words.history}
      </Title>
      <ul className={classes.decided}>
        {cares.map(({ batch, state, by, at, note, meaning, owner, draft }) => (
          <li key={batch}>
            {[words.states[state], meaning, owner && words.owner(owner.name), by, time.moment(at), note]
              .filter(Boolean)
              .join(" · ")}{" "}
            {draft && (
              <Anchor
                component={Link}
                to={`/knowledge/_draft/${encodeURIComponent(draft)}`}
                className={classes.link ?? ""}
              >
                {words.openDraft}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
