import { type Chat, openDialogChat } from "./dialogChat";
import type { Dialog, Line, Sample } from "./dialogs/dialog";
import type { DialogParts, Progress } from "./dialogs/dialogParts";
import { type Gazetteer, gazetteerOf } from "./places/gazetteer";
import { placesListed } from "./places/locate";

/** A sample conversation that does not hold, and why: the words for editors are those of the sample. */
export type SampleFailure = { dialog: string; about: string; wrong: string };

/** Plays the sample conversations of all dialogs; those that do not hold. */
export function playSamples(parts: DialogParts): SampleFailure[] {
  return [...parts.dialogs.values()].flatMap((dialog) =>
    dialog.conversations.flatMap((sample) => {
      const wrong = playSample(dialog, sample, parts);
      return wrong === undefined ? [] : [{ dialog: dialog.id, about: sample.about, wrong }];
    }),
  );
}

let gazetteer: Gazetteer | undefined;

/** What is wrong with a sample conversation; undefined when it holds. */
export function playSample({ id }: Pick<Dialog, "id">, sample: Sample, parts: DialogParts): string | undefined {
  gazetteer ??= gazetteerOf();
  const city = gazetteer;
  const chat = openDialogChat(id, sample.language, { parts, placesIn: (text) => placesListed(text, city) });
  try {
    for (const line of sample.chat) {
      const wrong = run(chat, line);
      if (wrong !== undefined) return `${wrong}\n\n${chat.log.join("\n")}`;
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return undefined;
}

/** Runs one line; what is wrong with it, if anything. */
function run(chat: Chat, line: Line): string | undefined {
  if ("resident" in line) {
    chat.says(line.resident, line.understood);
  } else if ("press" in line) {
    if (!chat.buttons().includes(line.press)) return `no button "${line.press}"`;
    chat.presses(line.press);
  } else if ("photos" in line) {
    chat.sendsPhotos(line.photos);
  } else if ("bot" in line) {
    return wordsWrong(chat.said(), [line.bot].flat(), [line.not ?? []].flat());
  } else if ("buttons" in line) {
    const missing = line.buttons.filter((title) => !chat.buttons().includes(title));
    return missing.length > 0 ? `buttons missing: ${missing.join(", ")}` : undefined;
  } else {
    return endWrong(chat.progress(), line);
  }
  return undefined;
}

function wordsWrong(said: string, expected: string[], unwanted: string[]): string | undefined {
  const missing = expected.filter((words) => !said.includes(words)).map((words) => `not said: "${words}"`);
  const extra = unwanted.filter((words) => said.includes(words)).map((words) => `should not be said: "${words}"`);
  const wrong = [...missing, ...extra];
  return wrong.length > 0 ? wrong.join("\n") : undefined;
}

function endWrong(progress: Progress, line: Extract<Line, { ends: string }>): string | undefined {
  if (progress.kind !== line.ends) return `expected the dialog to end as ${line.ends}, it is ${progress.kind}`;
  const got = progress.kind === "finished" ? valuesOf(progress) : {};
  const wrong = Object.entries(line.with ?? {}).filter(([name, value]) => got[name] !== value);
  return wrong.length > 0
    ? wrong.map(([name, value]) => `${name} is "${got[name]}", expected "${value}"`).join("\n")
    : undefined;
}

/** Everything a finished dialog hands over, in one flat record. */
function valuesOf({ result }: Extract<Progress, { kind: "finished" }>): Record<string, string> {
  switch (result.kind) {
    case "file_service_request": {
      const { service, description, place, address = "", district = "", answers, contact, attachments } = result;
      const where = { place, address, district };
      return { service, description, ...where, photos: String(attachments.length), ...answers, ...contact };
    }
    case "leave_contact":
      return { contact: result.contact, matter: result.matter };
    case "tell_status":
      return { number: result.serviceRequestIds.join(" ") };
    case "follow_service_request":
      return { follows: result.id };
    case "told":
      return { told: "yes" };
  }
}
