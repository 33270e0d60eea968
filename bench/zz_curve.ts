import { loadContent } from "../src/loadParts";
import { createSearch } from "../src/knowledge/search";
import { teach } from "../src/understanding/teach";
import { terms } from "../src/understanding/words";
import * as C from "../src/understanding/calibrate";
import { confidenceOf, signalValues } from "../src/understanding/confidence";
import { fitLogistic } from "../src/understanding/logistic";
import { nameOf } from "../src/understanding/learn";
const { content, ...lessons } = loadContent(".");
const index=createSearch([...content.articles.values()],terms);
let J:any[]=[];
const orig=C.calibrate;
const t0=performance.now();
const taught=teach({...lessons,search:(a)=>index(a).map(x=>x.article.id)},C.usuallyAccepted);
console.log("teach",(performance.now()-t0).toFixed(0),taught.calibration.weights,taught.calibration.bands);
// rebuild judged
import { createSpeller } from "../src/understanding/speller";
import { signalsOf } from "../src/understanding/signals";
import { wordsOf } from "../src/understanding/words";
import { maskPersonalData, withoutMarks } from "../src/understanding/maskPersonalData";
import { findPlace } from "../src/understanding/findPlace";
import { stem } from "../src/understanding/stem";
const sp=createSpeller(taught.counts);
for(const {text,right} of lessons.labelled!){const w=wordsOf(withoutMarks(maskPersonalData(text))).map(x=>sp(x)??x);J.push({text,right:right.map(nameOf),signals:signalsOf(taught.learnt,{words:w,place:findPlace(text),found:index(w.map(stem)).map(x=>x.article.id)})})}
const obs=J.map(j=>({values:signalValues(j.signals),right:j.signals.weighed[0]?j.right.includes(nameOf(j.signals.weighed[0].intent)):false}));
const folds=[0,1,2,3,4].map(f=>fitLogistic(obs.filter((_,i)=>i%5!==f)));
const shots=J.map((j,i)=>({c:confidenceOf(j.signals,folds[i%5]!),r:obs[i]!.right,k:j.signals.weighed[0]?.intent.kind,b:j.signals.weighed[0]?nameOf(j.signals.weighed[0].intent):"",agree:j.signals.weighed[0]?.intent.kind!=="article"||j.signals.found.slice(0,3).includes(j.signals.weighed[0].intent.id),text:j.text,right:j.right}));
for(const k of ["article","outside","service","talk"]){const s=shots.filter(x=>x.k===k);console.log(k,s.length,[.3,.5,.6,.7,.75,.8,.85,.9,.95].map(t=>{const a=s.filter(x=>x.c>=t);return `${t}: ${(100*a.length/s.length).toFixed(0)}/${(100*a.filter(x=>!x.r).length/a.length).toFixed(1)}`}).join("  "))}
const s=shots.filter(x=>x.k==="article"&&x.agree);console.log("article agreed",s.length,[.3,.5,.6,.7,.75,.8,.85,.9,.95].map(t=>{const a=s.filter(x=>x.c>=t);return `${t}: ${(100*a.length/s.length).toFixed(0)}/${(100*a.filter(x=>!x.r).length/a.length).toFixed(1)}`}).join("  "));
for(const x of shots.filter(x=>!x.r&&x.c>.85).sort((a,b)=>b.c-a.c).slice(0,60))console.log(x.c.toFixed(2),x.right.join(","),"→",x.b,"|",x.text.slice(0,110));
