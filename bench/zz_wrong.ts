import { readFileSync } from "node:fs";
import { loadContent } from "../src/loadParts";
import { createUnderstanding } from "../src/understanding/understanding";
const dir=process.argv[2]!, sort=process.argv[3]!;
const labels=JSON.parse(readFileSync(dir+"/labels.json","utf8"));
const { examples } = loadContent(".");
const u=createUnderstanding(examples, "/tmp/x/model.bin");
for (const l of readFileSync(`${dir}/${sort}.dev.jsonl`,"utf8").split("\n").filter(Boolean)) {
  const it=JSON.parse(l); const r=u.understand(it.text,{language:"pl"});
  const ok=(c:any)=> sort==="questions"? c.intent.kind==="article"&&(labels[it.label]??[]).includes(c.intent.id): sort==="reports"? c.intent.kind==="service"&&c.intent.id===it.label : false;
  const rank=r.candidates.findIndex(ok);
  if(rank===0) continue;
  if (sort==="oos" && r.confidence<0.3) continue;
  console.log(`[${it.label}${it.derived?" D":""}] rank ${rank+1} ${it.text.slice(0,260)}\n    ${r.candidates.slice(0,4).map(c=>`${c.intent.kind[0]}:${c.intent.id} ${c.confidence.toFixed(2)}`).join(", ")} known ${r.knownWords.toFixed(2)}`);
}
