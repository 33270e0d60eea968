import { versionOf } from "../content/versionOf";
import { gramsOf } from "./features";
import { stem } from "./stem";
import { wordsOf } from "./words";

/** Words whose parts change with almost any change of folding, tokenizing, stemming or cutting. */
const PROBE = `Zażółć gęślą jaźń, URZĘDZIE psami dziećmi śmieciach drogami zameldowaniem parkowałyśmy krakowskiego
  Długiej 12/3 os. Zgody e-Doręczenia miesięcy wniosek-wnioskiem street lights broken під'їзді вулицею`;

/** Changes by itself whenever a text would give other features than before; a model kept from then is refused. */
export const normaliserVersion = versionOf(wordsOf(PROBE).map((word) => [stem(word), ...gramsOf(word)]));
