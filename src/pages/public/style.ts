import { createHash } from "node:crypto";
import { html, markupOf } from "../html";

/** What lists, the map and ideas add to the look of all pages. */
export const publicStyle = html`
.sections ul,.pages ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0 0 1rem;padding:0;list-style:none}
.sections a,.pages a{display:inline-block;padding:.4rem 0}
.sections a[aria-current]{font-weight:700;color:var(--text)}
.narrow{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(13rem,100%),1fr));gap:0 1rem;align-items:end;padding:.25rem 1rem 1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--soft)}
.narrow button{width:100%;margin-inline:0}
.list{list-style:none;margin:.5rem 0;padding:0}
.list>li{padding:1rem 0;border-block-start:1px solid var(--line)}
.list h2{margin:0;font-size:1.1rem}
.list p{margin:.2rem 0}
.badge{display:inline-block;padding:.05rem .55rem;border:1px solid var(--control);border-radius:1rem;font-weight:600;font-size:.95rem}
.badge.closed{border-style:dashed}
.map{margin:1rem 0 0}
.map[hidden]{display:none}
.map figcaption{font-size:.95rem;color:var(--muted);margin-top:.35rem}
.support{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center}
.support button{margin-top:.5rem}
@media print{.sections,.narrow,.pages,.map{display:none}}`;

/** Lets a page's policy allow exactly this style. */
export const publicStyleHash = `'sha256-${createHash("sha256").update(markupOf(publicStyle)).digest("base64")}'`;
