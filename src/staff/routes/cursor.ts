/** Where the next page of a list begins: after the line of this time and id. */
export const cursorOf = (at: Date, id: string) => `${at.toISOString()}~${id}`;

/** An unreadable cursor asks for the first page. */
export function readCursor(text: string | undefined): { at: Date; id: string } | undefined {
  const [time = "", id = ""] = text?.split("~", 2) ?? [];
  const at = new Date(time);
  // Nothing is older than the clock's beginning, and PostgreSQL's calendar ends before JavaScript's.
  return at.getTime() >= 0 && id !== "" && !id.includes("\0") ? { at, id } : undefined;
}
