import { Bot, CornerUpLeft, Star, UserRound, Users } from "lucide-react";
import { Link } from "react-router";
import type { InboxView, QueueItem } from "../../../staff/wire";
import { channelIcon, useChannelName } from "../kit/channels";
import { useWords } from "../kit/language";
import { saidIn, saidWords } from "../kit/saidIn";
import { useSession } from "../kit/session";
import { useTime } from "../kit/time";
import classes from "./Item.module.css";
import { Since } from "./Since";
import { inboxWords } from "./texts";

type Given = { item: QueueItem; now: number; isOpen: boolean; among: InboxView };

/** One conversation in a list: what about, how long, why, and what was said last. */
export function Item({ item, now, isOpen, among }: Given) {
  const words = useWords(inboxWords);
  const channelName = useChannelName();
  const Channel = channelIcon(item.channel);
  return (
    <li className={classes.item} data-open={isOpen} data-owes={item.awaitsReply}>
      <Link
        to={`/inbox/${encodeURIComponent(item.id)}`}
        data-id={item.id}
        className={classes.link ?? ""}
        aria-current={isOpen ? "page" : undefined}
      >
        <span className={classes.first}>
          <Channel size={14} aria-label={channelName(item.channel)} role="img" className={classes.quiet} />
          <span className={classes.topic}>{item.topic ?? words.noTopic}</span>
          <Since item={item} now={now} />
        </span>
        <LastLine item={item} />
        <Marks item={item} among={among} />
      </Link>
    </li>
  );
}

function LastLine({ item }: { item: QueueItem }) {
  const words = useWords(inboxWords);
  const said = useWords(saidWords);
  const { lastLine } = item;
  if (!lastLine) return <span className={classes.line}>{item.summary ?? words.nothingSaid}</span>;
  const author = lastLine.author === "resident" ? "" : `${words.authors[lastLine.author]}: `;
  return (
    <span className={classes.line}>
      {author}
      <span {...(!lastLine.form && { lang: item.language })}>{saidIn(lastLine, said)}</span>
    </span>
  );
}

function Marks({ item, among }: Pick<Given, "item" | "among">) {
  const words = useWords(inboxWords);
  const { account } = useSession();
  const { moment } = useTime();
  const { position, reason, holder, closed, snoozedUntil, score, offered, team, tags, language, speaker } = item;
  const isMine = holder?.id === account.id;
  return (
    <span className={classes.marks}>
      {item.awaitsReply && (
        <span className={classes.owes}>
          <CornerUpLeft size={12} aria-hidden /> {words.owes}
        </span>
      )}
      {position !== undefined && <span title={words.position(position)}>{words.place(position)}</span>}
      {language !== "pl" && <span className={classes.language}>{words.languages[language]}</span>}
      {offered && <span>{offered.to.id === account.id ? words.offeredToMe : words.offeredTo(offered.to.name)}</span>}
      {team && (
        <span>
          <Users size={12} aria-hidden /> {team.name}
        </span>
      )}
      {reason && !closed && speaker === "waiting" && <span>{words.reasons[reason]}</span>}
      {holder && !isMine && (
        <span>
          <UserRound size={12} aria-hidden /> {holder.present ? holder.name : words.absent(holder.name)}
        </span>
      )}
      {isMine && among !== "mine" && (
        <span>
          <UserRound size={12} aria-hidden /> {words.me}
        </span>
      )}
      {speaker === "bot" && !closed && (
        <span>
          <Bot size={12} aria-hidden /> {words.withBot}
        </span>
      )}
      {snoozedUntil && <span>{words.snoozedUntil(moment(snoozedUntil))}</span>}
      {closed && <span>{words.closeReasons[closed.reason]}</span>}
      {score !== undefined && (
        <span aria-label={words.score(score)} role="img">
          <Star size={12} aria-hidden /> {score}
        </span>
      )}
      {tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
    </span>
  );
}
