import { Button, Input, Stack, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { useWords } from "../kit/language";
import { Choice } from "./Choice";
import classes from "./Office.module.css";
import { officeWords } from "./texts";

/** As it is being written: the same name may stand there twice for a while. */
export type Pair = { id: number; name: string; value: string };
type Options = { value: string; label: string }[];

let made = 0;
const newPair = (name = "", value = ""): Pair => ({ id: ++made, name, value });
export const pairsOf = (record: Record<string, string>): Pair[] =>
  Object.entries(record).map(([name, value]) => newPair(name, value));
export const recordOf = (pairs: Pair[]): Record<string, string> =>
  Object.fromEntries(
    pairs.map(({ name, value }) => [name.trim(), value.trim()] as const).filter(([name, value]) => name && value),
  );

type Given = {
  label: string;
  hint: string;
  words: { name: string; value: string; add: string; remove: (name: string) => string };
  pairs: Pair[];
  onChange: (pairs: Pair[]) => void;
  /** What may be chosen; without it names are typed. */
  names?: Options | undefined;
  valuesOf?: (name: string) => Options | undefined;
};

/** A table of names and values. */
export function Pairs({ label, hint, words, pairs, onChange, names, valuesOf }: Given) {
  const office = useWords(officeWords);
  const change = (id: number, part: Partial<Pair>) =>
    onChange(pairs.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <Input.Wrapper label={label} description={hint} labelElement="div">
      <Stack gap="xs" mt={6}>
        {pairs.map(({ id, name, value }) => (
          <div key={id} className={classes.pair}>
            <OneOf
              label={words.name}
              options={names}
              value={name}
              onChange={(chosen) => change(id, { name: chosen, ...(valuesOf?.(chosen) && { value: "" }) })}
            />
            <OneOf
              label={words.value}
              options={valuesOf?.(name)}
              value={value}
              onChange={(chosen) => change(id, { value: chosen })}
            />
            <Button
              size="sm"
              variant="default"
              aria-label={words.remove(name)}
              onClick={() => onChange(pairs.filter((one) => one.id !== id))}
            >
              {office.remove}
            </Button>
          </div>
        ))}
        <Button
          variant="default"
          leftSection={<Plus size={16} aria-hidden />}
          onClick={() => onChange([...pairs, newPair()])}
          style={{ alignSelf: "start" }}
        >
          {words.add}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}

type OneGiven = { label: string; options: Options | undefined; value: string; onChange: (value: string) => void };

function OneOf({ label, options, value, onChange }: OneGiven) {
  if (options) return <Choice label={label} data={options} value={value} onChange={onChange} />;
  return (
    <TextInput
      label={label}
      value={value}
      maxLength={200}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
