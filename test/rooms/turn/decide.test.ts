import { type DialogState, emptyMemory } from "../../../src/conversation/conversation";
import type { Candidate, Intent } from "../../../src/conversation/understanding";
import { decide } from "../../../src/turn/decide";
import type { Heard } from "../../../src/turn/heard";

const now = new Date("2026-11-23T10:00:00Z");

const bands = { answer: 0.8, start: 0.6, offer: 0.1, human: 0.4, danger: 0.3 };

function heard(change: Partial<Heard> = {}, ...candidates: Candidate[]): Heard {
  const memory = change.memory ?? emptyMemory("pl");
  return {
    conversation: { id: "c", channel: "web", residentId: "r", version: 1, speaker: "bot", memory },
    message: {
      id: "m",
      seq: 2,
      at: now,
      conversationId: "c",
      channel: "web",
      externalId: "e",
      text: "coś",
      attachments: [],
    },
    facts: { now, desk: { open: true, present: 1, free: 1 }, serviceRequests: [] },
    memory,
    understanding: {
      maskedText: "coś",
      language: "pl",
      candidates,
      confidence: candidates[0]?.confidence ?? 0,
      knownWords: 1,
      telling: [],
      alarm: 0,
      vague: false,
      onlyAspect: false,
      question: false,
      entities: { serviceRequestIds: [], lines: [], plates: [] },
    },
    bands,
    cancelled: false,
    fits: "no",
    found: [{ article: "paszport", score: 9 }],
    matters: [],
    beside: [],
    ...change,
  };
}
const means = (kind: Intent["kind"], id: string, confidence: number): Candidate => ({
  intent: { kind, id },
  confidence,
});
const state: DialogState = {
  dialog: "report-problem",
  service: "pothole",
  answers: {},
  attachments: [],
  asked: "place",
  answered: [],
  missed: 0,
};
const inDialog = { ...emptyMemory("pl"), dialog: state };
const withText = (text: string) => ({ ...heard().message, text });
const speaking = (speaker: "waiting" | "consultant" | "closed") => ({ ...heard().conversation, speaker });
const understood = (change: Partial<Heard["understanding"]>, ...candidates: Candidate[]) => ({
  understanding: { ...heard({}, ...candidates).understanding, ...change },
});

const matter = (kind: "article" | "service", id: string) => ({
  text: id,
  intent: { kind, id },
  understanding: heard().understanding,
});

