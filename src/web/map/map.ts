import "leaflet/dist/leaflet.css";
import "./map.css";
import {
  control,
  divIcon,
  type LatLngBoundsExpression,
  type Map as LeafletMap,
  layerGroup,
  map,
  marker,
  popup,
  tileLayer,
} from "leaflet";
import type { PublicMark, PublicMarks } from "../../pages/public/wire";

/** All of Kraków. */
const CITY: LatLngBoundsExpression = [
  [49.97, 19.79],
  [50.13, 20.22],
];
const HIGHEST_ZOOM = 19;

const figure = document.querySelector<HTMLElement>("#map");
const box = figure?.querySelector<HTMLElement>("div");
if (figure && box) {
  figure.hidden = false;
  open(box);
}

/** Draws the map; the page has everything it is told in words, too. */
function open(place: HTMLElement): void {
  const { tiles, attribution = "", bounds, zoomIn = "", zoomOut = "" } = place.dataset;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const drawn = map(place, {
    attributionControl: false,
    zoomControl: false,
    maxZoom: HIGHEST_ZOOM,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    // The page itself is to be scrolled past the map.
    scrollWheelZoom: false,
  });
  control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(drawn);
  if (tiles) {
    tileLayer(tiles, { maxZoom: HIGHEST_ZOOM }).addTo(drawn);
    control.attribution({ prefix: false }).addAttribution(asText(attribution)).addTo(drawn);
  }
  drawn.fitBounds(areaOf(bounds) ?? CITY, { maxZoom: HIGHEST_ZOOM - 1 });
  drawMarks(drawn, place);
}

/** Leaflet takes markup there. */
function asText(text: string): string {
  const span = document.createElement("span");
  span.textContent = text;
  return span.innerHTML;
}

function areaOf(text: string | undefined): LatLngBoundsExpression | undefined {
  const [south, west, north, east] = (text ?? "").split(",").map(Number);
  if (south === undefined || west === undefined || north === undefined || east === undefined) return undefined;
  return [
    [south, west],
    [north, east],
  ];
}

/** Asks for what lies in sight, now and after every move. */
function drawMarks(drawn: LeafletMap, place: HTMLElement): void {
  const layer = layerGroup().addTo(drawn);
  let asking = new AbortController();
  const refresh = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    try {
      const response = await fetch(addressFor(drawn, place), { signal: asking.signal });
      if (!response.ok) return;
      const { marks }: PublicMarks = await response.json();
      // Whoever uses the keyboard stays on the map when the mark under their hands is drawn anew.
      const wasInside = layer.getLayers().length > 0 && place.contains(document.activeElement);
      layer.clearLayers();
      for (const mark of marks) markerOf(mark, drawn, place).addTo(layer);
      if (wasInside && document.activeElement === document.body) place.focus();
      // Nothing on nothing is no map; the list says the same.
      if (place.dataset.drawn === undefined && !place.dataset.tiles && marks.length === 0) figure?.remove();
      place.dataset.drawn = String(marks.length);
    } catch (error) {
      // The marks of before stay; the next move asks again.
      if (!(error instanceof DOMException)) place.dataset.failed = "";
    }
  };
  drawn.on("moveend", () => void refresh());
  void refresh();
}

function addressFor(drawn: LeafletMap, { dataset }: HTMLElement): URL {
  const address = new URL(dataset.marks ?? "", location.href);
  const seen = drawn.getBounds();
  const asked = { south: seen.getSouth(), west: seen.getWest(), north: seen.getNorth(), east: seen.getEast() };
  for (const [name, degrees] of Object.entries(asked)) address.searchParams.set(name, degrees.toFixed(6));
  address.searchParams.set("zoom", String(Math.round(drawn.getZoom())));
  return address;
}

function markerOf(mark: PublicMark, drawn: LeafletMap, place: HTMLElement) {
  const { lat, long, count, isOpen, title } = mark;
  const many = count > 1;
  const size = many ? 36 : 24;
  const icon = divIcon({
    className: `mark ${many ? "many" : isOpen ? "open" : "closed"}`,
    html: many ? String(count) : "",
    iconSize: [size, size],
  });
  const where = { lat, lng: long };
  const choose = (): void => {
    if (many && drawn.getZoom() < HIGHEST_ZOOM) drawn.setView(where, Math.min(HIGHEST_ZOOM, drawn.getZoom() + 2));
    else tell(mark, drawn, place);
  };
  const made = marker(where, { icon, title, riseOnHover: true });
  made.on("add", () => made.getElement()?.setAttribute("aria-label", title));
  made.on("click", choose);
  made.on("keypress", ({ originalEvent }) => {
    if (originalEvent.key !== "Enter" && originalEvent.key !== " ") return;
    originalEvent.preventDefault();
    choose();
  });
  return made;
}

/** Says what it is, with the way to its page. It is no part of the marks, which are drawn anew when the map moves. */
function tell({ lat, long, title, url, count }: PublicMark, drawn: LeafletMap, { dataset }: HTMLElement): void {
  const content = document.createElement("div");
  const said = document.createElement("p");
  said.textContent = title;
  const link = document.createElement("a");
  link.href = url;
  link.textContent = (count > 1 ? dataset.all : dataset.more) ?? url;
  content.append(said, link);
  const opened = popup({ maxWidth: 240 }).setLatLng({ lat, lng: long }).setContent(content).openOn(drawn);
  const close = opened.getElement()?.querySelector(".leaflet-popup-close-button");
  close?.setAttribute("aria-label", dataset.close ?? "");
  link.focus({ preventScroll: true });
}
