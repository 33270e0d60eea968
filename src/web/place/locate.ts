import { isNowhere, type Point } from "./point";

/** Why the device told no place; the names are those of its texts. */
export type NoPlace = "denied" | "unavailable" | "late";

const LIMIT_MS = 20_000;

/** Asks the device once; the browser asks the resident. */
export function locate(): Promise<Point | NoPlace> {
  return new Promise((resolve) => {
    // Pages without encryption have none.
    if (!navigator.geolocation) return resolve("unavailable");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const point = { lat: coords.latitude, long: coords.longitude, about: coords.accuracy };
        resolve(isNowhere(point) ? "unavailable" : point);
      },
      ({ code, PERMISSION_DENIED, TIMEOUT }) =>
        resolve(code === PERMISSION_DENIED ? "denied" : code === TIMEOUT ? "late" : "unavailable"),
      { enableHighAccuracy: true, timeout: LIMIT_MS, maximumAge: 0 },
    );
  });
}
