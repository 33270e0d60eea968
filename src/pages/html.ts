const made = Symbol("html");

/** A piece of a page whose text is already safe; only `html` makes one. */
export type Html = { readonly [made]: string };
/** What can be put into a page. Text is escaped; what is undefined or false leaves nothing. */
export type Piece = Html | string | number | undefined | false | readonly Piece[];

/** A template whose values are escaped, so that nothing anybody wrote becomes markup. Attributes stand in double quotes. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { [made]: strings.map((text, n) => text + safe(pieces[n])).join("") };
}

/** The markup of a finished piece, to be sent. */
export const markupOf = (piece: Html): string => piece[made];

function safe(piece: Piece): string {
  if (piece === undefined || piece === false) return "";
  if (typeof piece === "string") return escaped(piece);
  if (typeof piece === "number") return String(piece);
  return made in piece ? piece[made] : piece.map(safe).join("");
}

const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => names[letter] ?? letter);
