import base from "./styles/base.css?inline";
import composer from "./styles/composer.css?inline";
import panel from "./styles/panel.css?inline";
import thread from "./styles/thread.css?inline";

/** Gives the widget its looks without an inline style, so that the strictest page policy holds. */
export function applyStyles(shadow: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(base + panel + thread + composer);
  shadow.adoptedStyleSheets = [sheet];
}
