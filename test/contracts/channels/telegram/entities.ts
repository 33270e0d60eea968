/** What Telegram shows of HTML, or why it refuses it, in its words. https://core.telegram.org/bots/api#html-style */
export function shownOf(html: string): { text: string } | { refused: string } {
  const open: string[] = [];
  let text = "";
  for (const [piece] of html.matchAll(/<[^>]*>?|&[^;\s]{0,8};?|[^<&]+/g)) {
    const offset = Buffer.byteLength(text);
    const [, slash, name = ""] = /^<(\/?)([a-z0-9-]*)(?: href="[^"<>]*")?>$/i.exec(piece) ?? [];
    if (!piece.startsWith("<")) text += unescaped(piece);
    else if (slash === "/" && open.pop() !== name)
      return { refused: `Can't parse entities: Unmatched end tag at byte offset ${offset}` };
    else if (slash === "" && !known.has(name))
      return { refused: `Can't parse entities: Unsupported start tag "${name}" at byte offset ${offset}` };
    else if (slash === "") open.push(name);
    else if (slash === undefined)
      return { refused: `Can't parse entities: Unclosed start tag at byte offset ${offset}` };
  }
  const [left] = open;
  if (left !== undefined)
    return { refused: `Can't parse entities: Can't find end tag corresponding to start tag "${left}"` };
  return { text };
}

const known = new Set(["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote"]);
const named: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' };
const unescaped = (piece: string) => named[piece] ?? piece;
