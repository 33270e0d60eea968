import { readFileSync } from "node:fs";
import { loadContent } from "../src/loadParts";
import { buildVocabulary, vectorOf } from "../src/understanding/features";
import { wordsOf } from "../src/understanding/words";
import { trainDetector, detect } from "../src/understanding/detector";
import { createSpeller } from "../src/understanding/speller";
const { content, ...lessons } = loadContent(".");
const words=lessons.examples.map(e=>wordsOf(e.text));const counts=new Map<string,number>();for(const w of words)for(const x of new Set(w))counts.set(x,(counts.get(x)??0)+1);const sp=createSpeller(counts);
const {vocabulary,vectors}=buildVocabulary(words);
const t=performance.now();
const D=["danger","crisis"].map(id=>trainDetector(vectors.map((vector,i)=>({vector,called:lessons.examples[i]!.intent.kind==="talk"&&lessons.examples[i]!.intent.id===id||(id==="crisis"&&lessons.examples[i]!.intent.id==="interwencja-kryzysowa"&&false),weight:lessons.examples[i]!.weight??1})),vocabulary.size));
console.log("trained",(performance.now()-t).toFixed(0));
const share=(x:string)=>{const v=vectorOf(wordsOf(x).map(w=>sp(w)??w),vocabulary);return Math.max(...D.map(d=>detect(d,v)))};
const rows=readFileSync("/tmp/phr/danger.jsonl","utf8").split("\n").filter(Boolean).map(x=>JSON.parse(x)).map(r=>({...r,s:share(r.text)}));
const lab=readFileSync("knowledge/_labelled.jsonl","utf8").split("\n").filter(Boolean).map(x=>JSON.parse(x)).map(r=>({text:r.text,danger:r.right.some((x:string)=>/danger|crisis/.test(x)),s:share(r.text)}));
for(const [n,R] of [["list",rows],["labelled",lab]] as any){console.log(n,R.length);for(const t of [.05,.1,.15,.2,.3,.4,.5,.6,.7,.8]){const p=R.filter((r:any)=>r.danger),q=R.filter((r:any)=>!r.danger);console.log(t,"recall",(100*p.filter((r:any)=>r.s>=t).length/p.length).toFixed(1),"false",(100*q.filter((r:any)=>r.s>=t).length/q.length).toFixed(1))}}
