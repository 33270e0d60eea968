/** A phone's keyboard covers the page without resizing it: the panel takes the part that is left to see. */
export function keepAboveKeyboard(dialog: HTMLElement): void {
  const seen = visualViewport;
  if (!seen) return;
  const fit = () => {
    // Who has magnified the page sees a part of it on purpose.
    const covered = seen.scale < 1.01 && innerHeight - seen.height > 1;
    dialog.style.setProperty("--seen-height", covered ? `${seen.height}px` : null);
    dialog.style.setProperty("--seen-top", covered ? `${seen.offsetTop}px` : null);
  };
  seen.onresize = seen.onscroll = fit;
}
