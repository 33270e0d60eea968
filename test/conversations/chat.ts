import type { Continuing } from "../../src/conversation/continuation";
import {
  type Conversation,
  type DialogState,
  emptyMemory,
  Memory,
  type Speaker,
} from "../../src/conversation/conversation";
import type {
  Desk,
  Following,
  FoundPlace,
  MyServiceRequest,
  NearbyRequest,
  PublicServiceRequest,
} from "../../src/conversation/facts";
import type { Language } from "../../src/conversation/language";
import type { Attachment } from "../../src/conversation/message";
import type { MessageForm } from "../../src/conversation/messageForm";
import type { Effect, Outcome } from "../../src/conversation/outcome";
import { gazetteerOf } from "../../src/places/gazetteer";
import { placesListed } from "../../src/places/locate";
import { formatNumber } from "../../src/serviceRequests/number";
import { ratingQuestion } from "../../src/staff/closing";
import { greeting } from "../../src/turn/greeting";
import { handleTurn } from "../../src/turn/handleTurn";
import type { Parts } from "../../src/turn/parts";
import { placeToCompare, placeWords } from "../../src/turn/placeWords";
import { realParts } from "../learnt";

const gazetteer = gazetteerOf();

const desks = {
  present: { open: true, present: 1, free: 4 },
  busy: { open: true, present: 2, free: 0, wait: { fromMinutes: 3, toMinutes: 12 } },
  nobody: { open: true, present: 0, free: 0 },
  closed: { open: false, present: 0, free: 0, opensAt: new Date("2026-11-24T06:40:00Z") },
} satisfies Record<string, Desk>;

/** What is written for going on elsewhere. */
export const CODE = "HEJ-7K2M-X9QD";

/** The first number the trial city gives. */
export const NUMBER = formatNumber(2026, 1);

export type Resident = {
  /** Writes, and answers with all the bot says, buttons in brackets. */
  says(text: string): string;
  sendsPhoto(text?: string, taken?: FoundPlace): string;
  /** Sends what is no plain message; `text` is what the channel made of it. */
  sendsForm(form: MessageForm, text: string): string;
  /** Records a voice, perhaps with words beside it. */
  sendsVoice(text?: string): string;
  /** Writes a code of which the database knows this. */
  writesCode(known: Omit<Continuing, "code">): string;
  /** The buttons under the last reply. */
  buttons(): string[];
  /** What was written down so far: service requests and contacts left. */
  filed: Effect[];
  /** What the last turn has the store do. */
  effects(): Effect[];
  /** The last decision and why it was taken. */
  because(): string;
  decision(): string;
  /** What is kept of the last turn for audit, as it is written down. */
  record(): string;
  /** Who answers now. */
  speaker(): Speaker;
  memory(): Memory;
  /** Others have reported this near wherever the resident's dialog is about. */
  hasNearby(requests: NearbyRequest[]): void;
  /** What the conversation gets news of, or got. */
  follows(following: Following[]): void;
  /** Somebody of the city answers in the platform's own inbox. */
  isAnsweredElsewhere(minutes: number): void;
  /** What the resident filed in this conversation, as it stands now. */
  hasFiled(mine: MyServiceRequest[]): void;
  tomorrow(): void;
  desk(state: keyof typeof desks): void;
  /** A consultant ends or gives back the conversation. */
  isLeftTo(speaker: Speaker): void;
  /** A consultant closes the conversation and asks how it was. */
  isAskedHowItWas(): void;
  /** A consultant blocks the resident. */
  isBlocked(days: number): void;
  /** Editors publish something else, or the office sets it. */
  contentChanges(change: (parts: Parts) => Parts): void;
  /** The dialog going on was remembered by an older version of the program, or with something damaged in it. */
  remembersOf(dialog: Partial<DialogState>): void;
  passes(minutes: number): void;
};

type Opened = { channel?: string; language?: Language; known?: string[]; now?: string; parts?: Parts };

