import { readFileSync } from "node:fs";
import { loadContent } from "../src/loadParts";
import { learn, nameOf, weigh } from "../src/understanding/learn";
import { knownShare } from "../src/understanding/features";
import { stem } from "../src/understanding/stem";
import { wordsOf, terms } from "../src/understanding/words";
import { maskPersonalData, withoutMarks } from "../src/understanding/maskPersonalData";
import { findPlace } from "../src/understanding/findPlace";
import { createSearch } from "../src/knowledge/search";
const { content, examples } = loadContent(".");
const ex=examples.filter(e=>e.weight!==0.2&&e.intent.id!=="vague");for(const e of ex)if(/uncovered|unrelated/.test(e.intent.id))(e as any).weight=0.5;
const l=learn(ex);const search=createSearch([...content.articles.values()],terms);
const labels=JSON.parse(readFileSync("/work/shared/eval/labels.json","utf8"));
const read=(f:string)=>readFileSync(f,"utf8").split("\n").filter(Boolean).map(x=>JSON.parse(x));
type R={x:number[],right:number,kind:string,set:string,harm:boolean,text:string,best:string,want:string};
const harmless=new Set([...content.articles.values()].filter(a=>a.competence==="other").map(a=>a.id));
function sig(text:string){const t=withoutMarks(maskPersonalData(text));const w=wordsOf(t);const ws=weigh(l,w);const place=findPlace(text);const wk=place?wordsOf(t.replace(place," ")):w;const known=knownShare(wk.length?wk:w,l.vocabulary);
 let told=0;for(const q of new Set(wk.map(stem))){const p=l.vocabulary.place.get("="+q);if(p!==undefined)told+=l.vocabulary.telling[p]!}
 const b=ws[0]?.probability??0,s=ws[1]?.probability??0;const lim=Math.min(Math.max(b,.001),.999);
 const found=search(text).map(f=>f.article.id);const k=ws[0]?.intent.kind;const at=k==="article"?found.indexOf(ws[0]!.intent.id):-2;
 const agree=k==="article"?(at===0?1:at>0?0.4:0):0;
 return {ws,x:[1,Math.log(lim/(1-lim)),b-s,known,Math.log(1+w.length*known),Math.log(1+told),agree,k==="article"?1:0,k==="service"?1:0,k==="outside"?1:0]}}
function row(text:string,want:string[],kind:string,set:string):R{const {ws,x}=sig(text);const n=ws[0]?nameOf(ws[0].intent):"";const i=ws[0]?.intent;const harm=!!i&&(i.kind==="service"||i.kind==="dialog"||(i.kind==="article"&&!harmless.has(i.id)));
 const right=kind==="outside"||kind==="talk"?(set==="dev"?!harm:want.includes(n)||!harm):want.includes(n);return {x,right:right?1:0,kind,set,harm,text,best:n,want:want[0]!}}
const rows:R[]=[];
for(const f of ["C1","E1"])for(const r of read(`/tmp/phr/${f}.jsonl`))if(r.class!=="two")rows.push(row(r.text,[r.class],r.class.split(":")[0],f));
for(const [p,k] of [["questions","article"],["reports","service"],["oos","outside"]] as any)for(const r of read(`/work/shared/eval/${p}.dev.jsonl`))if(!r.derived&&r.label!=="other")rows.push(row(r.text,k==="article"?labels[r.label].map((x:string)=>"article:"+x):k==="service"?["service:"+r.label]:["-"],k,"dev"));
const use=(process.env.S??"0,1,2,3,4,5,6,7,8,9").split(",").map(Number);
function fit(rs:R[],l2=1){const d=use.length;let w=new Float64Array(d);for(let it=0;it<25;it++){const H=Array.from({length:d},()=>new Float64Array(d));const g=new Float64Array(d);for(const r of rs){let s=0;use.forEach((u,i)=>s+=r.x[u]!*w[i]!);const p=1/(1+Math.exp(-s));const v=p*(1-p)+1e-9;for(let i=0;i<d;i++){g[i]!+=(p-r.right)*r.x[use[i]!]!;for(let j=0;j<d;j++)H[i]![j]!+=v*r.x[use[i]!]!*r.x[use[j]!]!}}
 for(let i=0;i<d;i++){g[i]!+=l2*(i?w[i]!:0);H[i]![i]!+=i?l2:1e-6}
 const A=H.map((h,i)=>[...h,g[i]!]);for(let i=0;i<d;i++){let p=i;for(let k=i+1;k<d;k++)if(Math.abs(A[k]![i]!)>Math.abs(A[p]![i]!))p=k;[A[i],A[p]]=[A[p]!,A[i]!];for(let k=0;k<d;k++)if(k!==i){const m=A[k]![i]!/A[i]![i]!;for(let j=i;j<=d;j++)A[k]![j]!-=m*A[i]![j]!}}
 let mx=0;for(let i=0;i<d;i++){const st=A[i]![d]!/A[i]![i]!;w[i]!-=st;mx=Math.max(mx,Math.abs(st))}if(mx<1e-6)break}return w}
const pr=(r:R,w:Float64Array)=>{let s=0;use.forEach((u,i)=>s+=r.x[u]!*w[i]!);return 1/(1+Math.exp(-s))};
function ece(rs:R[],ps:number[]){const b=Array.from({length:10},()=>0);rs.forEach((r,i)=>{b[Math.min(9,Math.floor(ps[i]!*10))]!+=ps[i]!-r.right});return b.reduce((a,x)=>a+Math.abs(x),0)/rs.length}
function report(name:string,rs:R[],w:Float64Array){const ps=rs.map(r=>pr(r,w));const ll=-rs.reduce((a,r,i)=>a+Math.log(r.right?ps[i]!:1-ps[i]!),0)/rs.length;
 const at=[.4,.5,.6,.7,.8].map(t=>{const a=rs.filter((_,i)=>ps[i]!>=t);return `${t}: ${(100*a.length/rs.length).toFixed(0)}/${(100*a.filter(r=>r.right).length/a.length).toFixed(1)}`}).join(" ");
 console.log(name.padEnd(14),rs.length,"right",(100*rs.reduce((a,r)=>a+r.right,0)/rs.length).toFixed(1),"ll",ll.toFixed(3),"ece",ece(rs,ps).toFixed(3),at)}
const C=rows.filter(r=>r.set==="C1"),E=rows.filter(r=>r.set==="E1"),D=rows.filter(r=>r.set==="dev");
const w=fit(C);console.log([...w].map(x=>x.toFixed(2)).join(" "));
for(const [n,rs] of [["C1 self",C],["E1",E],["dev",D]] as any){report(n,rs,w);for(const k of ["article","service","outside"])report("  "+k,rs.filter((r:R)=>r.kind===k),w)}
const both=fit([...C,...E]);report("dev by C+E",D,both);for(const k of ["article","service","outside"])report("  "+k,D.filter(r=>r.kind===k),both);
if(process.env.V){for(const r of [...E,...D].filter(r=>!r.right&&pr(r,w)>0.6).sort((a,b)=>pr(b,w)-pr(a,w)).slice(0,60))console.log(pr(r,w).toFixed(2),r.set,r.want,"→",r.best,"|",r.text.slice(0,150))}
