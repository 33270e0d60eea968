import type { Editor } from "../../content/doors";

/** The editor of an account that was joined; undefined where there is none. */
export function editorOf(id: string | null, name: string | null): Editor | undefined {
  return id === null ? undefined : { id, name: name ?? "" };
}
