import { createHash } from "node:crypto";
import { html, markupOf } from "./html";

const colours = html`
:root{color-scheme:light dark;--deep:#003e7e;--deeper:#002c5b;--surface:#fff;--soft:#eaf1f8;--line:#c3d2e2;--control:#5b7085;--text:#14202e;--muted:#4a5b6d;--accent:#003e7e;--ask:#fff4d6;--ask-line:#b98900;--bad:#a4161a;--bad-soft:#fdeceb;--good:#1d6b36;--good-soft:#e3f4e8;--focus:#ffbf00;--focus-under:#14202e}
@media (prefers-color-scheme:dark){:root{--deep:#0d4f96;--deeper:#0a3c73;--surface:#111a24;--soft:#203040;--line:#3a4d61;--control:#8499ae;--text:#eef3f8;--muted:#b4c3d2;--accent:#9ccbff;--ask:#3a3114;--ask-line:#d9ab2b;--bad:#ffb3ad;--bad-soft:#43191a;--good:#7fd79b;--good-soft:#163a24;--focus-under:#000}}`;

const page = html`
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;color:var(--text);background:var(--surface);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;overflow-wrap:anywhere;hyphens:auto}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,button:focus-visible,input:focus-visible,textarea:focus-visible,select:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--focus);outline-offset:2px;box-shadow:0 0 0 2px var(--focus-under)}
.skip{position:absolute;inset-inline-start:-99rem}
.skip:focus{position:static;display:inline-block;padding:.75rem 1rem}
.top{background:var(--deep);color:#fff}
.top>div,main,.bottom>div{max-width:46rem;margin:0 auto;padding:.75rem 1rem}
.top>div{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;justify-content:space-between}
.top p{margin:0;font-weight:600}
.top ul{display:flex;flex-wrap:wrap;gap:.25rem;margin:0;padding:0;list-style:none}
.top a{display:block;padding:.5rem .6rem;color:#fff;border-radius:.4rem}
.top a[aria-current]{font-weight:700;text-decoration:none;background:var(--deeper)}
main{padding-block:1.25rem 2.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.25rem;line-height:1.3;margin:2.25rem 0 .5rem}
h3{font-size:1.05rem;line-height:1.3;margin:0 0 .25rem}
p{margin:.5rem 0}
.lead{font-size:1.05rem;margin:0;color:var(--muted)}
.number{font-variant-numeric:tabular-nums;white-space:nowrap;hyphens:none}
.said{white-space:pre-line}
blockquote{margin:.5rem 0;padding:.5rem .9rem;border-inline-start:4px solid var(--line);background:var(--soft);white-space:pre-line}
.box{margin:1rem 0;padding:.9rem 1rem;border:1px solid var(--line);border-inline-start:6px solid var(--accent);border-radius:.5rem;background:var(--soft)}
.box>:first-child{margin-top:0}.box>:last-child{margin-bottom:0}
.ask{background:var(--ask);border-color:var(--ask-line)}
.ask blockquote{background:none;border-color:var(--ask-line)}
.good{background:var(--good-soft);border-color:var(--good)}
.bad{background:var(--bad-soft);border-color:var(--bad)}
.state{font-size:1.15rem;font-weight:700}
dl{margin:.5rem 0;display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.35rem 1rem}
dt{color:var(--muted)}dd{margin:0}
.muted,.hint,time{color:var(--muted)}
.hint{font-size:.95rem;margin:.15rem 0 .35rem}
.chain{list-style:none;margin:.5rem 0;padding:0}
.chain>li{position:relative;padding:0 0 1.1rem 1.5rem;border-inline-start:3px solid var(--line)}
.chain>li::before{content:"";position:absolute;inset-inline-start:-.55rem;top:.35rem;width:.95rem;height:.95rem;border-radius:50%;background:var(--accent);border:2px solid var(--surface)}
.chain>li:last-child{border-color:transparent}
.chain p{margin:.15rem 0}
.photos{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(9rem,100%),1fr));gap:.5rem;margin:.5rem 0;padding:0}
.photos img{display:block;width:100%;height:9rem;object-fit:cover;border-radius:.4rem;background:var(--soft)}
form,details{margin:.75rem 0}
details{border:1px solid var(--line);border-radius:.5rem}
summary{padding:.75rem 1rem;font-weight:600;color:var(--accent);cursor:pointer;border-radius:.5rem}
details>div{padding:0 1rem .75rem}
label{display:block;font-weight:600;margin-top:.75rem}
textarea,input:not([type=hidden]),select{display:block;width:100%;min-height:2.75rem;padding:.55rem .7rem;font:inherit;color:var(--text);background:var(--surface);border:1px solid var(--control);border-radius:.4rem}
textarea{min-height:7rem;resize:vertical}
input[type=file]{padding:.5rem;border-style:dashed}
[aria-invalid=true]{border:2px solid var(--bad)}
.error{color:var(--bad);font-weight:600;margin:.25rem 0}
button,.button{display:inline-block;min-height:2.75rem;margin:.9rem .5rem 0 0;padding:.6rem 1.2rem;font:inherit;font-weight:600;color:#fff;background:var(--deep);border:2px solid transparent;border-radius:.5rem;cursor:pointer;text-decoration:none}
button:hover,.button:hover{background:var(--deeper)}
.quiet{color:var(--accent);background:var(--surface);border-color:var(--control)}
.quiet:hover{color:#fff}
.bottom{border-top:1px solid var(--line);font-size:.95rem;color:var(--muted)}
@media (max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}h1{font-size:1.35rem}button,.button{width:100%;text-align:center}}
@media (prefers-color-scheme:dark){.quiet:hover{color:#eef3f8}}
@media (forced-colors:active){button,.button,.box,details{border:1px solid}}
@media print{:root{--deep:#fff;--surface:#fff;--soft:#fff;--text:#000;--muted:#333;--accent:#000}.top{color:#000}.top nav,.skip,form,details,.acts{display:none}.photos img{height:auto;max-height:10cm;object-fit:contain}.chain>li{break-inside:avoid}a[href^="https:"]::after{content:" (" attr(href) ")"}}`;

/** The look of pages without scripts, the same colours as the chat's (`web/widget/styles/base.css`). */
export const style = html`${colours}${page}`;

/** Lets the page's policy allow exactly this style. */
export const styleHash = `'sha256-${createHash("sha256").update(markupOf(style)).digest("base64")}'`;
