import { Button, Select, Text, TextInput } from "@mantine/core";
import type { RequestView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useChoices } from "../useRequests";
import type { ActDraft } from "./actDraft";
import { actWords } from "./actTexts";
import classes from "./detail.module.css";
import { detailWords } from "./texts";

type Given = { draft: ActDraft; onChange: (change: Partial<ActDraft>) => void };

/** To which unit, those that fit on top, and why. */
export function ForwardFields({ draft, onChange, view }: Given & { view?: RequestView }) {
  const words = useWords(actWords);
  const { data: choices, error, refetch } = useChoices();
  const proposed = view?.alternatives ?? [];
  const isProposed = (id: string) => proposed.some(({ unit }) => unit.id === id);
  const units = choices?.units ?? [];
  const others = units.filter(({ id }) => !isProposed(id));
  const item = ({ id, name, byHand }: { id: string; name: string; byHand?: boolean }) => ({
    value: id,
    label: byHand ? words.byHand(name) : name,
  });
  const choose = (unit: string) => {
    const because = proposed.find((one) => one.unit.id === unit)?.because;
    onChange({ unit, ...(because !== undefined && { because }) });
  };
  return (
    <>
      {view && <Text size="sm">{words.sure(words.sures[view.sure])}</Text>}
      <Select
        label={words.unit}
        data={[
          ...(proposed.length > 0 ? [{ group: words.proposed, items: proposed.map(({ unit }) => item(unit)) }] : []),
          { group: words.others, items: others.map(item) },
        ]}
        value={draft.unit || null}
        onChange={(unit) => choose(unit ?? "")}
        searchable
        openOnFocus={false}
        allowDeselect={false}
        required
        data-autofocus
        maxDropdownHeight={300}
      />
      {units.find(({ id }) => id === draft.unit)?.byHand && <Text size="sm">{words.byHandNote}</Text>}
      <ErrorNote error={error} retry={() => void refetch()} />
      <TextInput
        label={words.because}
        value={draft.because}
        maxLength={300}
        required
        onChange={({ currentTarget }) => onChange({ because: currentTarget.value })}
      />
    </>
  );
}

/** Whose it is when it is not the city's. */
export function OutsideFields({ draft, onChange }: Given) {
  const words = useWords(actWords);
  return (
    <>
      <TextInput
        label={words.owner}
        placeholder={words.ownerHint}
        value={draft.owner}
        maxLength={200}
        required
        data-autofocus
        onChange={({ currentTarget }) => onChange({ owner: currentTarget.value })}
      />
      <TextInput
        label={words.contact}
        value={draft.contact}
        maxLength={300}
        onChange={({ currentTarget }) => onChange({ contact: currentTarget.value })}
      />
    </>
  );
}

/** The number of the one that stays, or one of those around. */
export function MergeFields({ draft, onChange, nearby = [] }: Given & { nearby?: RequestView["nearby"] }) {
  const words = useWords(actWords);
  const told = useWords(detailWords);
  return (
    <>
      <TextInput
        label={words.into}
        value={draft.into}
        maxLength={40}
        placeholder="KR-"
        required
        data-autofocus
        onChange={({ currentTarget }) => onChange({ into: currentTarget.value })}
      />
      {nearby.length > 0 && (
        <fieldset className={classes.candidates} aria-label={words.candidates}>
          {nearby.slice(0, 5).map(({ id, service, metres }) => (
            <Button
              key={id}
              variant={draft.into === id ? "light" : "default"}
              aria-pressed={draft.into === id}
              onClick={() => onChange({ into: id })}
            >
              {id} · {service} · {told.metres(Math.round(metres))}
            </Button>
          ))}
        </fieldset>
      )}
    </>
  );
}
