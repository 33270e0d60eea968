import { VisuallyHidden } from "@mantine/core";
import { Check, CircleDot, CloudOff, LoaderCircle } from "lucide-react";
import { useWords } from "../../kit/language";
import classes from "./editor.module.css";
import { editorWords } from "./texts";
import type { Editing } from "./useEditing";

const icons = { saved: Check, saving: LoaderCircle, unsaved: CircleDot, lost: CloudOff };

/** Whether what is typed is safe. Read out when it is not, and when somebody asked for the save: not at every pause. */
export function SaveMark({ editing: { state, asked } }: { editing: Editing }) {
  const { marks } = useWords(editorWords);
  const Icon = icons[state];
  const isTold = state === "lost" || (asked && state === "saved");
  return (
    <>
      <span className={classes.mark} data-warn={state === "lost" || undefined}>
        <Icon size={14} aria-hidden /> {marks[state]}
      </span>
      <VisuallyHidden role="status">{isTold ? marks[state] : ""}</VisuallyHidden>
    </>
  );
}
