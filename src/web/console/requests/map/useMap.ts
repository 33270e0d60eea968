import "leaflet/dist/leaflet.css";
import { control, map as drawMap, type Map as LeafletMap, tileLayer } from "leaflet";
import { useEffect, useRef, useState } from "react";
import type { RequestChoices } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { mapWords } from "./texts";

export type Tiles = RequestChoices["tiles"];
export type At = { lat: number; long: number; zoom: number };
type Wanted = { at: At; tiles: Tiles; keyboard: boolean };

/** Where the map of the city ends: no tiles are finer, and all of Kraków is seen. */
const ZOOMS = { minZoom: 9, maxZoom: 19 };

/** A map in the element of `box`; where it begins is looked at once only. */
export function useMap({ at, tiles, keyboard }: Wanted) {
  const words = useWords(mapWords);
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<LeafletMap>();
  const begin = useRef(at).current;
  const { url, attribution } = tiles ?? {};
  const { zoomIn, zoomOut } = words;
  useEffect(() => {
    if (!box.current) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const drawn = drawMap(box.current, {
      ...ZOOMS,
      center: [begin.lat, begin.long],
      zoom: begin.zoom,
      keyboard,
      zoomControl: false,
      attributionControl: attribution !== undefined,
      zoomAnimation: !still,
      fadeAnimation: !still,
    });
    drawn.attributionControl?.setPrefix(false);
    control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(drawn);
    if (url !== undefined) tileLayer(url, { maxZoom: ZOOMS.maxZoom, attribution: attribution ?? "" }).addTo(drawn);
    setMap(drawn);
    return () => {
      setMap(undefined);
      drawn.remove();
    };
  }, [begin, keyboard, url, attribution, zoomIn, zoomOut]);
  return { box, map };
}
