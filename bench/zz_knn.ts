import { loadContent } from "../src/loadParts";
import { nameOf } from "../src/understanding/learn";
import { vectorOf } from "../src/understanding/features";
import { wordsOf } from "../src/understanding/words";
import { evalDev, folds, sparseLearn, sweigh } from "./zz_sparse";
const { examples } = loadContent(".");
const ex=examples.filter(e=>(e.weight??1)!==0.2);
function fit(e:any[],a:number,temp:number){const l=sparseLearn(e);const vs=e.map((x:any)=>vectorOf(wordsOf(x.text),l.vocabulary));
 const idx:number[][]=Array.from({length:l.vocabulary.size},()=>[]);vs.forEach((v:any,i:number)=>v.at.forEach((f:number,j:number)=>{if(v.weight[j]>0)idx[f]!.push(i,v.weight[j])}));
 const names=new Map(l.intents.map((x:any,i:number)=>[nameOf(x),i]));const lab=e.map((x:any)=>names.get(nameOf(x.intent))!);
 return (w:string[])=>{const v=vectorOf(w,l.vocabulary);const sim=new Float64Array(e.length);v.at.forEach((f,j)=>{const x=v.weight[j]!;if(!x)return;const p=idx[f]!;for(let k=0;k<p.length;k+=2)sim[p[k]!]!+=x*p[k+1]!});
  // per class: mean of top 2
  const b1=new Float64Array(l.intents.length),b2=new Float64Array(l.intents.length);for(let i=0;i<e.length;i++){const c=lab[i]!,s=sim[i]!;if(s>b1[c]!){b2[c]=b1[c]!;b1[c]=s}else if(s>b2[c]!)b2[c]=s}
  const s=new Float64Array(l.intents.length);const full=sweighAll(l,v);for(let c=0;c<s.length;c++)s[c]=Math.log(full[c]!+1e-9)+a*(b1[c]!+temp*b2[c]!);
  return [...s.keys()].sort((x,y)=>s[y]!-s[x]!).slice(0,5).map(i=>({intent:l.intents[i],probability:s[i]!}))}}
function sweighAll(l:any,v:any){const s=new Float64Array(l.m.classes);const m=l.m;s.set(m.bias);v.at.forEach((f:number,j:number)=>{const x=v.weight[j];if(!x)return;for(let p=m.start[f];p<m.start[f+1];p++)s[m.cls[p]]!+=x*m.w[p]});let mx=-1e9;for(const x of s)mx=Math.max(mx,x);let t=0;s.forEach((x,i)=>{s[i]=Math.exp(x-mx);t+=s[i]!});return s.map(x=>x/t)}
for(const [a,t] of [[0,0],[3,0],[6,0],[6,1],[12,0.5],[100,0.5]] as any){ const r=fit(ex,a,t); console.log(a,t,evalDev(r),folds(ex,e=>fit(e,a,t))); }
