import { continueDialog, startDialog } from "../../../src/dialogs/engine";
import { type Chat, openChat, parts } from "./chat";

const silence = { text: "", attachments: [], entities: { serviceRequestIds: [], lines: [], plates: [] } };

function chatAt(service: string, ...said: string[]): Chat {
  const chat = openChat("report-problem");
  chat.says("zgłoszenie", { service });
  for (const text of said) chat.says(text);
  return chat;
}

test("after a question in the middle the dialog goes on where it was", () => {
  const chat = chatAt("pothole", "Długa 12");
  const before = chat.state();
  chat.comesBack();
  expect(chat.said()).toMatch(/^Wracamy do sprawy: Dziura w jezdni\.\n\nJak duża jest dziura\?/);
  expect(chat.state()).toEqual(before);
});

test("whoever waits at the list of what to change finds it again", () => {
  const chat = chatAt("pothole", "Długa 12", "zmień");
  chat.comesBack();
  expect(chat.said()).toContain("Co zmienić?");
});

test("a dialog or kind that editors have removed since ends with nothing sent", () => {
  for (const change of [{ dialog: "gone" }, { service: "gone" }]) {
    const progress = continueDialog(parts, { ...chatAt("pothole").state(), ...change }, silence, "pl");
    expect(progress.kind).toBe("cancelled");
    expect(progress.replies[0]?.text).toContain("Nic nie zostało wysłane.");
  }
  expect(() => startDialog(parts, "gone", undefined, silence, "pl")).toThrow("no dialog gone");
});

test("an answer that editors have removed since is asked anew, and a stale button does nothing", () => {
  const chat = chatAt("pothole", "Długa 12");
  const state = { ...chat.state(), answers: { ...chat.state().answers, size: "gone" } };
  expect(continueDialog(parts, state, { ...silence, wish: { kind: "resume" } }, "pl")).toMatchObject({
    state: { asked: "size" },
  });
  const stale = { kind: "fill", slot: "size", value: "gone" } as const;
  expect(continueDialog(parts, chat.state(), { ...silence, wish: stale }, "pl")).toMatchObject({
    kind: "asking",
    state: chat.state(),
  });
});

test("a button of an earlier question still counts", () => {
  const chat = chatAt("pothole", "Długa 12", "jak dłoń", "tak");
  const wish = { kind: "fill", slot: "size", value: "big" } as const;
  const progress = continueDialog(parts, chat.state(), { ...silence, wish }, "pl");
  expect(progress).toMatchObject({ state: { asked: "description", answers: { size: "big" } } });
  expect(progress.replies[0]?.text).toContain("Zmienione. Wielkość: Większa albo głęboka.");
});

test("messages of unclear kind are offered a choice twice, then a person", () => {
  const chat = openChat("report-problem");
  const unclear = { services: ["litter", "illegal-dumping"] };
  chat.says("śmieci", unclear);
  expect(chat.buttons()).toContain("Coś innego");
  const kinds = [1, 2, 3, 4].map(() => chat.says("no śmieci no", unclear).kind);
  expect(kinds).toEqual(["asking", "asking", "asking", "needs_human"]);
});

test("wanting to report something is no matter yet", () => {
  const heard = { ...silence, text: "I want to report something", services: ["other"] };
  const progress = startDialog(parts, "report-problem", undefined, heard, "en");
  expect(progress).toMatchObject({ kind: "asking", state: { asked: "service", answers: {} } });
});

test("a matter of no kind of its own is described before its place is asked", () => {
  const chat = openChat("report-problem");
  chat.says("zgłoszenie", { service: "other" });
  expect(chat.state().asked).toBe("description");
  chat.says("rower przypięty do drzewa stoi tu rok");
  expect(chat.state().asked).toBe("place");
});

test("the Polish „no” may be a yes, so it files nothing and refuses nothing", () => {
  const chat = openChat("report-problem");
  chat.says("sąsiad hałasuje", { service: "noise" });
  chat.says("no");
  expect(chat.said()).toContain("Napisz „tak”, jeśli mam zapisać zgłoszenie, albo „nie”.");
  const english = openChat("report-problem", "en");
  english.says("loud neighbours", { service: "noise" });
  expect(english.says("no").kind).toBe("cancelled");
});

test("a photo with words beside it is a photo", () => {
  const chat = chatAt("road-sign", "Długa 12", "znak leży na trawniku");
  expect(chat.state().asked).toBe("photo");
  chat.sendsPhotos(1, "proszę bardzo");
  expect(chat.said()).toContain("Zdjęcie dodane. Razem zdjęć: 1.");
  expect(chat.state().asked).toBe("contact");
});

test("a photo is not taken where nobody needs it", () => {
  const chat = openChat("check-status");
  chat.says("co z moim zgłoszeniem");
  chat.sendsPhotos(1);
  expect(chat.said()).toContain("Tu zdjęcie nie będzie potrzebne");
  expect(chat.state().attachments).toEqual([]);
});

test("an urgent text is said at the start of a danger, and once when it comes out later", () => {
  const urgent = "12 616 75 55, całą dobę";
  const atOnce = openChat("report-problem");
  atOnce.says("zapadła się jezdnia na Długiej 5", { service: "pothole" });
  expect(atOnce.said()).toContain(urgent);
  const later = chatAt("pothole", "Długa 5", "jak dłoń", "nie da się jej ominąć");
  expect(later.said()).toContain(urgent);
  later.says("i do tego nie ma włazu, można wpaść");
  expect(later.said()).not.toContain(urgent);
});

test("pressing „Tak” for a matter of a phone call, and telling the place instead of „tak”, both file it", () => {
  const chat = openChat("report-problem");
  chat.says("sąsiad hałasuje", { service: "noise" });
  expect(chat.state().asked).toBe("file_anyway");
  chat.says("Długa 5");
  expect(chat.state().answers).toMatchObject({ file_anyway: "yes", place: "Długa 5" });
});
