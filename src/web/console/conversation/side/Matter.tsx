import { Button, Skeleton } from "@mantine/core";
import { FilePlus2, Star } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import type { ServiceRequestView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import { usePlace } from "../place";
import { conversationWords } from "../texts";
import classes from "./side.module.css";
import { sideWords } from "./texts";

/** Loaded when it is first wanted. */
const RequestForm = lazy(async () => ({ default: (await import("../../kit/RequestForm")).RequestForm }));

/** What it is about: the hand-off, the form, the reports, and what was before. */
export function Matter() {
  const words = useWords(sideWords);
  const { reasons } = useWords(conversationWords);
  const { view } = usePlace();
  const { summary, reason, filled, dialog, rating } = view;
  return (
    <>
      {rating && (
        <section className={classes.rating}>
          <h3>{words.rating}</h3>
          <p>
            <Star size={14} aria-hidden /> <strong>{words.outOfFive(rating.score)}</strong>{" "}
            {rating.word && `„${rating.word}”`}
          </p>
        </section>
      )}
      {summary && (
        <section>
          <h3>{words.summary}</h3>
          <p className={classes.summary}>{summary}</p>
          {reason && <p className={classes.quiet}>{words.reason(reasons[reason])}</p>}
        </section>
      )}
      {(dialog || filled.length > 0) && (
        <section>
          <h3>{words.form(dialog ?? "")}</h3>
          {filled.length === 0 && <p className={classes.quiet}>{words.nothingFilled}</p>}
          <dl className={classes.fields}>
            {filled.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Requests />
      <EarlierOnes />
    </>
  );
}

function Requests() {
  const words = useWords(sideWords);
  const { view, mine } = usePlace();
  const [filing, setFiling] = useState(false);
  return (
    <section>
      <h3>{words.requests}</h3>
      {view.serviceRequests.length === 0 && !filing && <p className={classes.quiet}>{words.noRequests}</p>}
      <ul className={classes.cards}>
        {view.serviceRequests.map((request) => (
          <Request key={request.service_request_id} request={request} />
        ))}
      </ul>
      {mine && (
        <Button
          variant="default"
          leftSection={<FilePlus2 size={15} aria-hidden />}
          aria-expanded={filing}
          onClick={() => setFiling(!filing)}
        >
          {filing ? words.hideForm : words.fillIn}
        </Button>
      )}
      {mine && filing && (
        <div className={classes.requestForm}>
          <Suspense fallback={<Skeleton height={120} />}>
            <RequestForm conversationId={view.id} language={view.language} />
          </Suspense>
        </div>
      )}
    </section>
  );
}

function Request({ request }: { request: ServiceRequestView }) {
  const words = useWords(sideWords);
  const time = useTime();
  const { service_request_id, service, status, status_notes, agency_responsible, place, requestedAt } = request;
  return (
    <li className={classes.card}>
      <div className={classes.cardHead}>
        <Link to={`/requests/${encodeURIComponent(service_request_id)}`}>
          <strong>{service_request_id}</strong>
        </Link>
        <span className={classes.score}>{status === "open" ? words.open : words.closed}</span>
      </div>
      <p>{service}</p>
      <p className={classes.quiet}>
        {[place, agency_responsible, time.moment(requestedAt)].filter(Boolean).join(" · ")}
        {status_notes && <br />}
        {status_notes}
      </p>
    </li>
  );
}

function EarlierOnes() {
  const words = useWords(sideWords);
  const { untitled } = useWords(conversationWords);
  const time = useTime();
  const { earlier } = usePlace().view;
  return (
    <section>
      <h3>{words.earlier}</h3>
      {earlier.length === 0 && <p className={classes.quiet}>{words.noEarlier}</p>}
      <ul className={classes.hits}>
        {earlier.map(({ id, startedAt, topic, lastLine }) => (
          <li key={id}>
            <Link to={`/inbox/${encodeURIComponent(id)}`}>
              <strong>{topic ?? untitled}</strong>
              <span>
                {time.moment(startedAt)} {lastLine && `· ${lastLine}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
