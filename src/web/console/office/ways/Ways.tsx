import { Alert, Button, Text } from "@mantine/core";
import { Info } from "lucide-react";
import { useState } from "react";
import type { OfficeSettings, UnitWay } from "../../../../staff/wire/office";
import { useWords } from "../../kit/language";
import { Rows } from "../../kit/Rows";
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
  return (
    <SettingFrame setting={setting} choices={choices} lines={lines}>
      {({ units }) => (
        <Units units={units} choices={choices} onChange={(changed) => setting.change({ units: changed })} />
      )}
    </SettingFrame>
  );
}

type Given = { units: Units; choices: Choices; onChange: (units: Units) => void };

function Units({ units, choices, onChange }: Given) {
  const words = useWords(wayWords);
  const office = useWords(officeWords);
  const [edited, setEdited] = useState<string>();
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
      <Rows label={words.units} items={choices.units} empty="" keyOf={({ value }) => value}>
        {({ value, label }) => (
          <div className={classes.entry}>
            <div>
              <Text size="sm" fw={600}>
                {label}
              </Text>
              <Summary ways={units[value] ?? []} />
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
