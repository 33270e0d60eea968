import { findWhen } from "../../../src/understanding/findWhen";

test.each([
  ["wczoraj około 18 był tu wypadek", "wczoraj około 18"],
  ["od trzech dni nie świeci", "od trzech dni"],
  ["od ponad tygodnia śmierdzi", "od ponad tygodnia"],
  ["pismo z 12.05.2026 bez odpowiedzi", "z 12.05.2026"],
  ["w nocy z piątku na sobotę był hałas", "w nocy z piątku na sobotę"],
  ["tramwaj o 7:40 nie przyjechał", "o 7:40"],
  ["codziennie po 22 gra muzyka", "codziennie po 22"],
  ["od poniedziałku stoi wrak", "od poniedziałku"],
  ["dziś rano urwał się kabel", "dziś rano"],
  ["dzis o godz. 6 rano", "dzis o godz. 6 rano"],
  ["w środę o 18.30", "w środę o 18.30"],
  ["w soboty i niedziele nie jeździ", "w soboty i niedziele"],
  ["dwa dni temu zgłosiłem", "dwa dni temu"],
  ["w zeszłym tygodniu spadła gałąź", "w zeszłym tygodniu"],
  ["o drugiej w nocy wiercą", "o drugiej w nocy"],
  ["hałas między 22 a 6", "między 22 a 6"],
  ["od 22 do 6 wyją silniki", "od 22 do 6"],
  ["już trzeci dzień bez wody", "trzeci dzień"],
  ["meldunek do 30 wrzesnia", "do 30 wrzesnia"],
  ["dziura od połowy sierpnia", "od połowy sierpnia"],
  ["zalane po wczorajszej burzy", "po wczorajszej burzy"],
  ["ślisko zimą", "zimą"],
  ["za kwadrans ósma zamknięte", "za kwadrans ósma"],
  ["broken since yesterday", "since yesterday"],
  ["every night at 11 pm", "every night at 11 pm"],
  ["вчора ввечері був шум", "вчора ввечері"],
  ["з понеділка не світить", "з понеділка"],
])("„%s” says when: „%s”", (text, when) => {
  expect(findWhen(text)).toBe(when);
});

test.each([
  "rok 2026 budżet",
  "budżet obywatelski 2026",
  "kosztuje 12.50 zł",
  "od 5 zł za sztukę",
  "około 20 osób",
  "ul. Długa 12",
  "na Długiej 18",
  "2 worki",
  "na pewno",
  "na początek: dzień dobry",
  "w tej sprawie",
  "druga zmiana",
  "po drugiej stronie ulicy",
  "co mają zrobić lokatorzy",
  "Czy 124 i 424 maja wspolny przystanek",
  "zima w mieście",
  "znak OR-01.2.123.2025",
  "tel. 12 345 67 89",
  "KR-2026-000123-7",
  "",
])("„%s” says no time", (text) => {
  expect(findWhen(text)).toBeUndefined();
});

test.each(["od ", "1", "1 ", "12.05.", "wczoraj, ", "od 3 ", "o o 1 ", "a"])(
  "10 000 characters of „%s” end",
  (part) => {
    expect(() => findWhen(part.repeat(10_000 / part.length))).not.toThrow();
  },
);
