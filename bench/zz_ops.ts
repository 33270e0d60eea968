import { loadContent } from "../src/loadParts";
import { learn, nameOf } from "../src/understanding/learn";
import { vectorOf } from "../src/understanding/features";
import { wordsOf } from "../src/understanding/words";
const { examples } = loadContent(".");
const l=learn(examples); let fs=0,ops=0,full=0,by:any={};
for(const e of examples){const v=vectorOf(wordsOf(e.text),l.vocabulary);const k=e.weight??1;by[k]??=[0,0,0,0];by[k][0]++;for(const f of v.at){const n=l.model.start[f+1]!-l.model.start[f]!;by[k][1]++;if(n===l.model.classes)by[k][3]++;else by[k][2]+=n;}}
for(const k in by)console.log(k,by[k][0],"features",(by[k][1]/by[k][0]).toFixed(0),"rare ops",(by[k][2]/by[k][0]).toFixed(0),"full",(by[k][3]/by[k][0]).toFixed(1));
