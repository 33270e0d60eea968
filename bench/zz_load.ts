import { loadContent } from "../src/loadParts";
import { createSearch } from "../src/knowledge/search";
import { terms } from "../src/understanding/words";
for(let i=0;i<4;i++){let t=performance.now();const {content,examples}=loadContent(".");const a=performance.now()-t;t=performance.now();createSearch([...content.articles.values()],terms);console.log("load",a.toFixed(0),"search",(performance.now()-t).toFixed(0),examples.length)}
