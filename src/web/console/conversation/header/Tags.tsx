import { ActionIcon, Autocomplete, Button, Popover } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { FiltersView } from "../../../../staff/wire";
import { api } from "../../kit/api";
import { ErrorNote } from "../../kit/ErrorNote";
import { folded } from "../../kit/folded";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { useAct } from "../useConversation";
import classes from "./header.module.css";
import { headerWords } from "./texts";

type Change = { add: string[]; remove: string[] };

/** Labels of the conversation, added and taken away in place. */
export function Tags() {
  const words = useWords(headerWords);
  const { view, mayWork } = usePlace();
  const [adding, setAdding] = useState(false);
  const tag = useAct<Change>(view.id, "tags");
  return (
    <>
      <ul className={classes.tags} aria-label={words.tags}>
        {view.tags.map((name) => (
          <li key={name}>
            {name}
            {mayWork && (
              <button
                type="button"
                aria-label={words.removeTag(name)}
                onClick={() => tag.mutate({ add: [], remove: [name] })}
              >
                <X size={12} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayWork && (
        <Popover
          opened={adding}
          onChange={setAdding}
          trapFocus
          returnFocus
          position="bottom-start"
          shadow="md"
          width={260}
        >
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={words.addTag}
              onClick={() => setAdding(!adding)}
            >
              <Plus size={14} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={words.addTag}>
            <NewTag
              had={view.tags}
              error={tag.error}
              onAdd={(name) => tag.mutate({ add: [name], remove: [] }, { onSuccess: () => setAdding(false) })}
            />
          </Popover.Dropdown>
        </Popover>
      )}
      {!adding && <ErrorNote error={tag.error} />}
    </>
  );
}

function NewTag({ had, error, onAdd }: { had: string[]; error: unknown; onAdd: (name: string) => void }) {
  const words = useWords(headerWords);
  const [name, setName] = useState("");
  const { data } = useQuery({
    queryKey: ["filters"],
    queryFn: ({ signal }) => api.get<FiltersView>("filters", signal),
  });
  const known = (data?.tags ?? []).filter((tag) => !had.includes(tag));
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") onAdd(name.trim());
  };
  return (
    <form onSubmit={add} className={classes.newTag}>
      <Autocomplete
        label={words.addTag}
        size="xs"
        data-autofocus
        maxLength={40}
        value={name}
        onChange={setName}
        onOptionSubmit={onAdd}
        data={known.filter((tag) => folded(tag).includes(folded(name)))}
        comboboxProps={{ withinPortal: false }}
        limit={8}
      />
      <Button type="submit" disabled={name.trim() === ""}>
        {words.add}
      </Button>
      <ErrorNote error={error} />
    </form>
  );
}
