/** Makes what is kept between runs of tests, before two workers would each make it. */
import { freshEmbedded } from "./databases";
import { realParts } from "./learnt";

async function main(): Promise<void> {
  await (await freshEmbedded()).drop();
  realParts();
}

void main();
