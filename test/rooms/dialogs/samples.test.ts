import type { Line, Sample } from "../../../src/dialogs/dialog";
import type { Progress } from "../../../src/dialogs/dialogParts";
import { type Chat, openChat, parts } from "./chat";

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

const dialogs = [...parts.dialogs.values()];

describe.each(dialogs.map(({ id, conversations }) => ({ id, conversations })))("$id", ({ id, conversations }) => {
  test.each(conversations.map((sample): [string, Sample] => [sample.about, sample]))("%s", (_, sample) => {
    const chat = openChat(id, sample.language);
    for (const line of sample.chat) {
      const wrong = run(chat, line);
      if (wrong !== undefined) throw new Error(`${wrong}\n\n${chat.log.join("\n")}`);
    }
  });
});

test("every dialog shows at least three sample conversations, the report of a problem at least eight", () => {
  const few = dialogs.filter(({ id, conversations }) => conversations.length < (id === "report-problem" ? 8 : 3));
  expect(few.map(({ id }) => id)).toEqual([]);
});
