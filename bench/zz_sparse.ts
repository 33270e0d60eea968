import { readFileSync } from "node:fs";
import { loadContent } from "../src/loadParts";
import { learn, nameOf, weigh } from "../src/understanding/learn";
import { buildVocabulary, vectorOf, type Vector } from "../src/understanding/features";
import { wordsOf } from "../src/understanding/words";
import { maskPersonalData, withoutMarks } from "../src/understanding/maskPersonalData";
import type { Example } from "../src/conversation/understanding";

const NEG=Number(process.env.NEG??0.01), ROUNDS=Number(process.env.ROUNDS??4), RATE=Number(process.env.RATE??1.5), SETTLED=Number(process.env.SETTLED??0.2);
type Sparse={classes:number,start:Int32Array,cls:Int32Array,w:Float32Array,bias:Float32Array};
function score(m:Sparse,v:Vector,into:Float64Array){ into.set(m.bias); const {start,cls,w}=m; for(let i=0;i<v.at.length;i++){const x=v.weight[i]!; if(x===0)continue; const f=v.at[i]!; for(let p=start[f]!,e=start[f+1]!;p<e;p++){ into[cls[p]!]!+=x*w[p]!; } } }
function softmax(s:Float64Array){let m=-Infinity;for(const x of s)if(x>m)m=x;let t=0;for(let i=0;i<s.length;i++){const r=Math.exp(s[i]!-m);s[i]=r;t+=r}for(let i=0;i<s.length;i++)s[i]!/=t}
function rnd(seed:number){let s=seed;return()=>{s=(s+0x6d2b79f5)|0;let m=Math.imul(s^(s>>>15),1|s);m=(m+Math.imul(m^(m>>>7),61|m))^m;return((m^(m>>>14))>>>0)/4294967296}}
export function sparseLearn(examples:Example[]){
  const t0=performance.now();
  const names=new Map<string,number>(); const intents:any[]=[];
  const label=examples.map(e=>{const n=nameOf(e.intent);let k=names.get(n);if(k===undefined){k=intents.length;names.set(n,k);intents.push(e.intent)}return k});
  const {vocabulary,vectors}=buildVocabulary(examples.map(({text})=>wordsOf(text)));
  const t1=performance.now();
  const F=vocabulary.size,C=intents.length;
  // support
  const byClass:number[][]=Array.from({length:C},()=>[]);
  vectors.forEach((v,i)=>{byClass[label[i]!]!.push(i)});
  const seen=new Int32Array(F).fill(-1); const count=new Int32Array(F+1);
  const lists:Int32Array[]=[];
  for(let c=0;c<C;c++){const l:number[]=[];for(const i of byClass[c]!){const v=vectors[i]!;for(let j=0;j<v.at.length;j++){const f=v.at[j]!;if(v.weight[j]===0)continue;if(seen[f]!==c){seen[f]=c;l.push(f);count[f+1]!++}}}lists.push(Int32Array.from(l))}
  const MAXC=Number(process.env.MAXC??1e9); const isStemF=new Uint8Array(F); for(const [n,p] of vocabulary.place) if(n[0]==='=') isStemF[p]=1;
  const drop=new Uint8Array(F); for(let f=0;f<F;f++) if(!isStemF[f]&&count[f+1]!>MAXC){drop[f]=1;}
  if(MAXC<1e9){ for(const v of vectors){let sq=0;for(let j=0;j<v.at.length;j++){if(drop[v.at[j]!])v.weight[j]=0;sq+=v.weight[j]!**2} const n=Math.sqrt(sq)||1;for(let j=0;j<v.at.length;j++)v.weight[j]!/=n;}
    for(let c=0;c<C;c++)lists[c]=lists[c]!.filter(f=>!drop[f]); for(let f=0;f<F;f++)if(drop[f]){count[f+1]=0; vocabulary.telling[f]=0;} }
  for(let f=0;f<F;f++)count[f+1]!+=count[f]!;
  const start=count.slice();const fill=count.slice();const nnz=start[F]!;
  const cls=new Int32Array(nnz);
  for(let c=0;c<C;c++)for(const f of lists[c]!)cls[fill[f]!++]=c;
  const m:Sparse={classes:C,start,cls,w:new Float32Array(nnz),bias:new Float32Array(C)};
  const slope=new Float32Array(F).fill(1e-6);let bs=1e-6;
  const err=new Float64Array(C),act=new Int32Array(C);
  const order=Int32Array.from(vectors.keys());const r=rnd(20261121);const back=new Uint8Array(vectors.length);
  let visits=0;
  for(let round=0;round<ROUNDS;round++){
    for(let i=order.length-1;i>0;i--){const j=Math.floor(r()*(i+1));const k=order[i]!;order[i]=order[j]!;order[j]=k}
    for(const i of order){ if(back[i]!>round)continue; visits++;
      const v=vectors[i]!,y=label[i]!,wt=examples[i]!.weight??1;
      score(m,v,err);softmax(err);const off=1-err[y]!;
      let n=0,sq=0;
      for(let c=0;c<C;c++){const o=err[c]!-(c===y?1:0);if(o<NEG&&o>-NEG){err[c]=0;continue}const e=o*wt;err[c]=e;act[n++]=c;sq+=e*e}
      bs+=sq;const bstep=0.1*RATE/Math.sqrt(bs);for(let k=0;k<n;k++){const c=act[k]!;m.bias[c]!-=bstep*err[c]!}
      for(let k=0;k<v.at.length;k++){const x=v.weight[k]!;if(x===0)continue;const f=v.at[k]!;const s=slope[f]!+x*x*sq;slope[f]=s;const step=RATE*x/Math.sqrt(s);
        for(let p=start[f]!,e=start[f+1]!;p<e;p++){const d=err[cls[p]!]!;if(d!==0)m.w[p]!-=step*d}}
      if(off<SETTLED)back[i]=round+3;
    }}
  return {intents,vocabulary,m,nnz,F,visits,vecMs:t1-t0,ms:performance.now()-t0};
}
export function sweigh(l:ReturnType<typeof sparseLearn>,words:string[]){const v=vectorOf(words,l.vocabulary);const s=new Float64Array(l.m.classes);score(l.m,v,s);softmax(s);return [...s.keys()].sort((a,b)=>s[b]!-s[a]!).slice(0,5).map(i=>({intent:l.intents[i],probability:s[i]!}))}
export function evalDev(run:(w:string[])=>{intent:any,probability:number}[]){
  const dir="/work/shared/eval";const labels=JSON.parse(readFileSync(dir+"/labels.json","utf8"));
  const out:string[]=[];
  for(const sort of ["questions","reports"]) { let n=0,a=0,b=0; for(const l of readFileSync(`${dir}/${sort}.dev.jsonl`,"utf8").split("\n").filter(Boolean)){const it=JSON.parse(l);if(it.derived||it.label==="other")continue;n++;
    const r=run(wordsOf(withoutMarks(maskPersonalData(it.text))));
    const ok=(c:any)=>sort==="questions"?c.intent.kind==="article"&&(labels[it.label]??[]).includes(c.intent.id):c.intent.kind==="service"&&c.intent.id===it.label;
    if(ok(r[0]))a++;if(r.slice(0,3).some(ok))b++;}
    out.push(`${sort} ${n}: @1 ${(100*a/n).toFixed(1)} @3 ${(100*b/n).toFixed(1)}`)}
  return out.join("  ");
}
export function folds(examples:Example[],fit:(e:Example[])=>(w:string[])=>{intent:any}[]){let s=0;const fold=examples.map(e=>(e.weight??1)===1?s++%5:-1);const res:any={};
  for(let h=0;h<2;h++){const run=fit(examples.filter((_,i)=>fold[i]!==h));examples.forEach((e,i)=>{if(fold[i]!==h)return;const k=e.intent.kind;const r=run(wordsOf(e.text));res[k]??=[0,0,0];res[k][0]++;if(nameOf(r[0]!.intent)===nameOf(e.intent))res[k][1]++;if(r.slice(0,3).some(x=>nameOf(x.intent)===nameOf(e.intent)))res[k][2]++})}
  return Object.entries(res).map(([k,[n,a,b]]:any)=>`${k} ${(100*a/n).toFixed(1)}/${(100*b/n).toFixed(1)}`).join("  ");}
if(process.argv[1]?.includes("zz_sparse")){
const { examples } = loadContent(".");
if(process.env.DENSE){ const t=performance.now();const l=learn(examples);console.log("dense",(performance.now()-t).toFixed(0),"ms",evalDev(w=>weigh(l,w)));console.log(folds(examples,e=>{const l=learn(e);return w=>weigh(l,w)}))}
sparseLearn(examples.slice(0,3000));
const l=sparseLearn(examples);console.log("sparse",l.ms.toFixed(0),"ms (vectors",l.vecMs.toFixed(0),") nnz",l.nnz,"F",l.F,"visits",l.visits,evalDev(w=>sweigh(l,w)));
console.log(folds(examples,e=>{const l=sparseLearn(e);return w=>sweigh(l,w)}));
}
