import { Alert, Anchor, Badge, Checkbox, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Info } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { ArticleView } from "../../../staff/wire";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { Prose } from "../kit/Prose";
import { isSame, type Told } from "./call";
import classes from "./Phone.module.css";
import { phoneWords } from "./texts";
import type { CallDesk } from "./useCall";
import { useArticle } from "./useKnowledge";

/** The open article: each of its parts can be ticked as told. */
export function Article({ desk }: { desk: CallDesk }) {
  const { call } = desk;
  const words = useWords(phoneWords);
  const { data: article, error, refetch } = useArticle(call.open?.id, call.language);
  return (
    <section className={classes.article} aria-label={words.article}>
      {!call.open && (
        <Text size="sm" c="dimmed">
          {words.noArticle}
        </Text>
      )}
      <ErrorNote error={error} retry={() => void refetch()} />
      {call.open && !article && !error && <Skeleton height={240} />}
      {call.open && article && <Opened key={article.id} article={article} desk={desk} />}
    </section>
  );
}

function Opened({ article, desk }: { article: ArticleView; desk: CallDesk }) {
  const words = useWords(phoneWords);
  const { id, title } = article;
  return (
    <Stack gap="xs" onKeyDown={moveBetweenTicks}>
      <Group gap="xs" justify="space-between" wrap="nowrap" align="start">
        <Title order={2} size="h4">
          {title}
        </Title>
        {article.confidence === "low" && <Info size={18} aria-hidden />}
      </Group>
      {article.confidence === "low" && (
        <Alert color="orange" p="xs">
          {words.low}
        </Alert>
      )}
      {article.language !== desk.call.language && (
        <Text size="sm" c="dimmed">
          {words.inPolish}
        </Text>
      )}
      <Part
        {...{ desk, heading: words.shortAnswer, text: article.answer, lang: article.language }}
        told={{ article: id, title }}
        isFirst
      />
      {article.sections.map(({ name, heading, text }) => (
        <Part
          key={name}
          {...{ desk, heading, text, lang: article.language }}
          told={{ article: id, title, section: name, heading }}
        />
      ))}
      <Foot article={article} desk={desk} />
    </Stack>
  );
}

type PartGiven = { desk: CallDesk; told: Told; heading: string; text: string; lang: string; isFirst?: boolean };

function Part({ desk, told, heading, text, lang, isFirst }: PartGiven) {
  const words = useWords(phoneWords);
  const isTold = desk.call.told.some((one) => isSame(one, told));
  return (
    <div className={classes.part} data-told={isTold || undefined}>
      <Checkbox
        label={heading}
        aria-label={words.markTold(heading)}
        checked={isTold}
        onChange={(event) => desk.tell(told, event.currentTarget.checked)}
        data-tick
        size="sm"
        classNames={{ label: classes.partHeading }}
        {...(isFirst && { "data-first-tick": true })}
      />
      <div className={classes.partText} lang={lang}>
        <Prose text={text} />
      </div>
    </div>
  );
}

function Foot({ article, desk }: { article: ArticleView; desk: CallDesk }) {
  const words = useWords(phoneWords);
  return (
    <footer className={classes.foot}>
      <div>
        {words.unit}: {article.unit} · {words.checked(article.checkedOn)}
      </div>
      {article.sources.map((source) => (
        <div key={source}>
          {words.source}:{" "}
          <Anchor href={source} target="_blank" rel="noopener noreferrer" inherit underline="always">
            {hostOf(source)}
          </Anchor>
        </div>
      ))}
      {article.related.length > 0 && (
        <Group gap={6} mt={4}>
          <span>{words.related}:</span>
          {article.related.map(({ id, title }) => (
            <Badge
              key={id}
              component="button"
              type="button"
              variant="default"
              tt="none"
              size="lg"
              className={classes.related}
              onClick={() => desk.change({ open: { id, title } })}
            >
              {title}
            </Badge>
          ))}
        </Group>
      )}
    </footer>
  );
}

const hostOf = (address: string) =>
  URL.canParse(address) ? new URL(address).host + new URL(address).pathname : address;

/** Among the ticks arrows move and `x` ticks, as in a mail program's list. */
function moveBetweenTicks(event: KeyboardEvent<HTMLElement>): void {
  const { target, key, currentTarget } = event;
  if (!(target instanceof HTMLInputElement) || event.ctrlKey || event.altKey || event.metaKey) return;
  const ticks = [...currentTarget.querySelectorAll<HTMLInputElement>("input[data-tick]")];
  const next = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (next !== undefined) ticks[ticks.indexOf(target) + next]?.focus();
  else if (key === "x") target.click();
  else return;
  event.preventDefault();
}
