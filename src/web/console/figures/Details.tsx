import { Anchor, Text, Title } from "@mantine/core";
import { useId } from "react";
import { Link } from "react-router";
import type { DayView } from "../../../staff/wire";
import { useChannelName } from "../kit/channels";
import { useWords } from "../kit/language";
import { useRight } from "../kit/session";
import { useTime } from "../kit/time";
import classes from "./Day.module.css";
import { dayWords } from "./texts";

/** How the day divides: where from, what about, how it ended, how it was liked. */
export function Details({ day }: { day: DayView }) {
  const words = useWords(dayWords);
  const channelName = useChannelName();
  const { satisfaction } = day;
  const scores = satisfaction.scores.map((count, index) => ({ label: words.score(index + 1), count })).reverse();
  return (
    <div className={classes.details}>
      <Split
        title={words.byChannel}
        parts={day.byChannel.map(({ channel, count }) => ({ label: channelName(channel), count }))}
      />
      <Split
        title={words.byArea}
        parts={day.byArea.map(({ area, name, count }) => ({ label: name || area || words.noArea, count }))}
      />
      <Split
        title={words.closed}
        parts={day.closed.map(({ reason, count }) => ({ label: words.reasons[reason], count }))}
      />
      <Split
        title={words.callOutcomes}
        parts={day.callOutcomes.map(({ outcome, count }) => ({ label: words.outcomes[outcome], count }))}
      />
      <Split title={words.satisfaction} parts={satisfaction.answers > 0 ? scores : []} empty={words.noRatings} />
      <Said said={day.words} />
    </div>
  );
}

type Part = { label: string; count: number };

function Split({ title, parts, empty }: { title: string; parts: Part[]; empty?: string }) {
  const words = useWords(dayWords);
  const id = useId();
  const most = Math.max(1, ...parts.map(({ count }) => count));
  return (
    <section aria-labelledby={id}>
      <Title order={3} size="h5" id={id} mb={4}>
        {title}
      </Title>
      {parts.length === 0 && (
        <Text size="sm" c="dimmed">
          {empty ?? words.none}
        </Text>
      )}
      <ul className={classes.split}>
        {parts.map(({ label, count }) => (
          <li key={label}>
            <span>{label}</span>
            <strong>{count}</strong>
            <span className={classes.share} style={{ width: `${(count / most) * 100}%` }} aria-hidden />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What residents wrote with their rating; the conversation only for those who may read it. */
function Said({ said }: { said: DayView["words"] }) {
  const words = useWords(dayWords);
  const time = useTime();
  const mayRead = useRight("read_desk");
  if (said.length === 0) return null;
  return (
    <section aria-labelledby="said" className={classes.said}>
      <Title order={3} size="h5" id="said" mb={4}>
        {words.words}
      </Title>
      <ul>
        {said.map(({ score, word, conversationId, at }) => (
          <li key={`${conversationId} ${at}`}>
            <blockquote>{word}</blockquote>
            <Text size="xs" c="dimmed" component="div">
              {words.score(score)} · {time.clock(at)}
              {mayRead && " · "}
              {mayRead && (
                <Anchor component={Link} to={`/inbox/${encodeURIComponent(conversationId)}`} inherit underline="always">
                  {words.open}
                </Anchor>
              )}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
