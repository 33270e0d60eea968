import { readFileSync } from "node:fs";
import { containerBootstrap } from "@nlpjs/core";
import { LangPl } from "@nlpjs/lang-pl";
import { Nlp } from "@nlpjs/nlp";
const examples = JSON.parse(readFileSync("/tmp/peer_ex.json"));
const container = await containerBootstrap();
container.use(LangPl);
const nlp = new Nlp({ container, autoSave: false, autoLoad: false, languages: ["pl"], nlu: { log: true, useNoneFeature: true } });
const t = performance.now();
for (const { text, label } of examples) nlp.addDocument("pl", text, label);
console.log("added", performance.now() - t);
let n=0; const log = console.log; console.log = (...a) => { if (n++ % 20 === 0) log(...a, ((performance.now()-t)/1000).toFixed(0)); };
await nlp.train();
log("trained", n, performance.now() - t);
for (const q of ["jak wyrobić dowód osobisty", "dziura w jezdni na Długiej", "asdf qwer", "pizza z dowozem"]) { const r = await nlp.process("pl", q); log(q, r.intent, r.score, r.classifications.slice(0, 3), r.sentiment); }
