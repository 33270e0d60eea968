import { divIcon, marker } from "leaflet";
import { useEffect } from "react";
import type { MarkView } from "../../../../staff/wire";
import classes from "./map.module.css";
import { type Tiles, useMap } from "./useMap";

/** Where one thing is; only with tiles, as a dot on nothing says nothing. */
export function SmallMap({ point, tiles, label }: { point: MarkView["point"]; tiles: Tiles; label: string }) {
  const { box, map } = useMap({ at: { ...point, zoom: 16 }, tiles, keyboard: false });
  const { lat, long } = point;
  useEffect(() => {
    if (!map) return;
    const dot = document.createElement("span");
    const icon = divIcon({ html: dot, className: classes.mark ?? "", iconSize: [24, 24] });
    const placed = marker([lat, long], { icon, keyboard: false, interactive: false }).addTo(map);
    return () => void placed.remove();
  }, [map, lat, long]);
  return <div ref={box} role="img" className={classes.small} aria-label={label} />;
}
