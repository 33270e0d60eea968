import type { PlaceSettings } from "../../pages/public/wire";

const LIMIT_MS = 8_000;

/** What the server this script came from has for maps; none when it cannot be asked, because a place can be told without one. */
export async function readSettings(): Promise<PlaceSettings> {
  try {
    const response = await fetch(`${new URL(import.meta.url).origin}/place.json`, {
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (response.ok) return await response.json();
  } catch {
    // Told as having no map.
  }
  return {};
}
