import { Anchor, Button, Text } from "@mantine/core";
import { Link, useSearchParams } from "react-router";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { Rows } from "../../kit/Rows";
import { useFocusOnHeading } from "../../kit/useFocusOnHeading";
import { Rooms } from "../Rooms";
import { knowledgeWords } from "../texts";
import { JustPublished } from "./JustPublished";
import { Release } from "./Release";
import { historyWords } from "./texts";
import { useReleases } from "./useReleases";

/** What was released when, by whom and why; of everything, or of the document the address names. */
export function History() {
  const words = useWords(historyWords);
  const { title } = useWords(knowledgeWords);
  const [params] = useSearchParams();
  const path = params.get("path") ?? "";
  useFocusOnHeading(`history ${path}`);
  return (
    <Page title={title} intro={words.intro} width="wide">
      <Rooms open="history">
        <JustPublished />
        {path !== "" && (
          <Text size="sm" mb="sm">
            {words.onlyOf(path)}{" "}
            <Anchor component={Link} to="/knowledge/_history" inherit underline="always">
              {words.all}
            </Anchor>
          </Text>
        )}
        <List key={path} path={path} />
      </Rooms>
    </Page>
  );
}

function List({ path }: { path: string }) {
  const words = useWords(historyWords);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReleases(path);
  return (
    <>
      <Rows
        label={words.label}
        items={data?.pages.flatMap(({ items }) => items)}
        error={error}
        retry={() => void refetch()}
        empty={path === "" ? words.none : words.noneOf}
        keyOf={({ number }) => String(number)}
      >
        {(release) => <Release release={release} />}
      </Rows>
      {hasNextPage && (
        <Button mt="md" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.older}
        </Button>
      )}
    </>
  );
}
