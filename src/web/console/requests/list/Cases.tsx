import { Anchor, Group, SegmentedControl, Skeleton, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import { withQuery } from "../../kit/api";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { useRight } from "../../kit/session";
import { useFocusOnHeading } from "../../kit/useFocusOnHeading";
import { requestsWords } from "../texts";
import { useFilter } from "../useFilter";
import { useChoices } from "../useRequests";
import { Counts } from "./Counts";
import { Filters } from "./Filters";
import { List } from "./List";

/** Brings the library for maps. */
const RequestMap = lazy(async () => ({ default: (await import("../map/RequestMap")).RequestMap }));

/** All service requests, narrowed and counted, as a list or on a map. */
export function Cases() {
  const words = useWords(requestsWords);
  const { filter, put, only, onMap, at } = useFilter();
  const { data: choices } = useChoices();
  useFocusOnHeading("list");
  return (
    <Page
      title={words.title}
      width="wide"
      actions={
        <>
          <Exports />
          <SegmentedControl
            aria-label={words.view}
            size="xs"
            value={onMap ? "map" : "list"}
            onChange={(view) => put({ view: view === "map" ? "map" : undefined })}
            data={[
              { value: "list", label: words.list },
              { value: "map", label: words.map },
            ]}
          />
        </>
      }
    >
      <Counts filter={filter} only={only} />
      <Filters filter={filter} put={put} only={only} />
      {onMap && choices && (
        <Suspense fallback={<Skeleton height={400} />}>
          <RequestMap filter={filter} tiles={choices.tiles} at={at} onMove={(next) => put({ at: next })} />
        </Suspense>
      )}
      {!onMap && <List filter={filter} />}
    </Page>
  );
}

/** What is listed, as files; whoever oversees the desk may take it along. */
function Exports() {
  const words = useWords(requestsWords);
  const { filter } = useFilter();
  const mayExport = useRight("oversee");
  if (!mayExport) return null;
  return (
    <Group gap={8}>
      <Text size="sm">{words.export}:</Text>
      {["csv", "xlsx"].map((type) => (
        <Anchor
          key={type}
          href={`/console/api/${withQuery(`requests/export.${type}`, filter)}`}
          download
          size="sm"
          underline="always"
        >
          {type.toUpperCase()}
        </Anchor>
      ))}
    </Group>
  );
}
