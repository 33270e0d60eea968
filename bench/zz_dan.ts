import { readFileSync } from "node:fs";
import { loadParts } from "../src/loadParts";
import { longestFound, wordsOf } from "../src/dialogs/words";
const parts=loadParts(".",{modelFile:"/tmp/x/m2.bin"});
const alarm=(t:string)=>{const w=wordsOf(t);return [...parts.content.smallTalk.values()].some(o=>longestFound(w,o.words)>0)};
const share=(t:string)=>parts.understand(t,{language:"pl",found:parts.search(t).map(x=>x.article)}).candidates.filter(c=>c.intent.kind==="talk"&&/danger|crisis/.test(c.intent.id)||c.intent.id==="interwencja-kryzysowa").reduce((s,c)=>s+c.confidence,0);
const rows=readFileSync("/tmp/phr/danger.jsonl","utf8").split("\n").filter(Boolean).map(x=>JSON.parse(x)).map(r=>({...r,s:alarm(r.text)?1:share(r.text)}));
const lab=readFileSync("knowledge/_labelled.jsonl","utf8").split("\n").filter(Boolean).map(x=>JSON.parse(x)).map(r=>({text:r.text,danger:r.right.some((x:string)=>/danger|crisis/.test(x)),s:alarm(r.text)?1:share(r.text)}));
for(const [n,R] of [["list",rows],["labelled",lab]] as any){console.log(n,R.length);for(const t of [.02,.05,.1,.15,.2,.3,.4,.5]){const p=R.filter((r:any)=>r.danger),q=R.filter((r:any)=>!r.danger);console.log(t,"recall",(100*p.filter((r:any)=>r.s>=t).length/p.length).toFixed(1),"false",(100*q.filter((r:any)=>r.s>=t).length/q.length).toFixed(1))}}
for(const r of rows.filter((r:any)=>r.danger?r.s<.15:r.s>=.15))console.log(r.danger,r.kind,r.s.toFixed(2),r.text);
