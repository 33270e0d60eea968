/** Puts values into a text: `fill("Stan: {status}", { status: "w toku" })`. An unknown `{name}` stays as it is. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
