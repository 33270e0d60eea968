/** Files may be dropped anywhere on the panel. */
export function takeDrops(dialog: HTMLElement, take: (files: Iterable<File>) => void): void {
  const mark = (on: boolean) => dialog.classList.toggle("dropping", on);
  dialog.ondragover = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    mark(true);
  };
  dialog.ondragleave = (event) => {
    if (!(event.relatedTarget instanceof Node && dialog.contains(event.relatedTarget))) mark(false);
  };
  dialog.ondrop = (event) => {
    event.preventDefault();
    mark(false);
    take(event.dataTransfer?.files ?? []);
  };
}
