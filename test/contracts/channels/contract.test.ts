import { channelContract } from "./contract";
import { fakes } from "./fakes";

for (const fake of fakes) channelContract(fake);
