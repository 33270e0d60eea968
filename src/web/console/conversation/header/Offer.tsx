import { Button, Group } from "@mantine/core";
import { BellRing } from "lucide-react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useSession } from "../../kit/session";
import { useNow } from "../../kit/time";
import { usePlace } from "../place";
import { useAct } from "../useConversation";
import classes from "./header.module.css";
import { headerWords } from "./texts";

/** The queue offers this conversation to the person at this page, for a while; or to somebody else. */
export function Offer() {
  const words = useWords(headerWords);
  const { account } = useSession();
  const { view, mayWork } = usePlace();
  const accept = useAct(view.id, "accept");
  const decline = useAct(view.id, "decline");
  const { offered } = view;
  const error = accept.error ?? decline.error;
  if (!offered || !mayWork) return error ? <ErrorNote error={error} /> : null;
  if (offered.to.id !== account.id) return <p className={classes.offer}>{words.offeredTo(offered.to.name)}</p>;
  return (
    <div className={`${classes.offer} ${classes.forMe}`}>
      <p>
        <BellRing size={15} aria-hidden /> {words.offeredToMe} <Left until={offered.until} />
      </p>
      <Group gap={6}>
        <Button loading={accept.isPending} onClick={() => accept.mutate({})}>
          {words.accept}
        </Button>
        <Button variant="default" loading={decline.isPending} onClick={() => decline.mutate({})}>
          {words.decline}
        </Button>
      </Group>
      <ErrorNote error={error} />
    </div>
  );
}

function Left({ until }: { until: string }) {
  const words = useWords(headerWords);
  const now = useNow(1_000);
  return (
    <span className={classes.seconds}>
      {words.secondsLeft(Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000)))}
    </span>
  );
}
