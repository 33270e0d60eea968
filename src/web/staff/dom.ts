import { el } from "../widget/dom";

/** A button that does something when pressed. */
export function button(title: string, press: () => void, kind: "main" | "plain" | "quiet" | "danger" = "plain") {
  const node = el("button", { type: "button", class: `button ${kind}` }, title);
  node.addEventListener("click", press);
  return node;
}

/** An input with its label above and a hint below. */
export function field(label: string, input: HTMLElement, hint?: string): HTMLElement {
  const id = input.id || `field-${++fields}`;
  input.id = id;
  const below = hint === undefined ? undefined : el("p", { class: "hint", id: `${id}-hint` }, hint);
  if (below) input.setAttribute("aria-describedby", below.id);
  return el("div", { class: "field" }, el("label", { for: id }, label), input, below);
}
let fields = 0;

/** A place for what went wrong; screen readers say it at once. */
export function errorPlace(): { node: HTMLElement; tell(text: string): void } {
  const node = el("p", { class: "error", role: "alert" });
  return { node, tell: (text) => node.replaceChildren(text) };
}

/** A dialog over the page; it closes with Escape, gives focus back, and is gone afterwards. */
export function openDialog(heading: string, ...content: (Node | undefined)[]): HTMLDialogElement {
  const title = el("h2", { id: `dialog-${++fields}` }, heading);
  const dialog = el("dialog", { "aria-labelledby": title.id }, title, ...content);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * A list that is redrawn again and again. What did not change stays the very same node in its place, so that neither
 * the keyboard's place nor a press of the mouse that has just begun is lost.
 */
export function livingList<Item extends { id: string }>(container: HTMLElement, draw: (item: Item) => HTMLElement) {
  let drawn = new Map<string, { as: string; node: HTMLElement }>();
  return (items: Item[]): void => {
    const place = [...drawn].find(([, { node }]) => node.contains(document.activeElement));
    const next: typeof drawn = new Map();
    for (const item of items) {
      const as = JSON.stringify(item);
      const before = drawn.get(item.id);
      next.set(item.id, before?.as === as ? before : { as, node: draw(item) });
    }
    const nodes = new Set<Node>([...next.values()].map(({ node }) => node));
    for (const child of [...container.childNodes]) if (!nodes.has(child)) child.remove();
    let at = container.firstChild;
    for (const node of nodes) {
      if (node === at) at = at.nextSibling;
      else container.insertBefore(node, at);
    }
    drawn = next;
    const again = place && next.get(place[0])?.node;
    if (again && again !== place[1].node) again.querySelector<HTMLElement>("a, button")?.focus();
  };
}

/** A table with a heading row; cells may be nodes. */
export function table(caption: string, heads: string[], rows: (Node | string)[][]): HTMLElement {
  const head = el("thead", {}, el("tr", {}, ...heads.map((name) => el("th", { scope: "col" }, name))));
  const line = (cells: (Node | string)[]) =>
    el("tr", {}, ...cells.map((cell, n) => el("td", { "data-head": heads[n] ?? "" }, cell)));
  const body = el("tbody", {}, ...rows.map(line));
  return el("table", {}, el("caption", { class: "unseen" }, caption), head, body);
}
