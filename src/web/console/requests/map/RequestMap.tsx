import type { Map as LeafletMap } from "leaflet";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import type { MarkView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { stateWords } from "../stateTexts";
import type { Filter } from "../useFilter";
import { type Seen, useMarks } from "../useRequests";
import { drawMarks } from "./drawMarks";
import { MarkList } from "./MarkList";
import classes from "./map.module.css";
import { mapWords } from "./texts";
import { type At, type Tiles, useMap } from "./useMap";

const KRAKOW: At = { lat: 50.0614, long: 19.9372, zoom: 12 };

type Given = { filter: Filter; tiles: Tiles; at: string | undefined; onMove: (at: string) => void };

/** Where it all is, and the same as a list beside it. */
export function RequestMap({ filter, tiles, at, onMove }: Given) {
  const words = useWords(mapWords);
  const states = useWords(stateWords);
  const navigate = useNavigate();
  const { box, map } = useMap({ at: readAt(at), tiles, keyboard: true });
  const seen = useSeen(map, onMove);
  const { data: marks, error, refetch } = useMarks(filter, seen);
  const open = (mark: MarkView) => {
    if (mark.id !== undefined)
      void navigate(`/requests/${encodeURIComponent(mark.id)}`, { state: { search: location.search } });
    else map?.setView([mark.point.lat, mark.point.long], Math.min(map.getMaxZoom(), map.getZoom() + 2));
  };
  const nameOf = ({ id, label, state, count }: MarkView) =>
    id === undefined ? words.several(count) : words.one(id, label ?? "", state ? states[state] : "");
  // biome-ignore lint/correctness/useExhaustiveDependencies: what opens a mark is made anew with every render
  useEffect(() => {
    if (map && marks) return drawMarks(map, marks, { nameOf, open });
  }, [map, marks, words]);
  return (
    <>
      <ErrorNote error={error} retry={() => void refetch()} />
      {!tiles && <p className={classes.note}>{words.noTiles}</p>}
      <div className={classes.sides}>
        <section ref={box} className={classes.map} data-plain={!tiles || undefined} aria-label={words.label} />
        <MarkList marks={marks} onOpen={open} />
      </div>
    </>
  );
}

/** What part is seen; told anew whenever the map was moved. */
function useSeen(map: LeafletMap | undefined, onMove: (at: string) => void): Seen | undefined {
  const [seen, setSeen] = useState<Seen>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is told is made anew with every render
  useEffect(() => {
    if (!map) return;
    const tell = () => {
      setSeen(seenOf(map));
      const { lat, lng } = map.getCenter();
      onMove(`${lat.toFixed(5)},${lng.toFixed(5)},${map.getZoom()}`);
    };
    setSeen(seenOf(map));
    map.on("moveend", tell);
    return () => void map.off("moveend", tell);
  }, [map]);
  return seen;
}

function seenOf(map: LeafletMap): Seen {
  const bounds = map.getBounds();
  return {
    south: bounds.getSouth(),
    west: bounds.getWest(),
    north: bounds.getNorth(),
    east: bounds.getEast(),
    zoom: Math.round(map.getZoom()),
  };
}

/** `50.06143,19.93658,13` out of the address; the whole city when it is none. */
function readAt(at: string | undefined): At {
  const [lat = Number.NaN, long = Number.NaN, zoom = Number.NaN] = (at ?? "").split(",").map(Number);
  const isPlace = Math.abs(lat) <= 90 && Math.abs(long) <= 180 && zoom >= 0 && zoom <= 20;
  return isPlace ? { lat, long, zoom } : KRAKOW;
}
