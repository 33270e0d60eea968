import { loadContent } from "../src/loadParts";
import { learn, nameOf } from "../src/understanding/learn";
const { examples } = loadContent(".");
const ex=examples.filter(e=>e.weight!==0.2&&e.intent.id!=="vague");
for (let i=0;i<6;i++){const t=performance.now();const l=learn(ex);console.log("learn",(performance.now()-t).toFixed(0),l.vocabulary.size,l.model.weights.length)}
