import { type Folder, within } from "../content/folder";
import { complain } from "../content/mistakes";
import { checkedYamlFile } from "../content/readFiles";
import { type Known, officeMistakes } from "./checkOffice";
import { type Office, type OfficeSettings, Sentences, Timings } from "./office";

/** What holds where the console has set nothing: the editors' sentences and times, no ways to units, no own rules, no topic off. */
export function loadOffice(dialogsFolder: Folder, known: Known): OfficeSettings {
  const sentences = checkedYamlFile(within(dialogsFolder, "_sentences.yaml"), Sentences);
  const timings = checkedYamlFile(within(dialogsFolder, "_timings.yaml"), Timings);
  complain([
    ...officeMistakes.sentences(sentences.value, known).map(({ path, message }) => sentences.mistake(path, message)),
    ...officeMistakes.timings(timings.value, known).map(({ path, message }) => timings.mistake(path, message)),
  ]);
  return {
    routing: { rules: [] },
    ways: { units: {} },
    sentences: sentences.value,
    timings: timings.value,
    topics: { off: [] },
  };
}

/** An office nobody changes, without experience of how long things take. */
export function fixedOffice(settings: OfficeSettings): Office {
  return { ...settings, expected: () => undefined };
}
