import { ActionIcon } from "@mantine/core";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useWords } from "../../kit/language";
import classes from "./documents.module.css";
import { idOf, type PlaceOf, useForm } from "./form";
import { documentsWords } from "./texts";
import type { Branch, Tree } from "./tree";

type ItemGiven = { list: Branch; place: number; all: number; called: string };

/** Moves an item of a list or takes it away. The focus goes with it; at the list's end the button stays, and does nothing. */
export function ItemTools({ list, place, all, called }: ItemGiven) {
  const words = useWords(documentsWords);
  const { change, readOnly, shown } = useForm();
  if (readOnly) return null;
  const item = (at: number) => `${list.field}[${at}]`;
  const at = [...list.at, place];
  const move = (to: number, part: "up" | "down") => {
    if (to < 0 || to >= all) return;
    const placeOf: PlaceOf = (one) => (one === place ? to : one === to ? place : one);
    change({ edit: "move", at, to }, { focus: idOf(item(to), part), list: list.field, placeOf });
  };
  const remove = () => {
    const placeOf: PlaceOf = (one) => (one === place ? undefined : one > place ? one - 1 : one);
    const next = all > 1 ? idOf(item(Math.min(place, all - 2)), "remove") : idOf(list.field, "add");
    change({ edit: "remove", at }, { focus: next, list: list.field, placeOf });
  };
  const shared = { variant: "subtle", color: "gray", size: 30 } as const;
  return (
    <span className={classes.tools}>
      {!shown && (
        <>
          <ActionIcon
            {...shared}
            id={idOf(item(place), "up")}
            aria-label={words.up(called)}
            aria-disabled={place === 0}
            {...(place === 0 && { "data-disabled": true })}
            onClick={() => move(place - 1, "up")}
          >
            <ArrowUp size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            {...shared}
            id={idOf(item(place), "down")}
            aria-label={words.down(called)}
            aria-disabled={place === all - 1}
            {...(place === all - 1 && { "data-disabled": true })}
            onClick={() => move(place + 1, "down")}
          >
            <ArrowDown size={15} aria-hidden />
          </ActionIcon>
        </>
      )}
      <ActionIcon {...shared} id={idOf(item(place), "remove")} aria-label={words.remove(called)} onClick={remove}>
        <X size={15} aria-hidden />
      </ActionIcon>
    </span>
  );
}

/** Takes a field away that need not be there. */
export function FieldTools({ map, field, called }: { map: Branch; field: Tree; called: string }) {
  const words = useWords(documentsWords);
  const { change, readOnly } = useForm();
  if (readOnly) return null;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={30}
      aria-label={words.remove(called)}
      onClick={() => change({ edit: "remove", at: field.at }, { focus: idOf(map.field, "add") })}
    >
      <X size={15} aria-hidden />
    </ActionIcon>
  );
}
