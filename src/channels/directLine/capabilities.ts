import type { Capabilities } from "../capabilities";

/** Our own widget and the city's app draw everything; they fetch by themselves, so nothing is sent to them. */
export const directLineCapabilities: Capabilities = {
  textLength: 20_000,
  marks: "markdown",
  buttons: { most: 30, titleLength: 200 },
  typing: true,
  receipts: "none",
  files: { mostMegabytes: 25 },
  pace: { perSecond: 1_000 },
  sentOnce: true,
};
