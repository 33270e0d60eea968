import { Anchor, Skeleton, Stack } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Link, useLocation, useParams } from "react-router";
import type { RequestView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { isRecord } from "../../kit/reading";
import { useRight } from "../../kit/session";
import { useFocusOnHeading } from "../../kit/useFocusOnHeading";
import { StateMark } from "../StateMark";
import { useRequest } from "../useRequests";
import { ActForm, type OpenedAct } from "./ActForm";
import { Acts } from "./Acts";
import { Care } from "./Care";
import { Deliveries } from "./Deliveries";
import classes from "./detail.module.css";
import { History } from "./History";
import { Matter } from "./Matter";
import { Moderation } from "./Moderation";
import { Nearby } from "./Nearby";
import { Notes } from "./Notes";
import { Responsible } from "./Responsible";
import { SplitForm } from "./SplitForm";
import { detailWords } from "./texts";

/** One service request: where it stands, what can be done now, and all that happened. */
export function Detail() {
  const words = useWords(detailWords);
  const { id = "" } = useParams();
  const { data: view, error, refetch } = useRequest(id);
  const isIdea = view?.kind === "idea";
  useFocusOnHeading(id);
  return (
    <Page
      title={words.title(id)}
      width="wide"
      {...(view && { intro: isIdea ? `${view.service.label} · ${words.idea}` : view.service.label })}
      actions={<Back />}
    >
      <ErrorNote error={error} retry={() => void refetch()} />
      {view ? <Whole key={view.id} view={view} /> : !error && <Skeleton height={320} />}
    </Page>
  );
}

/** To the list as it was left, with its filter. */
function Back() {
  const words = useWords(detailWords);
  const { state } = useLocation();
  const search = isRecord(state) && typeof state.search === "string" ? state.search : "";
  return (
    <Anchor component={Link} to={`/requests${search}`} size="sm" className={classes.back ?? ""}>
      <ArrowLeft size={15} aria-hidden /> {words.back}
    </Anchor>
  );
}

function Whole({ view }: { view: RequestView }) {
  const [opened, setOpened] = useState<OpenedAct>();
  const [isSplitting, setSplitting] = useState(false);
  const mayWork = useRight("work_desk");
  const mayModerate = useRight("oversee");
  return (
    <>
      <div className={classes.top}>
        <StateMark state={view.state} />
        {mayWork && <Acts view={view} onOpen={setOpened} onSplit={() => setSplitting(true)} />}
      </div>
      <div className={classes.columns}>
        <Stack gap="lg">
          <Matter view={view} />
          <History view={view} />
          {mayModerate && <Moderation view={view} />}
        </Stack>
        <Stack gap="lg">
          <Care view={view} />
          <Responsible view={view} />
          <Deliveries view={view} />
          <Nearby
            view={view}
            {...(mayWork && { onMerge: (into) => setOpened({ kind: "merge", forUnit: false, into }) })}
          />
          <Notes view={view} />
        </Stack>
      </div>
      {opened && <ActForm view={view} opened={opened} onClose={() => setOpened(undefined)} />}
      {isSplitting && <SplitForm view={view} onClose={() => setSplitting(false)} />}
    </>
  );
}
