import { type DialogState, emptyMemory, type Speaker } from "../../../src/conversation/conversation";
import type { Claimed, NearbySearch } from "../../../src/inbox/doors";
import { factsOfPlaces } from "../../../src/inbox/places";

const point = { lat: 50.0675, long: 19.9392 };
const dialog: DialogState = {
  dialog: "report-problem",
  service: "pothole",
  answers: { place: "na Zakopiańskiej" },
  attachments: [],
  answered: [],
  missed: 0,
  asked: "place",
  place: {
    said: "na Zakopiańskiej",
    found: { text: "ul. Zakopiańska", source: "street" },
    question: "number",
    asked: ["number"],
  },
};

/** A message in a conversation whose dialog stands so; what was looked up is written down. */
async function look(text: string, state: DialogState, speaker: Speaker = "bot") {
  const looked: { text: string; photo?: unknown }[] = [];
  const searched: NearbySearch[] = [];
  const photo = { id: "p", name: "p.jpg", contentType: "image/jpeg", sizeBytes: 1, position: point };
  const claimed: Claimed = {
    conversation: {
      id: "c",
      channel: "web",
      residentId: "r",
      version: 1,
      speaker,
      memory: { ...emptyMemory("pl"), dialog: state },
    },
    message: {
      conversationId: "c",
      channel: "web",
      externalId: "e",
      id: "m",
      seq: 1,
      at: new Date(),
      text,
      attachments: [photo],
    },
    failures: 0,
    serviceRequests: async () => [],
    mine: async () => [],
    following: async () => [],
    before: async () => undefined,
    continuing: async (code) => ({ code, state: "unknown" }),
    nearby: async (search) => {
      searched.push(search);
      return [];
    },
  };
  const locate = async (asked: (typeof looked)[number]) => {
    looked.push(asked);
    return { places: [] };
  };
  return { facts: await factsOfPlaces(claimed, { locate }), looked, searched };
}

test("a bare number is looked for on the street it was asked for; photos by where they were taken", async () => {
  const { looked, searched } = await look("nr 62a", dialog);
  expect(looked).toEqual([{ text: "ul. Zakopiańska 62a", photo: point }]);
  // A whole street is no spot to compare others with.
  expect(searched).toEqual([]);
});

test("what is reported already is looked for near the dialog's place, until the resident has seen it", async () => {
  const found = { text: "ul. Długa 12", source: "address" as const, point };
  const known = { ...dialog, place: { said: "na Długiej 12", found, asked: [] } };
  const { searched, facts } = await look("tak", known);
  expect(searched).toEqual([{ service: "pothole", point, address: "ul. Długa 12" }]);
  expect(facts.nearby).toEqual({ service: "pothole", said: "na Długiej 12", requests: [] });
  expect((await look("tak", { ...known, nearbyTold: true })).searched).toEqual([]);
});

test("nothing is looked up while people talk", async () => {
  expect((await look("Długa 12", dialog, "consultant")).looked).toEqual([]);
});
