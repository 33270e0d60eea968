import { loadParts } from "../src/loadParts";
import { judge } from "./eval/judge";
import { readSet } from "./eval/sets";
const parts=loadParts(".",{modelFile:"/tmp/x/m2.bin"});console.log(parts.bands);
for(const s of judge(readSet(process.argv[2]!).filter(i=>!i.derived),parts)) if(s.answered&&!s.answeredRight&&(s.item.part!=="questions"||s.item.right.length))console.log(s.item.part,s.confidence.toFixed(2),s.item.label,"→",s.best?.kind,s.best?.id,s.because,"|",s.item.text.slice(0,110));
