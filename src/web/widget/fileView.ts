import type { BubbleParts } from "./bubble";
import type { BubbleFile } from "./chat";
import { el, icon } from "./dom";

type Parts = Pick<BubbleParts, "speech" | "fetchFile" | "tell">;

/** A sent file: its name as a button that opens it, and for a photo from this page a small picture. */
export function showFile(file: BubbleFile, { speech, fetchFile, tell }: Parts): HTMLElement {
  const name = el("span", { class: "fileName" }, file.name);
  const open = el("button", { type: "button", class: "file" }, icon("file"), name);
  open.title = speech.say("openFile", { name: file.name });
  if (file.local?.type.startsWith("image/")) open.replaceChildren(thumbnail(file.local), name);
  open.onclick = async () => {
    const blob = file.local ?? (file.url ? await fetchFile(file.url) : undefined);
    if (blob) offer(blob, file.name);
    else tell(speech.say("fileGone", { name: file.name }));
  };
  return open;
}

/** A picture of a file that lies on this device. */
export function thumbnail(file: File): HTMLImageElement {
  const picture = el("img", { alt: "", class: "thumbnail" });
  const address = URL.createObjectURL(file);
  picture.onload = picture.onerror = () => URL.revokeObjectURL(address);
  picture.src = address;
  return picture;
}

/** Saves instead of showing: a file in a tab of the city's page would be drawn with that page's rights. */
function offer(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