test.each<[string, Heard, string, object]>([
  [
    "a consultant speaks: the bot is silent, whatever is said",
    heard({ conversation: speaking("consultant") }, means("talk", "human", 1)),
    "a_consultant_speaks",
    { kind: "stay_silent" },
  ],
  [
    "danger comes before the queue",
    heard({ conversation: speaking("waiting"), ...understood({ alarm: 0.3 }, means("talk", "danger", 0.9)) }),
    "somebody_is_in_danger",
    { kind: "small_talk", id: "danger" },
  ],
  [
    "a crisis is not asked back",
    heard({}, means("article", "interwencja-kryzysowa", 0.61)),
    "somebody_is_in_danger",
    { kind: "answer", article: "interwencja-kryzysowa" },
  ],
  [
    "danger is heard while a consultant speaks, too",
    heard({ conversation: speaking("consultant"), ...understood({ alarm: 0.4 }, means("talk", "crisis", 0.2)) }),
    "somebody_is_in_danger",
    { kind: "small_talk", id: "crisis" },
  ],
  [
    "a button pressed is no call for help",
    heard({ wish: { kind: "human" }, ...understood({ alarm: 0.9 }, means("talk", "danger", 0.9)) }),
    "a_person_is_wanted",
    { kind: "hand_off", reason: "asked_for_human" },
  ],
  [
    "waiting: words are added",
    heard({ conversation: speaking("waiting") }, means("article", "paszport", 1)),
    "the_resident_waits_for_a_person",
    { kind: "keep_waiting" },
  ],
  [
    "waiting: back to the bot",
    heard({ conversation: speaking("waiting"), wish: { kind: "stop_waiting" } }),
    "the_resident_waits_for_a_person",
    { kind: "stop_waiting" },
  ],
  ["nothing was written", heard({ message: withText(" \n ") }), "there_are_no_words", { kind: "refuse_empty" }],
  [
    "a person is wanted, by words",
    heard({}, means("talk", "human", 0.5)),
    "a_person_is_wanted",
    { kind: "hand_off", reason: "asked_for_human" },
  ],
  [
    "a person is wanted, by button, in a dialog",
    heard({ memory: inDialog, wish: { kind: "human" } }),
    "a_person_is_wanted",
    { kind: "hand_off", reason: "asked_for_human" },
  ],
  [
    "an answer in a dialog",
    heard({ memory: inDialog, fits: "surely" }, means("article", "paszport", 0.99)),
    "it_answers_the_question",
    { kind: "continue_dialog" },
  ],
  [
    "a question in the middle of a dialog",
    heard({ memory: inDialog, fits: "maybe", ...understood({ question: true }, means("article", "paszport", 0.99)) }),
    "a_question_comes_in_between",
    { kind: "answer_in_dialog", article: "paszport" },
  ],
  [
    "a statement in the middle is an answer, though it looks like a topic",
    heard({ memory: inDialog, fits: "maybe" }, means("article", "paszport", 0.99)),
    "the_dialog_goes_on",
    { kind: "continue_dialog" },
  ],
  ["cancel", heard({ memory: inDialog, cancelled: true }), "the_dialog_is_cancelled", { kind: "cancel_dialog" }],
  [
    "back after a day with something new",
    heard({ memory: { ...inDialog, lastTurnAt: "2026-11-22T10:00:00Z" } }, means("article", "paszport", 0.99)),
    "somebody_came_back_with_something_new",
    { kind: "offer_to_resume" },
  ],
  [
    "back after a day with the answer",
    heard(
      { memory: { ...inDialog, lastTurnAt: "2026-11-22T10:00:00Z" }, fits: "surely" },
      means("article", "paszport", 0.99),
    ),
    "it_answers_the_question",
    { kind: "continue_dialog" },
  ],
  [
    "a section's button",
    heard({ wish: { kind: "read", article: "paszport", section: "fee" } }),
    "a_button_was_pressed",
    { kind: "answer", article: "paszport", section: "fee" },
  ],
  [
    "none of these, first time",
    heard({ wish: { kind: "none_of_these" }, memory: { ...emptyMemory("pl"), misunderstood: 1 } }),
    "a_button_was_pressed",
    { kind: "ask_to_rephrase" },
  ],
  [
    "none of these again",
    heard({ wish: { kind: "none_of_these" }, memory: { ...emptyMemory("pl"), misunderstood: 2 } }),
    "a_button_was_pressed",
    { kind: "hand_off", reason: "none_of_these" },
  ],
  [
    "a number",
    heard(understood({ entities: { serviceRequestIds: ["KR-2026-000123-7"], lines: [], plates: [] } })),
    "a_number_is_asked_for",
    { kind: "tell_status", serviceRequestIds: ["KR-2026-000123-7"] },
  ],
  [
    "a photo first",
    heard(
      {
        message: {
          ...withText(""),
          attachments: [{ id: "f", name: "a.jpg", contentType: "image/jpeg", sizeBytes: 1 }],
        },
      },
      means("service", "pothole", 0.7),
    ),
    "a_photo_came_first",
    { kind: "start_dialog", dialog: "report-problem", service: "pothole" },
  ],
  [
    "more of the same topic",
    heard({
      memory: { ...emptyMemory("pl"), topic: "paszport" },
      ...understood({ aspect: "fee", onlyAspect: true }, means("article", "parkowanie-oplaty", 0.9)),
    }),
    "more_of_the_same_topic",
    { kind: "answer", article: "paszport", section: "fee" },
  ],
  [
    "clear and confirmed by the index",
    heard({}, means("article", "paszport", bands.answer)),
    "it_is_clear",
    { kind: "answer", article: "paszport" },
  ],
  [
    "as clear, but the index says otherwise",
    heard({ found: [] }, means("article", "paszport", bands.answer)),
    "it_may_be_one_of_these",
    { kind: "offer", intents: [{ kind: "article", id: "paszport" }] },
  ],
  [
    "less sure than an answer has to be",
    heard({}, means("article", "paszport", 0.79)),
    "it_may_be_one_of_these",
    { kind: "offer", intents: [{ kind: "article", id: "paszport" }] },
  ],
  [
    "unsure, and the index says otherwise: one band lower",
    heard({ found: [] }, means("article", "paszport", 0.5)),
    "it_was_not_understood",
    { kind: "ask_to_rephrase" },
  ],
  [
    "words that belong to every matter",
    heard(understood({ vague: true }, means("article", "paszport", 0.5))),
    "nobody_could_guess_the_matter",
    { kind: "ask_for_matter" },
  ],
  [
    "a report",
    heard({}, means("service", "pothole", 0.9)),
    "it_is_clear",
    { kind: "start_dialog", dialog: "report-problem", service: "pothole" },
  ],
  [
    "an idea",
    heard({}, means("service", "idea", 0.9)),
    "it_is_clear",
    { kind: "start_dialog", dialog: "idea", service: "idea" },
  ],
  [
    "somebody else's matter",
    heard({}, means("outside", "zus", 0.9)),
    "it_is_clear",
    { kind: "point_outside", id: "zus" },
  ],
  [
    "two meanings",
    heard({}, means("article", "paszport", 0.4), means("service", "pothole", 0.3), means("talk", "thanks", 0.2)),
    "it_may_be_one_of_these",
    {
      kind: "offer",
      intents: [
        { kind: "article", id: "paszport" },
        { kind: "service", id: "pothole" },
      ],
    },
  ],
  ["nothing, first time", heard({ found: [] }), "it_was_not_understood", { kind: "ask_to_rephrase" }],
  [
    "nothing again",
    heard({ found: [], memory: { ...emptyMemory("pl"), misunderstood: 1 } }),
    "it_was_not_understood",
    { kind: "hand_off", reason: "not_understood" },
  ],
  [
    "offers that lead nowhere end with a person",
    heard({ memory: { ...emptyMemory("pl"), misunderstood: 3 } }, means("article", "paszport", 0.4)),
    "it_was_not_understood",
    { kind: "hand_off", reason: "not_understood" },
  ],
  [
    "words of crisis are never weighed, nor left for the queue",
    heard({ alarm: "crisis", conversation: speaking("waiting") }, means("article", "paszport", 0.99)),
    "somebody_is_in_danger",
    { kind: "small_talk", id: "crisis" },
  ],
  [
    "the classifier’s guess at danger alone raises no alarm",
    heard({ memory: inDialog, fits: "maybe" }, means("talk", "danger", bands.danger)),
    "the_dialog_goes_on",
    { kind: "continue_dialog" },
  ],
  [
    "waiting: a contact is left instead",
    heard({ conversation: speaking("waiting"), wish: { kind: "start", dialog: "leave-contact" } }),
    "the_resident_waits_for_a_person",
    { kind: "start_dialog", dialog: "leave-contact" },
  ],
  [
    "a language is asked for",
    heard({ message: withText("in English please") }),
    "another_language_is_wanted",
    { kind: "small_talk", id: "acknowledgement" },
  ],
  ["a smile", heard({ message: withText("🙂") }), "there_are_no_words", { kind: "refuse_empty" }],
  [
    "nothing in a dialog is its matter",
    heard({ message: withText(""), memory: inDialog }),
    "there_are_no_words",
    { kind: "continue_dialog" },
  ],
  [
    "a person is wanted, by a command, whatever the classifier says",
    heard({ command: { kind: "human", rest: "" } }, means("article", "paszport", 0.9)),
    "a_person_is_wanted",
    { kind: "hand_off", reason: "asked_for_human" },
  ],
  [
    "thanks in a dialog are no answer",
    heard({ memory: inDialog, fits: "maybe" }, means("talk", "thanks", 0.9)),
    "it_is_small_talk",
    { kind: "small_talk", id: "thanks" },
  ],
  [
    "a number in a dialog",
    heard({
      memory: inDialog,
      ...understood({ entities: { serviceRequestIds: ["KR-2026-000123-7"], lines: [], plates: [] } }),
    }),
    "a_number_is_asked_for",
    { kind: "tell_status", serviceRequestIds: ["KR-2026-000123-7"] },
  ],
  [
    "somebody else's matter in between",
    heard({ memory: inDialog, ...understood({ question: true }, means("outside", "zus", 0.9)) }),
    "a_question_comes_in_between",
    { kind: "point_outside", id: "zus" },
  ],
  [
    "a question in between that may mean several things",
    heard({
      memory: inDialog,
      found: ["paszport", "ceidg"].map((article) => ({ article, score: 1 })),
      ...understood({ question: true }, means("article", "paszport", 0.4), means("article", "ceidg", 0.3)),
    }),
    "a_question_may_mean_one_of_these",
    {
      kind: "offer",
      intents: [
        { kind: "article", id: "paszport" },
        { kind: "article", id: "ceidg" },
      ],
    },
  ],
  [
    "a question in between that is not understood",
    heard({ memory: inDialog, message: withText("a co to?") }),
    "a_question_was_not_understood",
    { kind: "ask_to_rephrase" },
  ],
  [
    "such questions again and again",
    heard({ memory: { ...inDialog, misunderstood: 2 }, message: withText("a co to?") }),
    "a_question_was_not_understood",
    { kind: "hand_off", reason: "not_understood" },
  ],
  [
    "a short errand in between is done at once",
    heard({ memory: inDialog, message: withText("co z moim zgłoszeniem") }, means("dialog", "check-status", 0.9)),
    "another_errand_comes_in_between",
    { kind: "start_dialog", dialog: "check-status" },
  ],
  [
    "another report in between is asked about",
    heard({ memory: inDialog }, means("service", "street-lamp", 0.9)),
    "another_errand_comes_in_between",
    { kind: "offer_to_resume" },
  ],
  [
    "a report of something else is no place",
    heard(
      { memory: inDialog, fits: "maybe", message: withText("latarnia zgasła") },
      means("service", "street-lamp", 0.9),
    ),
    "another_errand_comes_in_between",
    { kind: "offer_to_resume" },
  ],
  [
    "but a lamp may stand beside the place",
    heard(
      { memory: inDialog, fits: "maybe", message: withText("przy zgaszonej latarni") },
      means("service", "street-lamp", 0.9),
    ),
    "the_dialog_goes_on",
    { kind: "continue_dialog" },
  ],
  [
    "a yes to nothing",
    heard({ command: { kind: "yes", rest: "" } }, means("service", "idea", 0.2)),
    "nothing_was_asked",
    { kind: "small_talk", id: "acknowledgement" },
  ],
  ["a number of nothing", heard({ message: withText("17") }), "nothing_was_asked", { kind: "ask_for_matter" }],
  [
    "a phone number alone",
    heard({
      message: withText("600 100 200"),
      ...understood({ entities: { phone: "600100200", serviceRequestIds: [], lines: [], plates: [] } }),
    }),
    "nothing_was_asked",
    { kind: "start_dialog", dialog: "leave-contact" },
  ],
  [
    "a part of nothing",
    heard(understood({ aspect: "fee", onlyAspect: true })),
    "more_of_the_same_topic",
    { kind: "ask_for_matter" },
  ],
  [
    "two matters: the resident says which comes first",
    heard({ matters: [matter("service", "pothole"), matter("article", "paszport")] }),
    "there_are_two_matters",
    {
      kind: "ask_which_first",
      intents: [
        { kind: "service", id: "pothole" },
        { kind: "article", id: "paszport" },
      ],
    },
  ],
  [
    "a button of something that is over",
    heard({ wish: { kind: "stop_waiting" } }),
    "a_button_was_pressed",
    { kind: "small_talk", id: "acknowledgement" },
  ],
])("%s", (_, given, because, decision) => {
  expect(decide(given)).toMatchObject({ because, decision });
});

test("every meaning that was not acted on is kept with the reason", () => {
  const { rejected } = decide(
    heard({ found: [] }, means("article", "paszport", 0.4), means("service", "pothole", 0.02)),
  );
  expect(rejected.map(({ intent, why }) => [intent.id, why])).toEqual([
    ["paszport", "the search index does not find it"],
    ["pothole", `below ${bands.offer}, the least to be offered`],
  ]);
});
