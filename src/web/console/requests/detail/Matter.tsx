import { Anchor } from "@mantine/core";
import { MessageCircle } from "lucide-react";
import { lazy, Suspense } from "react";
import { Link } from "react-router";
import type { RequestView } from "../../../../staff/wire";
import { Contact } from "../../kit/Contact";
import { languages, useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import { useChoices } from "../useRequests";
import classes from "./detail.module.css";
import { NumberLink } from "./History";
import { Photos } from "./Photos";
import { Facts, Section } from "./Section";
import { detailWords } from "./texts";

/** Brings the library for maps. */
const SmallMap = lazy(async () => ({ default: (await import("../map/SmallMap")).SmallMap }));

/** What it is about, in the resident's words and answers. */
export function Matter({ view }: { view: RequestView }) {
  const words = useWords(detailWords);
  const time = useTime();
  const { contact, answers, attachments, conversationId, language, requestedAt, followers, supporters } = view;
  const sources: Record<string, string> = words.sources;
  const about = [
    words.requested(time.moment(requestedAt)),
    words.source(sources[view.source.split(":")[0] ?? ""] ?? view.source),
    words.language(languages[language]),
    words.followers(followers),
    view.kind === "idea" && words.supporters(supporters),
  ];
  return (
    <Section title={words.matter}>
      <p className={classes.quiet}>{about.filter(Boolean).join(" · ")}</p>
      <blockquote className={classes.description} lang={language}>
        {view.description}
      </blockquote>
      <Place view={view} />
      <Facts
        facts={[
          ...answers.map(({ label, answer }): [string, string] => [label, answer]),
          [words.contact, <Contacts key="contact" {...contact} />],
          [words.splitFrom, view.splitFrom && <NumberLink key="splitFrom" id={view.splitFrom} />],
          [words.photos, attachments.length > 0 && <Photos id={view.id} attachments={attachments} />],
        ]}
      />
      {conversationId && (
        <Anchor
          component={Link}
          to={`/inbox/${encodeURIComponent(conversationId)}`}
          size="sm"
          underline="always"
          className={classes.back ?? ""}
        >
          <MessageCircle size={15} aria-hidden /> {words.conversation}
        </Anchor>
      )}
    </Section>
  );
}

function Contacts({ phone, email }: RequestView["contact"]) {
  const words = useWords(detailWords);
  if (!phone && !email) return <>{words.noContact}</>;
  return (
    <>
      {phone && <Contact text={phone} />}
      {phone && email && ", "}
      {email && <Contact text={email} />}
    </>
  );
}

function Place({ view: { address, place, district, point } }: { view: RequestView }) {
  const words = useWords(detailWords);
  const tiles = useChoices().data?.tiles;
  const shown = [address ?? place, district && words.district(district)].filter(Boolean).join(", ");
  return (
    <>
      <Facts
        facts={[
          [
            words.place,
            shown && (
              <>
                {point ? (
                  <Anchor
                    component={Link}
                    to={`/requests?view=map&at=${point.lat.toFixed(5)},${point.long.toFixed(5)},17`}
                    inherit
                    underline="always"
                  >
                    {shown}
                  </Anchor>
                ) : (
                  shown
                )}
                {address && place && address !== place && <div className={classes.quiet}>{words.said(place)}</div>}
              </>
            ),
          ],
        ]}
      />
      {point && tiles && (
        <Suspense fallback={<div className={classes.smallMap} />}>
          <SmallMap point={point} tiles={tiles} label={words.map} />
        </Suspense>
      )}
    </>
  );
}
