import { NumberInput, Text, Title } from "@mantine/core";
import type { OfficeSettings, Timing } from "../../../../staff/wire/office";
import { useWords } from "../../kit/language";
import type { PlaceOf } from "../mistakes";
import classes from "../Office.module.css";
import { SettingFrame } from "../SettingFrame";
import { useChoices } from "../useChoices";
import { useSetting } from "../useSetting";
import { OwnTimes } from "./OwnTimes";
import { timingWords } from "./texts";
import { timingFields } from "./timingFields";

type Timings = OfficeSettings["timings"];

/** After how many days something becomes due, may no longer be reopened, and is asked about. */
export function Timings() {
  const words = useWords(timingWords);
  const choices = useChoices();
  const setting = useSetting("timings");
  const say = (name: string, timing: { [Field in keyof Timing]?: Timing[Field] | undefined }) =>
    timingFields
      .filter(({ name: field }) => timing[field] !== undefined)
      .map(({ name: field }) => `${name}: ${words.fields[field]}: ${timing[field]}`);
  const lines = ({ usual, services }: Timings) => [
    ...say(words.usual, usual),
    ...Object.entries(services).flatMap(([code, own]) => say(choices.service(code), own)),
  ];
  const placeOf: PlaceOf<Timings> = ([part, of = "", field = ""], { sent, now }) => {
    const named = (name: string) => timingFields.find((one) => one.name === name)?.name;
    const shown = named(part === "usual" ? of : field);
    const place = { field: shown === undefined ? "" : words.fields[shown] };
    if (part === "usual") return { ...place, key: "", name: words.usual, sent: sent.usual, now: now.usual };
    if (part !== "services") return undefined;
    return { ...place, key: of, name: choices.service(of), sent: sent.services[of], now: now.services[of] };
  };
  return (
    <SettingFrame {...{ setting, choices, lines, placeOf }}>
      {({ usual, services }) => (
        <div>
          <Text size="sm" mb="sm">
            {words.intro}
          </Text>
          <Usual usual={usual} onChange={(next) => setting.change({ usual: next, services })} />
          <OwnTimes
            own={services}
            usual={usual}
            choices={choices}
            onChange={(next) => setting.change({ usual, services: next })}
          />
        </div>
      )}
    </SettingFrame>
  );
}

function Usual({ usual, onChange }: { usual: Timing; onChange: (usual: Timing) => void }) {
  const words = useWords(timingWords);
  return (
    <section aria-labelledby="usual-times">
      <Title order={2} size="h5" mb="xs" id="usual-times">
        {words.usual}
      </Title>
      <div className={classes.columns} style={{ alignItems: "end" }}>
        {timingFields.map(({ name, most }) => (
          <NumberInput
            key={name}
            label={words.fields[name]}
            description={words.hints[name]}
            value={usual[name]}
            onChange={(value) => typeof value === "number" && onChange({ ...usual, [name]: value })}
            min={1}
            max={most}
            allowDecimal={false}
            clampBehavior="strict"
            hideControls
          />
        ))}
      </div>
    </section>
  );
}
