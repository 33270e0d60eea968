import type { Activity } from "botbuilder";
import type { Entry } from "../../conversation/transcript";

type Told = Pick<Entry, "author" | "authorName" | "text" | "choices">;

/** An entry as these platforms show it: buttons as suggested actions, a consultant by name; the resident's own words are there. */
export function activityOf(entry: Told, userId: string): Partial<Activity> | undefined {
  if (entry.author === "resident" || !entry.text) return undefined;
  const text =
    entry.author === "consultant" && entry.authorName ? `**${entry.authorName}:** ${entry.text}` : entry.text;
  // Only our own widget can show a map.
  const shown = (entry.choices ?? []).filter(({ wish }) => wish.kind !== "share_place");
  const actions = shown.map(({ title }) => ({ type: "imBack", title, value: title }));
  return {
    type: "message",
    text,
    textFormat: "markdown",
    inputHint: actions.length > 0 ? "expectingInput" : "acceptingInput",
    ...(actions.length > 0 && { suggestedActions: { to: [userId], actions } }),
  };
}
