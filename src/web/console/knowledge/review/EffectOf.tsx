import { Button, Group, Loader, Text, Title } from "@mantine/core";
import { useRef } from "react";
import type { DraftView, EffectFigures, EffectView } from "../../../../staff/wire";
import { Refusal } from "../../kit/api";
import { ErrorNote } from "../../kit/ErrorNote";
import { useLanguage, useWords } from "../../kit/language";
import { useFocusStays } from "../useFocusStays";
import { EffectRows } from "./EffectRows";
import { MistakeList } from "./Obstacles";
import classes from "./review.module.css";
import { reviewWords } from "./texts";
import type { Effect } from "./useReview";

/** What residents would be told otherwise: asked for by a button, because a copy of the bot learns for it. */
export function EffectOf({ draft, effect: { effect, error, running, run } }: { draft: DraftView; effect: Effect }) {
  const { effect: words } = useWords(reviewWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusStays(heading, running);
  const mayNot = draft.mistakes.length > 0;
  return (
    <section aria-labelledby="review-effect">
      <Title order={2} size="h5" id="review-effect" ref={heading} tabIndex={-1}>
        {words.title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {words.intro}
      </Text>
      <Group gap="sm" mb="sm">
        <Button variant="default" size="sm" disabled={mayNot} loading={running} onClick={run}>
          {effect ? words.again : words.run}
        </Button>
        {mayNot && <Text size="sm">{words.mistakesFirst}</Text>}
      </Group>
      <div role="status">
        {running && (
          <Group gap="xs" wrap="nowrap">
            <Loader size="xs" aria-hidden />
            <Text size="sm">{words.running}</Text>
          </Group>
        )}
        {effect && !running && <Summary effect={effect} />}
      </div>
      <Refused error={error} retry={run} />
      {effect && !running && <Details effect={effect} />}
    </section>
  );
}

function Refused({ error, retry }: { error: unknown; retry: () => void }) {
  const mistakes = error instanceof Refusal && error.error.code === "content_mistakes" ? error.error.mistakes : [];
  return (
    <>
      <ErrorNote error={error} retry={retry} />
      {mistakes.length > 0 && <MistakeList mistakes={mistakes} />}
    </>
  );
}

function Summary({ effect: { changed, better, same, worse, unlabelled, tried } }: { effect: EffectView }) {
  const { effect: words } = useWords(reviewWords);
  return (
    <>
      <Text fw={600}>
        {changed === 0 ? words.nothing : words.changed(changed)}
        {better + same + worse > 0 && ` ${words.labelled(better, same, worse)}`}
        {unlabelled > 0 && ` ${words.unlabelled(unlabelled)}`}
      </Text>
      <Text size="sm" c="dimmed">
        {words.tried(tried.labelled, tried.regression, tried.real, tried.samples)}
      </Text>
    </>
  );
}

function Details({ effect }: { effect: EffectView }) {
  const { effect: words } = useWords(reviewWords);
  return (
    <>
      <Figures {...effect.figures} />
      {effect.samples.length > 0 && (
        <section aria-label={words.samples}>
          <Title order={3} size="h6" mt="md">
            {words.samples}
          </Title>
          <ul className={classes.mistakes}>
            {effect.samples.map(({ dialog, about, wrong }) => (
              <li key={`${dialog}:${about}`}>
                {dialog}: {about}
                <span className={classes.quiet}>{wrong}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {effect.rows.length > 0 && <EffectRows effect={effect} />}
    </>
  );
}

function Figures({ before, after }: { before: EffectFigures; after: EffectFigures }) {
  const { effect: words } = useWords(reviewWords);
  const { language } = useLanguage();
  const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const lines = (["answered", "wrong", "threshold"] as const).map((name) => ({
    name,
    was: before[name],
    is: after[name],
  }));
  return (
    <table className={classes.figures}>
      <caption>{words.figures}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, was, is }) => (
          <tr key={name}>
            <th scope="row">{words[name]}</th>
            <td>{share.format(was)}</td>
            <td>{share.format(is)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
