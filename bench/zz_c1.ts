import { readFileSync } from "node:fs";
import { loadContent } from "../src/loadParts";
import { learn, nameOf, weigh } from "../src/understanding/learn";
import { wordsOf } from "../src/understanding/words";
import { evalDev } from "./zz_sparse";
const { examples } = loadContent(".");
const drop=(process.env.DROP??"").split(",");
const ex=examples.filter(e=>!(drop.includes("prose")&&e.weight===0.2)&&!drop.includes(nameOf(e.intent)));
const G=Number(process.env.G??1);if(G>1){const groups=new Map<string,any[]>();const rest:any[]=[];for(const e of ex){if((e.weight??1)<1&&e.weight!==0.2){const k=nameOf(e.intent);(groups.get(k)??groups.set(k,[]).get(k)!).push(e)}else rest.push(e)}ex.length=0;ex.push(...rest);for(const g of groups.values())for(let i=0;i<g.length;i+=G)ex.push({...g[0],text:g.slice(i,i+G).map((x:any)=>x.text).join(" . ")})}
const UW=Number(process.env.UW??1);for(const e of ex){if(/uncovered|unrelated/.test(e.intent.id)&&(e.weight??1)===1)(e as any).weight=UW;if(e.intent.id==='vague')(e as any).weight=Number(process.env.VW??1)}
for(let i=0;i<2;i++)learn(ex);const t=performance.now();const l=learn(ex);const ms=performance.now()-t;
const rows=readFileSync(`/tmp/phr/${process.env.SET??"C1"}.jsonl`,"utf8").split("\n").filter(Boolean).map(x=>JSON.parse(x));
const st:any={};const conf:any={};
for(const r of rows){ if(r.class==="two")continue; const k=r.class.split(":")[0]; const w=weigh(l,wordsOf(r.text)); st[k]??=[0,0,0];st[k][0]++; const n=w.map(x=>nameOf(x.intent)); if(n[0]===r.class)st[k][1]++; else {const c=r.class+" → "+n[0];(conf[c]??=[]).push(r.text)} if(n.slice(0,3).includes(r.class))st[k][2]++; }
console.log(ms.toFixed(0),"ms",Object.entries(st).map(([k,[n,a,b]]:any)=>`${k} ${n}: ${(100*a/n).toFixed(1)}/${(100*b/n).toFixed(1)}`).join("  "));
console.log(evalDev(x=>weigh(l,x)));
if(process.env.V)for(const [c,t] of Object.entries(conf).sort((a:any,b:any)=>b[1].length-a[1].length).slice(0,Number(process.env.V))as any)console.log(c,t.length,"|",t.slice(0,3).join(" | ").slice(0,300));
