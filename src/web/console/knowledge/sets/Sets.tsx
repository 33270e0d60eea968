import { Tabs } from "@mantine/core";
import { useSearchParams } from "react-router";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { useFocusOnHeading } from "../../kit/useFocusOnHeading";
import { Rooms } from "../Rooms";
import { knowledgeWords } from "../texts";
import { Coverage } from "./Coverage";
import { OneSet } from "./OneSet";
import { Risk } from "./Risk";
import { SetList } from "./SetList";
import { setsWords } from "./texts";

const views = ["sets", "coverage", "risk"] as const;

/** What measures the bot: sets of texts, how well topics are covered, and how often it may be wrong. */
export function Sets() {
  const words = useWords(setsWords);
  const { title } = useWords(knowledgeWords);
  const [params, setParams] = useSearchParams();
  const open = views.find((view) => view === params.get("view")) ?? "sets";
  const set = params.get("set");
  useFocusOnHeading(set ?? "sets");
  const show = (view: string | null) => setParams(view === "sets" ? {} : { view: view ?? "" });
  return (
    <Page title={title} intro={words.intro} width="wide">
      <Rooms open="sets">
        <Tabs value={open} onChange={show} keepMounted={false} variant="pills">
          <Tabs.List mb="md" aria-label={words.views}>
            {views.map((view) => (
              <Tabs.Tab key={view} value={view}>
                {words.view[view]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="sets">{set ? <OneSet key={set} set={set} /> : <SetList />}</Tabs.Panel>
          <Tabs.Panel value="coverage">
            <Coverage />
          </Tabs.Panel>
          <Tabs.Panel value="risk">
            <Risk />
          </Tabs.Panel>
        </Tabs>
      </Rooms>
    </Page>
  );
}
