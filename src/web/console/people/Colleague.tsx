import { Anchor, Progress, Text } from "@mantine/core";
import { CircleCheck, CirclePause, CircleSlash, MessageCircleWarning } from "lucide-react";
import { Link } from "react-router";
import type { PeopleView } from "../../../staff/wire";
import { languages, useWords } from "../kit/language";
import { roleWords } from "../kit/roles";
import { useNow, useTime } from "../kit/time";
import { Assign } from "./Assign";
import classes from "./People.module.css";
import { peopleWords } from "./texts";

export type Person = PeopleView["people"][number];
type Held = Person["conversations"][number];

const icons = { available: CircleCheck, paused: CirclePause, away: CircleSlash };

/** One person at the desk: state, load, and what they hold. */
export function Colleague({ person, others }: { person: Person; others: Person[] }) {
  const words = useWords(peopleWords);
  const roles: Record<string, string> = useWords(roleWords);
  const { present, available, conversations, capacity } = person;
  const state = !present ? "away" : available ? "available" : "paused";
  const Icon = icons[state];
  const known = [
    roles[person.role] ?? person.role,
    person.languages.map((language) => languages[language]).join(", "),
    ...person.teams,
  ];
  return (
    <div className={classes.person}>
      <div>
        <h3 className={classes.name}>{person.name}</h3>
        <div className={classes.state} data-state={state}>
          <Icon size={16} aria-hidden />
          {words.state[state]}
        </div>
        <Text size="xs" c="dimmed">
          {known.join(" · ")}
        </Text>
      </div>
      <div>
        <Text size="sm">{words.load(conversations.length, capacity)}</Text>
        <Progress
          value={capacity === 0 ? 0 : Math.min(100, (conversations.length / capacity) * 100)}
          color={conversations.length >= capacity ? "orange" : "blue"}
          aria-label={words.load(conversations.length, capacity)}
          size="sm"
        />
        <Text size="xs" c="dimmed" mt={4}>
          {[person.offered > 0 && words.offered(person.offered), words.closed(person.closedToday)]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
      <ul className={classes.held}>
        {conversations.map((held) => (
          <HeldLine key={held.id} held={held} others={others} />
        ))}
      </ul>
    </div>
  );
}

function HeldLine({ held, others }: { held: Held; others: Person[] }) {
  const words = useWords(peopleWords);
  const time = useTime();
  const now = useNow(10_000);
  const topic = held.topic ?? words.noTopic;
  return (
    <li>
      <div>
        <Anchor component={Link} to={`/inbox/${encodeURIComponent(held.id)}`} size="sm" underline="hover">
          {topic}
        </Anchor>
        <Text size="xs" c="dimmed" component="div">
          {now - Date.parse(held.since) < 60_000 ? words.sinceMoment : words.since(time.duration(held.since, now))}
          {held.awaitsReply && (
            <span className={classes.awaits}>
              <MessageCircleWarning size={14} aria-hidden /> {words.awaits}
            </span>
          )}
        </Text>
      </div>
      <Assign conversationId={held.id} topic={topic} others={others} />
    </li>
  );
}
