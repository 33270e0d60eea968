import { resolve } from "node:path";
import type { Bus } from "../../../src/conversation/bus";
import type { Log } from "../../../src/conversation/log";
import { staffContent } from "../../../src/forStaff";
import { type LiveContent, openLiveContent } from "../../../src/liveContent";
import { gazetteerOf } from "../../../src/places/gazetteer";
import type { Studio } from "../../../src/staff/studio/doors";
import type { Storage } from "../../../src/storage/storage";
import { openStudio } from "../../../src/studioWork";
import { builtProgram } from "../../builtOnce";
import { realModelFile, realParts } from "../../learnt";

const root = resolve(__dirname, "../../..");

type Given = { storage: Storage; bus: Bus; log: Log; now(): Date };
type Opened = { live: LiveContent; studio: ReturnType<typeof openStudio> };

/** The real studio on the house's store, with the project's content; opened when it is first needed, because it has to learn. */
export function houseStudio({ storage, bus, log, now }: Given): Studio & { close(): Promise<void> } {
  let opened: Promise<Opened> | undefined;
  const open = async (): Promise<Opened> => {
    const store = storage.content;
    const learning = { modelFile: realModelFile(), thread: await builtProgram("src/learnThread.ts") };
    const live = await openLiveContent({ store, folder: root, learning, given: realParts(), bus, log, now });
    const gazetteer = gazetteerOf();
    const { recentTexts, staff } = storage;
    const shown = (parts: Parameters<typeof staffContent>[0]) => staffContent(parts, gazetteer);
    return { live, studio: openStudio({ store, live, shown, regression: staff.regression, recentTexts, now }) };
  };
  const ready = async (): Promise<Studio> => {
    opened ??= open();
    return (await opened).studio;
  };
  return {
    store: storage.content,
    documents: async () => (await ready()).documents(),
    check: async (changes) => (await ready()).check(changes),
    candidate: async (changes) => (await ready()).candidate(changes),
    effect: async (draft) => (await ready()).effect(draft),
    released: async () => (await ready()).released(),
    async close() {
      const { live, studio } = (await opened) ?? {};
      studio?.close();
      live?.close();
    },
  };
}
