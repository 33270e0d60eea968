import type { Call } from "../call";
import type { PublicParts } from "./parts";
import { sendKept } from "./sendPublic";
import type { PlaceSettings } from "./wire";

/** `GET /place.json`: where the widget's map comes from. Cities' pages, which embed it, are elsewhere. */
export async function showPlaceSettings(call: Call, { map }: PublicParts): Promise<void> {
  const settings: PlaceSettings = map ? { tiles: map.tiles, attribution: map.attribution } : {};
  call.response.setHeader("Access-Control-Allow-Origin", "*");
  call.response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  sendKept(call, JSON.stringify(settings), "application/json; charset=utf-8");
}
