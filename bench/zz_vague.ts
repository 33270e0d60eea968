import { readFileSync } from "node:fs";
import { loadContent } from "../src/loadParts";
import { terms } from "../src/understanding/words";
const { examples } = loadContent(".");
import { vagueness } from "../src/understanding/vague";
const vg=vagueness(examples.filter(e=>e.intent.id==="vague").map(e=>e.text),examples);const known=new Set<string>();
const isV=(t:string)=>vg(terms(t));
for(const f of ["C1","E1"]){const st:any={};const rows=readFileSync(`/tmp/phr/${f}.jsonl`,"utf8").split("\n").filter(Boolean).map(x=>JSON.parse(x));
for(const r of rows){const k=r.class.split(":")[0]==="talk"?"vague":r.class.split(":")[0];st[k]??=[0,0];st[k][0]++;const v=isV(r.text);if(v)st[k][1]++;if(v!==(k==="vague"))console.log("  ",k,v,r.text,terms(r.text).filter(x=>!known.has(x)).slice(0,5))}console.log(f,st)}
let n=0;for(const e of examples)if((e.weight??1)===1&&e.intent.id!=="vague"&&isV(e.text)){n++;if(n<60)console.log("   ex",e.intent.kind,e.intent.id,e.text)}console.log(n);
