import type { z } from "zod";
import { Commands } from "./dialogs/commands";
import { Dialog } from "./dialogs/dialog";
import { Phrases as DialogPhrases } from "./dialogs/phrases";
import { Areas } from "./handoff/areas";
import { OpeningHours } from "./handoff/openingHours";
import { Shortcuts } from "./handoff/shortcuts";
import { PublicOffices } from "./knowledge/offices";
import { OutsideMatters } from "./knowledge/outside";
import { Sentences, Timings } from "./serviceRequests/office";
import { ServiceFile } from "./serviceRequests/service";
import { Units } from "./serviceRequests/units";
import { Phrases } from "./turn/phrases/phrases";
import { AcceptedFile } from "./understanding/accepted";
import { AllSmallTalk } from "./understanding/smallTalk";

const schemas: Record<string, z.ZodType> = {
  "dialogs/_areas.yaml": Areas,
  "dialogs/_bot.en.yaml": Phrases,
  "dialogs/_bot.pl.yaml": Phrases,
  "dialogs/_bot.uk.yaml": Phrases,
  "dialogs/_commands.yaml": Commands,
  "dialogs/_openingHours.yaml": OpeningHours,
  "dialogs/_phrases.yaml": DialogPhrases,
  "dialogs/_sentences.yaml": Sentences,
  "dialogs/_shortcuts.yaml": Shortcuts,
  "dialogs/_smallTalk.yaml": AllSmallTalk,
  "dialogs/_timings.yaml": Timings,
  "dialogs/_units.yaml": Units,
  "knowledge/_accepted.yaml": AcceptedFile,
  "knowledge/_offices.yaml": PublicOffices,
  "knowledge/_outside.yaml": OutsideMatters,
};

/** What a document of editors has to look like by itself, whatever the others say; undefined for those nobody knows. */
export function schemaOf(path: string): z.ZodType | undefined {
  if (/^dialogs\/services\/[^_/][^/]*\.yaml$/.test(path)) return ServiceFile;
  return /^dialogs\/[^_/][^/]*\.yaml$/.test(path) ? Dialog : schemas[path];
}
