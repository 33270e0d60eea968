import { DialogState } from "./conversation/conversation";
import type { FoundPlace } from "./conversation/facts";
import type { Language } from "./conversation/language";
import type { Choice } from "./conversation/reply";
import type { Entities } from "./conversation/understanding";
import type { Line } from "./dialogs/dialog";
import type { DialogParts, Heard, Progress } from "./dialogs/dialogParts";
import { continueDialog, startDialog } from "./dialogs/engine";
import { parseNumber } from "./serviceRequests/number";
import { wishFor } from "./turn/wishFor";
import { findEmail, findPhone, findServiceRequestIds } from "./understanding/findContacts";
import { findPlace } from "./understanding/findPlace";

type Understood = NonNullable<Extract<Line, { resident: string }>["understood"]>;

/** A chat with one dialog, as a resident has it: typed button titles press the button, places and contacts are really found. */
export type Chat = {
  says(text: string, understood?: Understood): Progress;
  presses(title: string): Progress;
  sendsPhotos(count: number, text?: string): Progress;
  comesBack(): Progress;
  /** What the bot said last, bubbles one after another, and the buttons of the last one. */
  said(): string;
  buttons(): string[];
  choices(): Choice[];
  /** The state after the last message; throws when the dialog is over. */
  state(): DialogState;
  progress(): Progress;
  /** The whole chat, for reading. */
  log: string[];
};

/** What the dialogs are, and what the city's own list knows of a text. */
export type Around = { parts: DialogParts; placesIn(text: string): FoundPlace[] };

/** Begins with nothing said; the first message starts the dialog. */
export function openDialogChat(dialog: string, language: Language, { parts: known, placesIn }: Around): Chat {
  const log: string[] = [];
  let progress: Progress | undefined;
  let photos = 0;

  const turn = (heard: Heard): Progress => {
    const running = progress && "state" in progress ? progress.state : undefined;
    if (progress && !running) throw new Error(`the dialog is over (${progress.kind})\n${log.join("\n")}`);
    const [only, second] = heard.services ?? [];
    progress = running
      ? continueDialog(known, thawed(running), heard, language)
      : startDialog(known, dialog, second ? undefined : only, heard, language);
    for (const { text, choices = [] } of progress.replies) {
      log.push(`  bot: ${text.replaceAll("\n", "\n       ")}`);
      if (choices.length > 0) log.push(`       ${choices.map(({ title }) => `[${title}]`).join(" ")}`);
    }
    if (progress.kind !== "asking")
      log.push(`  == ${progress.kind} ${"result" in progress ? JSON.stringify(progress.result) : ""}`);
    return progress;
  };
  const choices = () => progress?.replies.at(-1)?.choices ?? [];
  const newPhotos = (count: number) =>
    Array.from({ length: count }, () => {
      photos += 1;
      return { id: `photo-${photos}`, name: `${photos}.jpg`, contentType: "image/jpeg", sizeBytes: 1000 };
    });

  return {
    log,
    choices,
    says(text, understood = {}) {
      log.push(`> ${text.slice(0, 200)}`);
      const wish = wishFor(text, choices());
      const { service, services = service === undefined ? [] : [service] } = understood;
      const about = { places: placesIn(text) };
      const entities = entitiesOf(text, understood);
      return turn({ text: wish ? "" : text, wish, attachments: [], entities, services, about });
    },
    presses(title) {
      log.push(`> [${title}]`);
      const choice = choices().find((one) => one.title === title);
      if (!choice) throw new Error(`no button "${title}"\n${log.join("\n")}`);
      return turn({
        text: "",
        wish: choice.wish,
        attachments: [],
        entities: { serviceRequestIds: [], lines: [], plates: [] },
      });
    },
    sendsPhotos(count, text = "") {
      log.push(`> (${count} photos) ${text}`);
      const about = { places: placesIn(text) };
      return turn({ text, attachments: newPhotos(count), entities: entitiesOf(text, {}), about });
    },
    comesBack() {
      log.push("> (comes back)");
      return turn({
        text: "",
        wish: { kind: "resume" },
        attachments: [],
        entities: { serviceRequestIds: [], lines: [], plates: [] },
      });
    },
    said: () => (progress?.replies ?? []).map(({ text }) => text).join("\n\n"),
    buttons: () => choices().map(({ title }) => title),
    state() {
      if (progress && "state" in progress) return progress.state;
      throw new Error(`no dialog is going on\n${log.join("\n")}`);
    },
    progress() {
      if (!progress) throw new Error("nothing was said yet");
      return progress;
    },
  };
}

/** The state as another process reads it tomorrow. */
function thawed(state: DialogState): DialogState {
  return DialogState.parse(JSON.parse(JSON.stringify(state)));
}

/** What is really found in the text, and what the sample says was found. */
function entitiesOf(text: string, understood: Understood): Entities {
  const place = understood.place ?? findPlace(text);
  const phone = understood.phone ?? findPhone(text);
  const email = understood.email ?? findEmail(text);
  const numbers = understood.number === undefined ? findServiceRequestIds(text) : [understood.number];
  return {
    ...(place !== undefined && { place }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    serviceRequestIds: numbers.flatMap((number) => parseNumber(number) ?? []),
    lines: [],
    plates: [],
  };
}
