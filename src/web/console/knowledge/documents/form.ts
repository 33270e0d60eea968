import { createContext, useContext } from "react";
import type { YamlEdit } from "../../../../staff/wire";
import type { Leaf, Scalar } from "./tree";

/** What every part of a document's form knows. */
export type Form = {
  nameOf(field: string): string;
  readOnly: boolean;
  /** Open maps and lists. */
  open: ReadonlySet<string>;
  toggle(field: string): void;
  /** Where words are looked for: the fields to draw. */
  shown: ReadonlySet<string> | undefined;
  /** What is wrong, by field. */
  mistakes: ReadonlyMap<string, string>;
  typedIn(node: Leaf): Scalar;
  type(node: Leaf, value: Scalar): void;
  /** Changes what there is; `focus` is the id of what has the focus afterwards, `placeOf` where a list's items went. */
  change(edit: YamlEdit, after: { focus: string; open?: string; list?: string; placeOf?: PlaceOf }): void;
};
export type PlaceOf = (place: number) => number | undefined;

export const FormContext = createContext<Form | undefined>(undefined);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error("a field outside of its form");
  return form;
}

/** The page's id of a field, or of one of its buttons. */
export const idOf = (field: string, part = "field"): string => `${part}:${field}`;
