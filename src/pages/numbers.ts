import { type Html, html } from "./html";

/** Words in which every case number stays in one piece, with no other sign in it for whoever copies one. */
export function withNumbers(text: string): Html {
  const pieces = text.split(/(KR-\d{4}-\d{6,}-\d)/);
  return html`${pieces.map((piece, n) => (n % 2 === 1 ? html`<span class="number">${piece}</span>` : piece))}`;
}
