import { Button, PasswordInput, Stack, TagsInput, TextInput } from "@mantine/core";
import { useWords } from "../../kit/language";
import classes from "../Office.module.css";
import { Pairs } from "../Pairs";
import { officeWords } from "../texts";
import type { Choices } from "../useChoices";
import { wayWords } from "./texts";
import { isEmail, isKept, mistakeIn, type WayDraft } from "./wayDraft";

type Given = {
  way: WayDraft;
  number: number;
  choices: Choices;
  /** Whether mistakes are shown already. */
  isTried: boolean;
  onChange: (part: Partial<WayDraft>) => void;
  onRemove: () => void;
};

/** One way to a unit. */
export function WayFields(given: Given) {
  const { way, number, onRemove } = given;
  const words = useWords(wayWords);
  const office = useWords(officeWords);
  return (
    <fieldset className={classes.way}>
      <legend>{words.way(words.kinds[way.kind], number)}</legend>
      <Stack gap="sm">
        {way.kind === "email" && <Email {...given} />}
        {way.kind === "webhook" && <Webhook {...given} />}
        {way.kind === "open311" && <Open311 {...given} />}
        <Button
          variant="subtle"
          color="red"
          aria-label={words.remove(number)}
          onClick={onRemove}
          style={{ alignSelf: "start" }}
        >
          {office.remove}
        </Button>
      </Stack>
    </fieldset>
  );
}

function Email({ way, isTried, onChange }: Given) {
  const words = useWords(wayWords);
  const wrong = way.to.filter((one) => !isEmail(one));
  const error =
    wrong.length > 0
      ? `${words.wrongEmail}${wrong.join(", ")}`
      : isTried && mistakeIn(way) === "email_needed" && words.emailNeeded;
  return (
    <TagsInput
      label={words.to}
      description={words.toHint}
      value={way.to}
      onChange={(to) => onChange({ to })}
      onSearchChange={() => onChange({})}
      maxTags={20}
      acceptValueOnBlur
      splitChars={[",", ";", " "]}
      inputMode="email"
      error={error}
    />
  );
}

function Webhook(given: Given) {
  const words = useWords(wayWords);
  const { way, isTried, onChange } = given;
  return (
    <>
      <TextInput
        label={words.url}
        description={words.urlHint}
        type="url"
        value={way.address}
        onChange={(event) => onChange({ address: event.currentTarget.value })}
        error={isTried && mistakeIn(way) === "url" && words.wrongUrl}
        autoComplete="off"
      />
      <Secret {...given} label={words.secret} hint={words.secretHint} />
    </>
  );
}

function Open311(given: Given) {
  const words = useWords(wayWords);
  const { way, isTried, onChange, choices } = given;
  return (
    <>
      <TextInput
        label={words.endpoint}
        description={words.endpointHint}
        type="url"
        value={way.address}
        onChange={(event) => onChange({ address: event.currentTarget.value })}
        error={isTried && mistakeIn(way) === "endpoint" && words.wrongEndpoint}
        autoComplete="off"
      />
      <Secret {...given} label={words.apiKey} hint={words.apiKeyHint} />
      <TextInput
        label={words.jurisdiction}
        value={way.jurisdiction}
        onChange={(event) => onChange({ jurisdiction: event.currentTarget.value })}
        maxLength={100}
        autoComplete="off"
      />
      <Pairs
        label={words.codes}
        hint={words.codesHint}
        words={words.code}
        pairs={way.codes}
        onChange={(codes) => onChange({ codes })}
        names={choices.services}
      />
    </>
  );
}

/** A secret is never shown: dots say that there is one, and typing replaces it. */
function Secret({ way, isTried, onChange, label, hint }: Given & { label: string; hint: string }) {
  const words = useWords(wayWords);
  const mistake = mistakeIn(way);
  const error = mistake === "secret_anew" ? words.secretAnew : isTried && mistake === "secret" && words.secretNeeded;
  return (
    <PasswordInput
      label={label}
      description={isKept(way) ? words.secretKept : hint}
      placeholder={isKept(way) ? "••••" : ""}
      value={way.secret}
      onChange={(event) => onChange({ secret: event.currentTarget.value })}
      error={error}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ "aria-hidden": true, tabIndex: -1 }}
    />
  );
}
