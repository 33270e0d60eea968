import { Alert, Button, Text } from "@mantine/core";
import { Info } from "lucide-react";
import { useState } from "react";
import type { OfficeSettings, UnitWay } from "../../../../staff/wire/office";
import { useWords } from "../../kit/language";
import { Rows } from "../../kit/Rows";
import { MistakeHere } from "../Mistakes";
import type { Mistake, PlaceOf } from "../mistakes";
import classes from "../Office.module.css";
import { SettingFrame } from "../SettingFrame";
import { officeWords } from "../texts";
import { type Choices, useChoices } from "../useChoices";
import { useSetting } from "../useSetting";
import { wayWords } from "./texts";
import { WaysDialog } from "./WaysDialog";

type Units = OfficeSettings["ways"]["units"];

/** How each unit gets its matters. */
export function Ways() {
  const words = useWords(wayWords);
  const choices = useChoices();
  const setting = useSetting("ways");
  const lines = ({ units }: { units: Units }) =>
    Object.entries(units).flatMap(([unit, ways]) =>
      ways.map((way) => `${choices.unit(unit)}: ${words.kinds[way.kind]} ${[...sayWay(way), codesOf(way)].join(" ")}`),
    );
  const placeOf = useWayPlaces(choices);
  return (
    <SettingFrame {...{ setting, choices, lines, placeOf }}>
      {({ units }, mistakes) => (
        <Units {...{ units, mistakes, choices }} onChange={(changed) => setting.change({ units: changed })} />
      )}
    </SettingFrame>
  );
}

/** Where a refused path of the ways leads. */
function useWayPlaces(choices: Choices): PlaceOf<{ units: Units }> {
  const words = useWords(wayWords);
  const { to, url, secret, endpoint, apiKey, jurisdiction, codes } = words;
  const fields: Record<string, string> = { to, url, secret, endpoint, apiKey, jurisdiction, codes };
  return ([, unit = "", at = "", field = ""], { sent, now }) => {
    const way = sent.units[unit]?.[Number(at || Number.NaN)];
    const which = way && words.way(words.kinds[way.kind], Number(at) + 1);
    return {
      key: unit,
      name: choices.unit(unit),
      field: which === undefined ? "" : [which, fields[field]].filter(Boolean).join(", "),
      sent: sent.units[unit],
      now: now.units[unit],
    };
  };
}

type Given = { units: Units; mistakes: Mistake[]; choices: Choices; onChange: (units: Units) => void };

function Units({ units, mistakes, choices, onChange }: Given) {
  const words = useWords(wayWords);
  const office = useWords(officeWords);
  const [edited, setEdited] = useState<string>();
  // Those that are no more can be seen here only, and have to go.
  const gone = Object.keys(units).filter((unit) => !choices.units.some(({ value }) => value === unit));
  const all = [...choices.units, ...gone.map((unit) => ({ value: unit, label: unit }))];
  const apply = (unit: string, ways: UnitWay[]) => {
    const { [unit]: _, ...others } = units;
    onChange(ways.length > 0 ? { ...units, [unit]: ways } : others);
    setEdited(undefined);
  };
  return (
    <div>
      <Text size="sm" mb="sm">
        {words.intro}
      </Text>
      <Alert color="blue" variant="light" mb="sm" icon={<Info size={18} aria-hidden />}>
        <Text size="sm" c="var(--mantine-color-text)">
          {words.real}
        </Text>
      </Alert>
      <Rows label={words.units} items={all} empty="" keyOf={({ value }) => value}>
        {({ value, label }) => (
          <div className={classes.entry}>
            <div>
              <Text size="sm" fw={600}>
                {label}
              </Text>
              <Summary ways={units[value] ?? []} />
              <MistakeHere mistakes={mistakes} of={value} />
            </div>
            <Button variant="default" aria-label={words.edit(label)} onClick={() => setEdited(value)}>
              {office.edit}
            </Button>
          </div>
        )}
      </Rows>
      <WaysDialog
        unit={edited}
        ways={edited === undefined ? [] : (units[edited] ?? [])}
        choices={choices}
        onApply={(ways) => edited !== undefined && apply(edited, ways)}
        onClose={() => setEdited(undefined)}
      />
    </div>
  );
}

function Summary({ ways }: { ways: UnitWay[] }) {
  const words = useWords(wayWords);
  if (ways.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.none}
      </Text>
    );
  return ways.map((way) => (
    <Text size="sm" key={JSON.stringify(way)}>
      {words.kinds[way.kind]}: {sayWay(way).join(" · ")}
    </Text>
  ));
}

/** Where it goes; never a secret, only that there is one. */
function sayWay(way: UnitWay): string[] {
  switch (way.kind) {
    case "email":
      return [way.to.join(", ")];
    case "webhook":
      return [way.url, "••••"];
    case "open311":
      return [way.endpoint, ...(way.jurisdiction ? [way.jurisdiction] : []), ...(way.apiKey ? ["••••"] : [])];
  }
}

const codesOf = (way: UnitWay): string =>
  way.kind === "open311"
    ? Object.entries(way.codes)
        .map(([ours, theirs]) => `${ours}=${theirs}`)
        .join(", ")
    : "";
