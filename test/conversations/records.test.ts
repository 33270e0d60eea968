import { resident } from "./chat";

test.each([
  ["proszę o telefon w sprawie dowodu 600 700 801", "600 ?700 ?801", '"phone":"[telefon]"'],
  ["odpiszcie na jan.kowalski@example.com", "kowalski", '"email":"[e-mail]"'],
  ["dziura na Długiej 12, mój PESEL 44051401359", "44051401359", "[PESEL]"],
])("the record of %j keeps no contact, only that there was one", (said, personal, mark) => {
  const anna = resident();
  anna.says(said);
  expect(anna.record()).not.toMatch(new RegExp(personal));
  expect(anna.record()).toContain(mark);
});

test("a contact that was asked for is filed, and not recorded", () => {
  const anna = resident();
  anna.desk("nobody");
  anna.says("człowiek");
  anna.says("zostaw kontakt");
  anna.says("w sprawie dziury");
  anna.says("600 700 801");
  expect(JSON.stringify(anna.memory().dialog)).toContain("600700801");
  expect(anna.record()).not.toMatch(/600 ?700 ?801/);
});
