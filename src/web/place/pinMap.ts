import {
  type Circle,
  circle,
  divIcon,
  type LatLng,
  type Map as LeafletMap,
  latLng,
  type Marker,
  map,
  marker,
  tileLayer,
} from "leaflet";
import { el } from "../widget/dom";
import type { Point } from "./point";

const KRAKOW = latLng(50.0614, 19.9372);
const HIGHEST_ZOOM = 19;
/** How near a hand comes to what it means, on a telephone. */
const HAND_PX = 10;
const STEP_PX = 20;
const SMALL_STEP_PX = 2;
/** Seen on a light map and on a dark one. */
const AROUND = "#2f7fe0";

type Parts = { place: HTMLElement; tiles: string; moved(point: Point): void; failed(): void };

export type PinMap = ReturnType<typeof openPinMap>;

/** A map with one pin, set by hand, by keyboard or to where the device is. */
export function openPinMap({ place, tiles, moved, failed }: Parts) {
  const drawn = draw(place);
  let pin: Marker | undefined;
  let around: Circle | undefined;
  addTiles(drawn, tiles, failed);

  function put(at: LatLng): Marker {
    if (pin) return pin.setLatLng(at);
    pin = marker(at, { icon: pinIcon(), draggable: true, autoPan: true, keyboard: false }).addTo(drawn);
    pin.on("dragend", () => pin && tellOf(pin.getLatLng()));
    return pin;
  }

  /** The pin was set by hand: it is as exact as the map is near. */
  function tellOf(at: LatLng): void {
    around?.remove();
    const { lat, lng } = at.wrap();
    moved({ lat, long: lng, about: HAND_PX * metresPerPixel(drawn, at) });
  }

  function byHand(at: LatLng): void {
    put(at);
    tellOf(at);
  }

  function move([x, y]: [number, number]): void {
    const from = pin?.getLatLng() ?? drawn.getCenter();
    const at = drawn.containerPointToLatLng(drawn.latLngToContainerPoint(from).add([x, y]));
    drawn.panInside(at, { padding: [48, 48], animate: false });
    byHand(at);
  }

  const zoom = (by: number) => drawn.setZoomAround(pin?.getLatLng() ?? drawn.getCenter(), drawn.getZoom() + by);

  drawn.on("click", ({ latlng }) => byHand(latlng));
  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const by = zooms[event.key];
    const way = ways[event.key];
    const step = event.shiftKey ? SMALL_STEP_PX : STEP_PX;
    if (by) zoom(by);
    else if (way) move([way[0] * step, way[1] * step]);
    else return;
    event.preventDefault();
  });
  const sizes = new ResizeObserver(() => drawn.invalidateSize({ animate: false }));
  sizes.observe(place);

  return {
    zoom,
    /** Shows where the device is, and how sure it is of that. */
    show({ lat, long, about }: Point): void {
      const at = latLng(lat, long);
      around?.remove();
      around = circle(at, { radius: about, color: AROUND, weight: 2, interactive: false }).addTo(drawn);
      put(at);
      drawn.fitBounds(at.toBounds(about * 2), { maxZoom: HIGHEST_ZOOM - 1, animate: false });
    },
    close(): void {
      sizes.disconnect();
      drawn.remove();
    },
  };
}

const ways: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const zooms: Record<string, number> = { "+": 1, "=": 1, "-": -1, _: -1, "−": -1 };

function draw(place: HTMLElement): LeafletMap {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  // Leaflet's own controls write markup, which pages with Trusted Types forbid.
  return map(place, {
    attributionControl: false,
    zoomControl: false,
    keyboard: false,
    // The widget's own rules for line drawings would shrink one made of SVG.
    preferCanvas: true,
    maxZoom: HIGHEST_ZOOM,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
  }).setView(KRAKOW, 13);
}

/** Fails when none of the first pictures came: the server is gone, or the page's policy keeps its pictures out. */
function addTiles(drawn: LeafletMap, tiles: string, failed: () => void): void {
  let came = false;
  tileLayer(tiles, { maxZoom: HIGHEST_ZOOM })
    .on("tileload", () => {
      came = true;
    })
    // Later, because Leaflet has not finished with the map yet.
    .on("load", () => void (came || setTimeout(failed)))
    .addTo(drawn);
}

const pinIcon = () => divIcon({ className: "placePin", html: el("i"), iconSize: [44, 44], iconAnchor: [22, 36] });

function metresPerPixel(drawn: LeafletMap, at: LatLng): number {
  const here = drawn.latLngToContainerPoint(at);
  return drawn.distance(at, drawn.containerPointToLatLng(here.add([1, 0])));
}
