import { el, icon } from "./dom";
import { thumbnail } from "./fileView";
import type { Speech } from "./language";

/** What the file window offers. Many systems know HEIC photos by their names only. */
export const OFFERED = ["image/jpeg", "image/png", "image/webp", "image/heic", ".heic", ".heif", "application/pdf"];
const ACCEPTED = [...OFFERED, "image/gif", "image/heif"];
const MOST_MEGABYTES = 10;
const MOST_FILES = 3;

/** The files chosen for the next message: checked, shown with their names, removable. */
export function createAttachments(speech: Speech, tell: (text: string, isError: boolean) => void, changed: () => void) {
  const list = el("ul", { class: "chosen" });
  let files: File[] = [];

  function mistakeOf(file: File): string | undefined {
    const { name } = file;
    if (!ACCEPTED.includes(file.type) && !/\.hei[cf]$/i.test(name)) return speech.say("wrongType", { name });
    if (!file.size) return speech.say("emptyFile", { name });
    const size = (Math.ceil(file.size / 1024 / 102.4) / 10).toLocaleString(speech.language());
    if (file.size > MOST_MEGABYTES * 1024 * 1024) return speech.say("tooBig", { name, size, most: MOST_MEGABYTES });
    return files.length >= MOST_FILES ? speech.say("tooManyFiles", { most: MOST_FILES }) : undefined;
  }

  function drawFile(file: File): HTMLElement {
    const label = el("span", { class: "unseen" });
    speech.live(() => label.replaceChildren(speech.say("removeFile", { name: file.name })));
    const remove = el("button", { type: "button", class: "square" }, icon("close"), label);
    const picture = file.type.startsWith("image/") ? thumbnail(file) : icon("file");
    const item = el("li", {}, picture, el("span", { class: "fileName" }, file.name), remove);
    remove.onclick = () => {
      files = files.filter((one) => one !== file);
      item.remove();
      changed();
    };
    return item;
  }

  return {
    list,
    add(added: Iterable<File>): void {
      for (const file of added) {
        const mistake = mistakeOf(file);
        if (mistake) {
          tell(mistake, true);
          continue;
        }
        files.push(file);
        list.append(drawFile(file));
        tell(speech.say("fileAdded", { name: file.name }), false);
      }
      changed();
    },
    count: () => files.length,
    /** Hands the files over and starts empty again. */
    take(): File[] {
      const taken = files;
      files = [];
      list.replaceChildren();
      return taken;
    },
  };
}
