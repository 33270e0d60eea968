import { loadContent } from "../src/loadParts";
import { createSpeller } from "../src/understanding/speller";
import { learn, weigh } from "../src/understanding/learn";
import { wordsOf } from "../src/understanding/words";
import { readSet } from "./eval/sets";
import { varied, variants } from "./eval/variants";
const { examples } = loadContent(".");
const counts=new Map<string,number>();for(const e of examples)for(const w of new Set(wordsOf(e.text)))counts.set(w,(counts.get(w)??0)+1);
const t=performance.now();const sp=createSpeller(counts);console.log("speller",counts.size,(performance.now()-t).toFixed(0),"ms");
for(const w of "zgloszneie dowdo osobisyt paszprot smiceci latarnai urzad urazd zameldownie".split(" "))console.log(w,sp(w));
const l=learn(examples);
for(const dir of ["/work/shared/eval"]){const items=readSet(dir).filter(i=>!i.derived&&i.part!=="oos"&&i.right.length);
for(const v of variants)for(const mode of [0,1,2]){const st:any={};for(const it of varied(items,v)){const w=wordsOf(it.text);const ws=mode===0?w:w.flatMap(x=>{const c=sp(x);return c===undefined?[x]:mode===1?[x,c]:[c]});const r=weigh(l,ws);const k=it.part;st[k]??=[0,0];st[k][0]++;if(r[0]&&r[0].intent.kind===(k==="questions"?"article":"service")&&it.right.includes(r[0].intent.id))st[k][1]++}
console.log(v,["none","beside","instead"][mode],JSON.stringify(Object.fromEntries(Object.entries(st).map(([k,[n,a]]:any)=>[k,(100*a/n).toFixed(1)]))))}}
