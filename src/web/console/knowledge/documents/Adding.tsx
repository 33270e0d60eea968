import { Button, Group, Menu, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useWords } from "../../kit/language";
import { idOf, useForm } from "./form";
import { documentsWords } from "./texts";
import type { Branch } from "./tree";

type ListGiven = { list: Extract<Branch, { kind: "list" }>; label: string };
type MapGiven = { map: Extract<Branch, { kind: "map" }>; label: string };

/** Adds an item at a list's end; of several kinds, the one chosen. */
export function AddItem({ list, label }: ListGiven) {
  const words = useWords(documentsWords);
  const { change, readOnly, nameOf, shown } = useForm();
  if (readOnly || shown) return null;
  const place = list.items.length;
  const field = `${list.field}[${place}]`;
  const add = (value: unknown) =>
    change({ edit: "add", at: [...list.at, place], value }, { focus: idOf(field), open: field });
  const kinds = list.more.length > 0 ? list.more : [{ name: "", value: "" }];
  return (
    <Choice
      id={idOf(list.field, "add")}
      text={words.add}
      label={words.addTo(label)}
      options={kinds.map(({ name, value }) => ({ name: nameOf(name), add: () => add(value) }))}
    />
  );
}

/** Adds a field a map may still have; where editors name the fields themselves, one of the name typed. */
export function AddField({ map, label }: MapGiven) {
  const words = useWords(documentsWords);
  const { change, readOnly, nameOf, shown } = useForm();
  if (readOnly || shown) return null;
  const add = (name: string, value: unknown) => {
    const field = map.field === "" ? name : `${map.field}.${name}`;
    change({ edit: "add", at: [...map.at, name], value }, { focus: idOf(field), open: field });
  };
  if (map.open !== undefined) return <Named map={map} label={label} onAdd={(name) => add(name, map.open)} />;
  if (map.more.length === 0) return null;
  return (
    <Choice
      id={idOf(map.field, "add")}
      text={words.addField}
      label={`${words.addField}: ${label}`}
      options={map.more.map(({ name, value }) => ({ name: nameOf(name), add: () => add(name, value) }))}
      isMenu
    />
  );
}

type ChoiceGiven = {
  id: string;
  text: string;
  label: string;
  options: { name: string; add: () => void }[];
  isMenu?: boolean;
};

function Choice({ id, text, label, options, isMenu = false }: ChoiceGiven) {
  const [only] = options;
  const button = { id, "aria-label": label, variant: "default", leftSection: <Plus size={16} aria-hidden /> } as const;
  if (only && options.length === 1 && !isMenu) {
    return (
      <Group>
        <Button {...button} size="xs" onClick={only.add}>
          {text}
        </Button>
      </Group>
    );
  }
  return (
    <Group>
      {/* What is added takes the focus. */}
      <Menu position="bottom-start" returnFocus={false}>
        <Menu.Target>
          <Button {...button} size="xs">
            {text}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {options.map(({ name, add }) => (
            <Menu.Item key={name} onClick={add}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

function Named({ map, label, onAdd }: MapGiven & { onAdd: (name: string) => void }) {
  const words = useWords(documentsWords);
  const [name, setName] = useState("");
  const wanted = name.trim();
  const isTaken = map.fields.some((field) => field.name === wanted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted === "" || isTaken) return;
    onAdd(wanted);
    setName("");
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="end">
        <TextInput
          id={idOf(map.field, "add")}
          label={words.fieldName}
          size="xs"
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" aria-label={words.addTo(label)}>
          {words.add}
        </Button>
      </Group>
    </form>
  );
}
