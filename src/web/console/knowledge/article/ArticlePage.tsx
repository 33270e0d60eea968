import { Anchor, Skeleton, Tabs } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { Link, useLocation, useParams, useSearchParams } from "react-router";
import type { StudioArticle } from "../../../../staff/wire";
import { Refusal } from "../../kit/api";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { isRecord } from "../../kit/reading";
import { useFocusOnHeading } from "../../kit/useFocusOnHeading";
import { EditButton } from "../editor/EditButton";
import { JustPublished } from "../history/JustPublished";
import { knowledgeWords } from "../texts";
import { DoubtMark } from "../topics/DoubtMark";
import { TopicSwitch } from "../topics/TopicSwitch";
import { studioAddress, useStudioArticle } from "../useStudio";
import classes from "./article.module.css";
import { Facts } from "./Facts";
import { Guidance } from "./Guidance";
import { Preview } from "./Preview";
import { articleWords } from "./texts";
import { Versions } from "./Versions";

/** One article: what it says in each language, how residents read it, and what might be better. */
export function ArticlePage() {
  const { title } = useWords(knowledgeWords);
  const { id = "" } = useParams();
  const { data, error, refetch } = useStudioArticle(id);
  // It may have been taken back: what is kept of it would look as if residents read it.
  const article = error instanceof Refusal && error.status === 404 ? undefined : data;
  useFocusOnHeading(id);
  return (
    <Page title={article?.title ?? title} width="wide" actions={<Actions id={id} />}>
      <JustPublished />
      <ErrorNote error={error} retry={() => void refetch()} />
      {article && <TopicSwitch topic={`article:${article.id}`} />}
      {article?.doubt && (
        <p className={classes.warn}>
          <DoubtMark doubt={article.doubt} />
        </p>
      )}
      {article ? <Whole key={article.id} article={article} /> : !error && <Skeleton height={320} />}
    </Page>
  );
}

function Actions({ id }: { id: string }) {
  return (
    <>
      <Back />
      <HistoryOf id={id} />
      <EditButton article={id} />
    </>
  );
}

function HistoryOf({ id }: { id: string }) {
  const words = useWords(articleWords);
  return (
    <Anchor component={Link} to={`/knowledge/_history?path=knowledge/${encodeURIComponent(id)}.md`} size="sm">
      {words.history}
    </Anchor>
  );
}

/** To the list as it was left, with its filter. */
function Back() {
  const words = useWords(articleWords);
  const { state } = useLocation();
  const search = isRecord(state) && typeof state.search === "string" ? state.search : "";
  return (
    <Anchor component={Link} to={`/knowledge${search}`} size="sm" className={classes.back ?? ""}>
      <ArrowLeft size={15} aria-hidden /> {words.back}
    </Anchor>
  );
}

const views = ["content", "preview", "guidance"] as const;

function Whole({ article }: { article: StudioArticle }) {
  const words = useWords(articleWords);
  const { state } = useLocation();
  const [params, setParams] = useSearchParams();
  const open = views.find((view) => view === params.get("view")) ?? "content";
  const show = (view: string | null) =>
    setParams(view === "content" ? {} : { view: view ?? "" }, { replace: true, state });
  return (
    <Tabs value={open} onChange={show} keepMounted={false}>
      <Tabs.List mb="md" aria-label={words.views}>
        {views.map((view) => (
          <Tabs.Tab key={view} value={view}>
            {words[view]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="content">
        <Facts article={article} />
        <Versions versions={article.versions} />
      </Tabs.Panel>
      <Tabs.Panel value="preview">
        <Preview address={studioAddress(article.id)} parts={article.versions[0]?.parts.map(({ part }) => part) ?? []} />
      </Tabs.Panel>
      <Tabs.Panel value="guidance">
        <Guidance address={studioAddress(article.id)} />
      </Tabs.Panel>
    </Tabs>
  );
}