/** Somebody who has just opened the chat, on a Monday at eleven; the city knows these service requests. */
export function resident({
  channel = "web",
  language = "pl",
  known = [],
  now = "2026-11-23T10:00:00Z",
  ...given
}: Opened = {}): Resident {
  let parts = given.parts ?? realParts();
  const clock = { now: new Date(now) };
  const memory = { ...emptyMemory(language), offered: greeting(language, realParts().content).choices ?? [] };
  let conversation: Conversation = {
    id: "c",
    channel,
    residentId: "anna",
    version: 1,
    speaker: "bot",
    memory,
  };
  let desk: Desk = desks.present;
  let last: Outcome | undefined;
  let blockedUntil: Date | undefined;
  const filed: Effect[] = [];
  const serviceRequests = known.map((id) => knownRequest(id, clock.now));

  let nearby: NearbyRequest[] = [];
  let mine: MyServiceRequest[] = [];
  let following: Following[] = [];
  let before: string | undefined;

  type Sent = { files?: Attachment[]; photoPlace?: FoundPlace | undefined; form?: MessageForm; code?: Continuing };

  function sends(text: string, { files = [], photoPlace, form, code }: Sent = {}): string {
    const seq = conversation.version;
    const attachments = files.map((file, i) => ({ ...file, id: `${seq}-${i}` }));
    const from = { conversationId: "c", channel, externalId: `e${seq}`, ...(form && { form }) };
    const message = { id: `m${seq}`, seq, at: clock.now, ...from, text, attachments };
    const blocked = blockedUntil && blockedUntil > clock.now ? { blockedUntil } : {};
    const about = placeToCompare(conversation);
    const facts = {
      now: clock.now,
      desk,
      serviceRequests,
      mine,
      places: placesListed(placeWords(conversation, text), gazetteer),
      following,
      ...(before !== undefined && { before }),
      ...(code && { continuing: code }),
      ...(photoPlace && { photoPlace }),
      ...(about && { nearby: { service: about.service, said: about.said, requests: nearby } }),
      ...blocked,
    };
    last = handleTurn({ conversation, message, facts }, parts);
    filed.push(...last.effects);
    before = text;
    // The store keeps JSON, so what does not survive it must not matter.
    const kept = Memory.parse(JSON.parse(JSON.stringify(last.memory)));
    conversation = { ...conversation, version: seq + 1, speaker: last.speaker, memory: kept };
    return last.replies.map(shown).join("\n\n");
  }

  return {
    says: (text) => sends(text),
    sendsPhoto: (text = "", taken) => sends(text, { files: [photo], photoPlace: taken }),
    sendsForm: (form, text) => sends(text, { form }),
    sendsVoice: (text = "") => sends(text, { files: [voice] }),
    writesCode: (known) => sends(CODE, { code: { code: CODE, ...known } }),
    buttons: () => last?.replies.at(-1)?.choices?.map(({ title }) => title) ?? [],
    filed,
    effects: () => last?.effects ?? [],
    because: () => last?.record.decided.because ?? "",
    decision: () => last?.record.decided.decision.kind ?? "",
    record: () => JSON.stringify(last?.record),
    speaker: () => conversation.speaker,
    memory: () => conversation.memory,
    hasNearby: (requests) => {
      nearby = requests;
    },
    follows: (requests) => {
      following = requests;
    },
    isAnsweredElsewhere: (minutes) => {
      const silentUntil = new Date(clock.now.getTime() + minutes * 60 * 1000).toISOString();
      conversation = { ...conversation, memory: { ...conversation.memory, silentUntil } };
    },
    hasFiled: (requests) => {
      mine = requests;
    },
    tomorrow: () => {
      clock.now = new Date(clock.now.getTime() + 24 * 60 * 60 * 1000);
    },
    desk: (state) => {
      desk = desks[state];
    },
    isLeftTo: (speaker) => {
      conversation = { ...conversation, speaker };
    },
    isAskedHowItWas: () => {
      const { language } = conversation.memory;
      const offered = ratingQuestion(language).choices;
      conversation = { ...conversation, speaker: "closed", memory: { ...emptyMemory(language), offered } };
    },
    isBlocked: (days) => {
      blockedUntil = new Date(clock.now.getTime() + days * 24 * 60 * 60 * 1000);
      conversation = { ...conversation, speaker: "closed", memory: emptyMemory(conversation.memory.language) };
    },
    contentChanges: (change) => {
      parts = change(parts);
    },
    remembersOf: (change) => {
      const { dialog, ...memory } = conversation.memory;
      if (dialog) conversation = { ...conversation, memory: { ...memory, dialog: { ...dialog, ...change } } };
    },
    passes: (minutes) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60 * 1000);
    },
  };
}

/** As the commit fills it and the widget draws it. */
function shown({ text, choices = [] }: Outcome["replies"][number]): string {
  const filled = text
    .replaceAll("{service_request_id}", NUMBER)
    .replaceAll("{service_request_page}", "https://kontakt.example/sprawa/klucz")
    .replaceAll("{queue_position}", "1")
    .replaceAll("{continuation_code}", CODE);
  return [filled, choices.map(({ title }) => `[${title}]`).join(" ")].filter(Boolean).join("\n");
}

const photo: Attachment = { id: "", name: "dziura.jpg", contentType: "image/jpeg", sizeBytes: 1000 };
const voice: Attachment = { id: "", name: "glos.ogg", contentType: "audio/ogg", sizeBytes: 9000 };

function knownRequest(service_request_id: string, at: Date): PublicServiceRequest {
  const times = { requestedAt: at, updatedAt: at };
  return {
    service_request_id,
    service: "pothole",
    state: "forwarded",
    status: "open",
    status_notes: "Przekazane do jednostki.",
    agency_responsible: "zdmk",
    ...times,
  };
}
