import { type Html, markupOf } from "../html";

/** What XML 1.0 may not hold at all: control characters, halves of letters. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A finished XML document. */
export const xmlOf = (root: Html): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${markupOf(root).replace(ILLEGAL, "")}`;
