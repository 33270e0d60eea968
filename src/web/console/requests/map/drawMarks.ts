import { divIcon, type Map as LeafletMap, layerGroup, marker } from "leaflet";
import type { MarkView } from "../../../../staff/wire";
import classes from "./map.module.css";

type Doing = { nameOf: (mark: MarkView) => string; open: (mark: MarkView) => void };

/** Puts the marks on the map; answers how to take them away. Each has a name and can be reached and pressed by keys. */
export function drawMarks(map: LeafletMap, marks: MarkView[], { nameOf, open }: Doing): () => void {
  const group = layerGroup().addTo(map);
  for (const mark of marks) {
    const isOne = mark.id !== undefined;
    const sign = document.createElement("span");
    sign.textContent = isOne ? "" : String(mark.count);
    if (mark.state) sign.dataset.state = mark.state;
    const size = isOne ? 24 : sizeOf(mark.count);
    const icon = divIcon({ html: sign, className: classes.mark ?? "", iconSize: [size, size] });
    const placed = marker([mark.point.lat, mark.point.long], { icon, title: nameOf(mark) });
    placed.on("click", () => open(mark));
    // The library makes a mark focusable, but only the mouse presses it.
    placed.on("keydown", ({ originalEvent }) => {
      if (!["Enter", " "].includes(originalEvent.key)) return;
      originalEvent.preventDefault();
      open(mark);
    });
    group.addLayer(placed);
    placed.getElement()?.setAttribute("aria-label", nameOf(mark));
  }
  return () => void group.remove();
}

/** Bigger for more, but never so big that it hides others. */
const sizeOf = (count: number) => Math.min(52, 26 + Math.round(Math.log2(count)) * 3);
