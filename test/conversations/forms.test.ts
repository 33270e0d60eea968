import { resident } from "./chat";

const CANNOT_READ =
  "Tego nie potrafię odczytać. Napisz słowami, o co chodzi, wyślij zdjęcie albo napisz „człowiek”, a zawołam konsultanta.";
const CANNOT_LISTEN =
  "Nagranie jest zapisane, ale nie potrafię go odsłuchać. Konsultant może go posłuchać – napisz „człowiek”, a go zawołam. Możesz też napisać słowami, o co chodzi.";

test("a thumb is answered by nobody and changes nothing, whoever speaks and whatever goes on", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  const asked = anna.memory();
  anna.passes(5);
  expect(anna.sendsForm("reaction", "👍")).toBe("");
  expect(anna.sendsForm("reaction", "")).toBe("");
  expect([anna.because(), anna.effects(), anna.memory()]).toEqual(["it_is_only_a_reaction", [], asked]);
  anna.says("człowiek");
  expect(anna.sendsForm("reaction", "😡")).toBe("");
  expect(anna.speaker()).toBe("waiting");
  anna.isLeftTo("consultant");
  anna.sendsForm("reaction", "❤️");
  expect(anna.effects()).toEqual([]);
  anna.isAskedHowItWas();
  anna.sendsForm("reaction", "👍");
  expect(anna.speaker()).toBe("closed");
});

test("a keycap as a reaction presses no button", () => {
  const anna = resident();
  anna.says("coś z dowodem i paszportem");
  anna.sendsForm("reaction", "1️⃣");
  expect([anna.decision(), anna.effects()]).toEqual(["stay_silent", []]);
});

test("a sticker is answered like a message without words; a thumb says yes where yes is the answer", () => {
  const anna = resident();
  expect(anna.sendsForm("sticker", "😀")).toContain("Nie widzę tu słów.");
  anna.says("dziura w jezdni na Długiej 12");
  anna.sendsForm("sticker", "😀");
  expect(anna.decision()).toBe("continue_dialog");
});

test("a thumb sends what was summed up, and nothing before that", () => {
  const anna = resident();
  anna.says("nie świeci latarnia na Długiej 12");
  anna.sendsForm("sticker", "👍");
  expect(anna.filed).toEqual([]);
  for (let asked = 0; asked < 8 && anna.memory().dialog?.asked !== "confirm"; asked++)
    anna.says(anna.memory().dialog?.asked === "what_happens" ? "nie świeci" : "pomiń");
  expect(anna.memory().dialog?.asked).toBe("confirm");
  anna.sendsForm("sticker", "👍🏽");
  expect(anna.filed.map(({ kind }) => kind)).toContain("file_service_request");
});

test("a message written anew is heard as a new one, unless it says the same", () => {
  const anna = resident();
  anna.says("jak wyrobic dowod");
  const told = anna.memory();
  expect(anna.sendsForm("edit", "Jak wyrobić dowód?")).toBe("");
  expect([anna.because(), anna.memory()]).toEqual(["it_was_said_already", told]);
  expect(anna.sendsForm("edit", "Jak wyrobić paszport?")).toContain("Paszport");
  anna.isLeftTo("consultant");
  anna.sendsForm("edit", "jak wyrobić paszport");
  expect(anna.effects()).toContainEqual({ kind: "await_consultant" });
});

test("what no channel can read is said to be so, with a way to a person; its name is never taken for words", () => {
  const anna = resident();
  expect(anna.sendsForm("unreadable", "human.mp4")).toBe(`${CANNOT_READ}\n[Chcę rozmawiać z człowiekiem]`);
  expect(anna.record()).not.toContain("human.mp4");
  anna.says("dziura w jezdni na Długiej 12");
  expect(anna.sendsForm("unreadable", "video")).toMatch(/^Tego nie potrafię odczytać\..*\n\n.*Jak duża jest dziura\?/s);
  anna.says("człowiek");
  expect(anna.sendsForm("unreadable", "contacts")).toContain("Dopisałem to do rozmowy.");
});

test("a recorded voice is kept for a person, and is no photo of anything", () => {
  const anna = resident();
  expect(anna.sendsVoice()).toBe(`${CANNOT_LISTEN}\n[Chcę rozmawiać z człowiekiem]`);
  expect(anna.decision()).toBe("cannot_listen");
  expect(anna.memory().photos).toBeUndefined();
  anna.says("Chcę rozmawiać z człowiekiem");
  expect(anna.speaker()).toBe("waiting");
  anna.sendsVoice();
  expect(anna.decision()).toBe("keep_waiting");
});

test("in a report a voice leaves the question open, and fills the place of no photo", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  expect(anna.sendsVoice()).toContain(CANNOT_LISTEN);
  expect(anna.memory().dialog?.attachments).toEqual([]);
  anna.sendsPhoto();
  expect(anna.memory().dialog?.attachments.map(({ contentType }) => contentType)).toEqual(["image/jpeg"]);
});

test("with words beside a voice the words are answered", () => {
  const anna = resident();
  expect(anna.sendsVoice("jak wyrobić dowód")).toContain("dowód osobisty");
  expect(anna.sendsVoice("kto za to płaci?")).not.toContain(CANNOT_LISTEN);
});

test("while somebody of the city answers elsewhere the bot keeps silent, but not about danger; later it speaks again", () => {
  const anna = resident();
  anna.isAnsweredElsewhere(60);
  expect(anna.says("jak wyrobić dowód")).toBe("");
  expect([anna.decision(), anna.because()]).toEqual(["stay_silent", "somebody_answers_elsewhere"]);
  expect(anna.says("pali się mój dom, pomocy!")).toContain("112");
  anna.passes(59);
  expect(anna.says("a paszport?")).toBe("");
  anna.passes(2);
  expect(anna.says("jak wyrobić dowód")).toContain("dowód osobisty");
  expect(anna.memory().silentUntil).toBeUndefined();
});
