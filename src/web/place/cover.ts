/** Lays a box over the widget's panel: the rest waits, the focus stays inside, Escape leaves. Answers how to undo it. */
export function cover(dialog: HTMLDialogElement, box: HTMLElement, leave: () => void): () => void {
  const waiting = [...dialog.children].filter((node) => node instanceof HTMLElement && !node.inert);
  setInert(waiting, true);
  dialog.append(box);
  box.onkeydown = (event) => {
    if (event.key === "Tab") keepInside(box, event);
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
  // The back gesture of a phone is for the box first, not for the panel under it.
  const cancel = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
  };
  dialog.addEventListener("cancel", cancel, { capture: true });
  return () => {
    dialog.removeEventListener("cancel", cancel, { capture: true });
    box.remove();
    setInert(waiting, false);
  };
}

function setInert(nodes: Element[], inert: boolean): void {
  for (const node of nodes) node.toggleAttribute("inert", inert);
}

/** On a wide screen the panel is not modal: Tab would go on into the city's page. */
function keepInside(box: HTMLElement, event: KeyboardEvent): void {
  const stops = [...box.querySelectorAll<HTMLElement>("button:enabled, [tabindex='0']")].filter(
    (stop) => stop.getClientRects().length > 0,
  );
  const root = box.getRootNode();
  const now = stops.findIndex((stop) => root instanceof ShadowRoot && stop === root.activeElement);
  // The title, which has the focus at first, comes before the first stop.
  const next = event.shiftKey ? now <= 0 && stops.at(-1) : now === stops.length - 1 && stops[0];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
