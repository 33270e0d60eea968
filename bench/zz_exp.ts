import { loadContent } from "../src/loadParts";
import { evalDev, folds, sparseLearn, sweigh } from "./zz_sparse";
const { examples } = loadContent(".");
const ex=examples.filter(e=>(e.weight??1)!==0.2);
sparseLearn(examples.slice(0,3000));
const l=sparseLearn(ex); const l2=sparseLearn(ex); console.log(ex.length,l2.ms.toFixed(0),"vec",l2.vecMs.toFixed(0),"F",l.F,"nnz",l.nnz,"visits",l.visits,evalDev(w=>sweigh(l,w)), folds(ex,e=>{const l=sparseLearn(e);return w=>sweigh(l,w)})); 
