import { z } from "zod";
import type { Inbound } from "./inbound";

const Mention = z.object({
  type: z.literal("mention"),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

/** What the resident said; buttons of some platforms send a value only. */
export function saidIn({ text, value, entities, recipient }: Inbound): string {
  const said = text ? withoutMention(text, entities ?? [], recipient.id) : plainValue(value);
  const places = (entities ?? []).map(placeOf).filter((place) => place !== undefined);
  const [first] = places;
  // Alone it is a pin; beside words it has to be read out of them.
  if (first && said === "") return `geo:${first.join(",")}`;
  return [said, ...places.map((place) => place.join(", "))].filter(Boolean).join("\n");
}

const plainValue = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** In a group the bot is called by its name first; that name is nothing they ask about. Other names stay, without marks. */
function withoutMention(text: string, entities: unknown[], botId: string): string {
  const mentions = entities.flatMap((entity) => Mention.safeParse(entity).data ?? []);
  const own = mentions.filter(({ mentioned }) => mentioned.id === botId);
  const without = own.reduce((left, mention) => left.replace(mention.text, ""), text);
  return without.replace(/<\/?at(?:\s[^>]*)?>/g, "").trim();
}

const Geo = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });
const PlaceEntity = z.object({ type: z.string(), geo: Geo.optional().catch(undefined) }).and(Geo.partial().loose());

/** A place the platform tells by its coordinates. */
function placeOf(entity: unknown): [lat: string, long: string] | undefined {
  const place = PlaceEntity.safeParse(entity).data;
  if (!place || !/^(Place|GeoCoordinates)$/i.test(place.type)) return undefined;
  const point = place.geo ?? Geo.safeParse(place).data;
  return point && [point.latitude.toFixed(6), point.longitude.toFixed(6)];
}

/** The names the schema has for reactions; other platforms send the emoji or a name of their own. */
const emojis: Record<string, string> = {
  ...{ like: "👍", plusOne: "👍", heart: "❤️", laugh: "😆" },
  ...{ surprised: "😮", sad: "🙁", angry: "😠" },
};

/** The emoji somebody reacted with; empty when taken back. */
export const reactionIn = ({ reactionsAdded }: Inbound): string =>
  (reactionsAdded ?? []).map(({ type }) => emojis[type] ?? type).join(" ");
