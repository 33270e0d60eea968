import { Radio, TextInput } from "@mantine/core";
import { CircleDot, CircleOff, Users } from "lucide-react";
import { useState } from "react";
import type { ColleaguesView, ColleagueView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { folded } from "../../kit/folded";
import { useWords } from "../../kit/language";
import classes from "./dialogs.module.css";
import { dialogWords } from "./texts";
import { useColleagues } from "./useColleagues";

type Given = {
  label: string;
  /** `account:<id>` or `team:<id>`. */
  value: string;
  onChange: (value: string) => void;
  withTeams: boolean;
  /** Whom it would make no sense to choose. */
  without: string | undefined;
};

const SEARCH_FROM = 8;

/** Whom to choose from: who is there and how much they hold first. */
export function People({ label, value, onChange, withTeams, without }: Given) {
  const words = useWords(dialogWords);
  const colleagues = useColleagues();
  const [q, setQ] = useState("");
  const { people, teams } = narrowed(colleagues.data, { q, without, withTeams });
  const many = (colleagues.data?.people.length ?? 0) >= SEARCH_FROM;
  return (
    <>
      {many && (
        <TextInput
          label={words.findPerson}
          value={q}
          data-autofocus
          onChange={({ currentTarget }) => setQ(currentTarget.value)}
        />
      )}
      <Radio.Group label={label} value={value} onChange={onChange}>
        <div className={classes.people}>
          {teams.map(({ id, name, present }) => (
            <Radio
              key={id}
              value={`team:${id}`}
              label={
                <span className={classes.person}>
                  <Users size={14} aria-hidden /> {name} <span>{words.teamPresent(present)}</span>
                </span>
              }
            />
          ))}
          {people.map((person) => (
            <Radio key={person.id} value={`account:${person.id}`} label={<Person person={person} />} />
          ))}
          {colleagues.isSuccess && people.length + teams.length === 0 && (
            <p className={classes.intro}>{words.nobodyElse}</p>
          )}
        </div>
      </Radio.Group>
      <ErrorNote error={colleagues.error} />
    </>
  );
}

function Person({ person: { name, available, present, holds, capacity, languages } }: { person: ColleagueView }) {
  const words = useWords(dialogWords);
  const there = available && present;
  return (
    <span className={classes.person}>
      {there ? <CircleDot size={14} aria-hidden className={classes.there} /> : <CircleOff size={14} aria-hidden />}{" "}
      {name}
      <span>
        {there ? words.load(holds, capacity) : words.notThere} · {languages.join(", ")}
      </span>
    </span>
  );
}

const isThere = ({ available, present }: ColleagueView) => available && present;
const room = ({ holds, capacity }: ColleagueView) => holds / Math.max(1, capacity);

function narrowed(
  all: ColleaguesView | undefined,
  { q, without, withTeams }: { q: string; without: string | undefined; withTeams: boolean },
) {
  const fits = ({ name }: { name: string }) => folded(name).includes(folded(q.trim()));
  const people = (all?.people ?? []).filter((person) => person.id !== without && fits(person));
  const ordered = people.toSorted(
    (a, b) => Number(isThere(b)) - Number(isThere(a)) || room(a) - room(b) || a.name.localeCompare(b.name),
  );
  return { people: ordered, teams: withTeams ? (all?.teams ?? []).filter(fits) : [] };
}
