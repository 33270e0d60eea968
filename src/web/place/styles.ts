import leaflet from "leaflet/dist/leaflet.css?inline";
import place from "./place.css?inline";

const dressed = new WeakSet<Node>();

/** Adds the panel's looks to the widget's, once and without an inline style. */
export function dress(node: Node): void {
  const root = node.getRootNode();
  if (!(root instanceof ShadowRoot) || dressed.has(root)) return;
  dressed.add(root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(leaflet + place);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
