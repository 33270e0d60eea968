import { Button, NumberInput, Select, Text, Title } from "@mantine/core";
import type { OfficeSettings, Timing } from "../../../../staff/wire/office";
import { useWords } from "../../kit/language";
import classes from "../Office.module.css";
import { officeWords } from "../texts";
import type { Choices } from "../useChoices";
import { timingWords } from "./texts";
import { timingFields } from "./timingFields";

type Own = OfficeSettings["timings"]["services"];
type Given = { own: Own; usual: Timing; choices: Choices; onChange: (own: Own) => void };

/** Kinds whose times differ from the usual ones. */
export function OwnTimes({ own, usual, choices, onChange }: Given) {
  const words = useWords(timingWords);
  const office = useWords(officeWords);
  const change = (code: string, field: keyof Timing, value: string | number) => {
    const { [field]: _, ...others } = own[code] ?? {};
    onChange({ ...own, [code]: typeof value === "number" ? { ...others, [field]: value } : others });
  };
  const remove = (code: string) => {
    const { [code]: _, ...others } = own;
    onChange(others);
  };
  const codes = Object.keys(own);
  return (
    <section aria-labelledby="own-times">
      <Title order={2} size="h5" mt="lg" mb="xs" id="own-times">
        {words.own}
      </Title>
      {codes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noOwn}
        </Text>
      ) : (
        <div style={{ overflowX: "auto" }}>
          <table className={classes.times}>
            <thead>
              <tr>
                <th scope="col">{office.service}</th>
                {timingFields.map(({ name }) => (
                  <th key={name} scope="col">
                    {words.fields[name]}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {codes.map((code) => (
                <tr key={code}>
                  <th scope="row">{choices.service(code)}</th>
                  {timingFields.map(({ name, most }) => (
                    <td key={name}>
                      <NumberInput
                        aria-label={words.of(choices.service(code), words.fields[name])}
                        placeholder={String(usual[name])}
                        value={own[code]?.[name] ?? ""}
                        onChange={(value) => change(code, name, value)}
                        min={1}
                        max={most}
                        allowDecimal={false}
                        clampBehavior="strict"
                        hideControls
                        w={90}
                      />
                    </td>
                  ))}
                  <td>
                    <Button
                      variant="subtle"
                      color="red"
                      aria-label={words.remove(choices.service(code))}
                      onClick={() => remove(code)}
                    >
                      {office.remove}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Select
        mt="sm"
        maw={320}
        label={words.add}
        data={choices.services.filter(({ value }) => !codes.includes(value))}
        value={null}
        onChange={(code) => code && onChange({ ...own, [code]: {} })}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage={office.nothingFound}
      />
    </section>
  );
}
