import { loadParts } from "../src/loadParts";
import { readSet } from "./eval/sets";
const parts=loadParts(".",{modelFile:"/tmp/x/m2.bin"});
const texts=readSet("/work/shared/eval").map(i=>i.text);
const time=(n:string,f:(t:string)=>unknown)=>{for(let k=0;k<4;k++)for(const t of texts)f(t);const m=texts.map(t=>{const b=performance.now();f(t);return (performance.now()-b)*1000}).sort((a,b)=>a-b);console.log(n,"p50",m[m.length>>1]!.toFixed(0),"p90",m[Math.floor(m.length*.9)]!.toFixed(0),"p99",m[Math.floor(m.length*.99)]!.toFixed(0))};
time("search",t=>parts.search(t));time("understand",t=>parts.understand(t,{language:"pl",found:[]}));
