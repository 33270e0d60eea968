import type { FoundPlace, NearbyRequest } from "../../src/conversation/facts";
import type { NewServiceRequest } from "../../src/conversation/outcome";
import { formatNumber } from "../../src/serviceRequests/number";
import { NUMBER, type Resident, resident } from "./chat";

const OTHER = formatNumber(2026, 77);
const other: NearbyRequest = {
  service_request_id: OTHER,
  state: "forwarded",
  agency_responsible: "zdmk",
  address: "ul. Długa 14",
  metres: 40,
  people: 3,
};

/** Presses what is offered and skips what may be skipped, up to the summary. */
function goesOn(anna: Resident): void {
  for (let step = 0; step < 12 && !anna.buttons().includes("Wyślij"); step++)
    anna.says(anna.buttons().find((title) => title === "Pomiń" || title === "Nie wiem") ?? "nie wiem");
}

function filedBy(anna: Resident): NewServiceRequest {
  const filed = anna.filed.find((effect) => effect.kind === "file_service_request");
  if (!filed) throw new Error("nothing was filed");
  return filed.request;
}

test("a hole told in one sentence: the place is read back and filed with its address; the thanks say who gets it", () => {
  const anna = resident();
  const first = anna.says("na Długiej 12 wielka dziura, rower mi się prawie złamał");
  expect(first).toContain("ul. Długa 12 (Stare Miasto)");
  goesOn(anna);
  const thanks = anna.says("Wyślij");
  expect(thanks).toContain(`Numer: ${NUMBER}. Trafi do: Zarząd Dróg Miasta Krakowa.`);
  expect(thanks).toContain("Jeszcze nie wiemy, ile to potrwa.");
  expect(thanks).toContain("https://kontakt.example/sprawa/klucz");
  expect(filedBy(anna)).toMatchObject({
    place: "na Długiej 12",
    address: "ul. Długa 12",
    district: "I",
    public: true,
    kind: "report",
  });
});

test("what is reported already is shown once before the questions; its news can be had instead of a second report", () => {
  const anna = resident();
  anna.hasNearby([other]);
  anna.says("na Długiej 12 wielka dziura");
  const shown = anna.says("da się ominąć");
  expect(shown).toContain("ktoś już to zgłosił");
  expect(shown).toContain(
    `${OTHER}: ul. Długa 14, ok. 40 m stąd, obserwujących: 3, przekazane do jednostki: Zarząd Dróg Miasta Krakowa.`,
  );
  const followed = anna.says("To jest to: chcę wiadomości o nim");
  expect(followed).toContain(OTHER);
  expect(anna.filed).toEqual([{ kind: "follow_service_request", id: OTHER, language: "pl" }]);
  expect(anna.memory().dialog).toBeUndefined();
});

test("another matter at the same place goes on and is not asked about again", () => {
  const anna = resident();
  anna.hasNearby([other, { ...other, service_request_id: formatNumber(2026, 78) }]);
  anna.says("na Długiej 12 wielka dziura");
  expect(anna.says("da się ominąć")).toContain("W pobliżu są już podobne zgłoszenia:");
  expect(anna.buttons()).toContain(`To ${OTHER}: chcę wiadomości o nim`);
  expect(anna.says("to inna sprawa, zgłaszam dalej")).toContain("Masz zdjęcie?");
  goesOn(anna);
  expect(anna.says("Wyślij")).toContain(NUMBER);
});

test("it is checked again before sending", () => {
  const anna = resident();
  anna.says("na Długiej 12 wielka dziura");
  goesOn(anna);
  anna.hasNearby([other]);
  expect(anna.says("Wyślij")).toContain("ktoś już to zgłosił");
  expect(anna.filed).toEqual([]);
  expect(anna.says("To inna sprawa, wyślij moje")).toContain(NUMBER);
  expect(filedBy(anna).service).toBe("pothole");
});

test("a private kind of report never shows what others reported", () => {
  const anna = resident();
  anna.hasNearby([other]);
  anna.says("sąsiad bije swojego psa, ul. Długa 12");
  expect(anna.memory().dialog?.service).toBe("animal-cruelty");
  for (let step = 0; step < 6 && anna.memory().dialog; step++)
    expect(anna.says(anna.buttons()[0] ?? "tak")).not.toContain("zgłosił");
});

test("a shared position is the place, by what lies there or by its numbers, and is filed as it is", () => {
  const anna = resident();
  anna.says("wielka dziura w jezdni");
  const read = anna.says("geo:50.06143,19.93658;u=12");
  expect(read).toMatch(/Miejsce: .*50\.06143, 19\.93658/);
  goesOn(anna);
  anna.says("Wyślij");
  expect(filedBy(anna)).toMatchObject({ point: { lat: 50.06143, long: 19.93658 } });
});

test("a position shared before anything else begins a report; 0,0 is no position", () => {
  const anna = resident();
  expect(anna.says("geo:50.06143,19.93658")).toContain("Co się stało?");
  expect(anna.memory().dialog?.place?.found?.point).toEqual({ lat: 50.06143, long: 19.93658 });
  const nowhere = resident();
  nowhere.says("geo:0,0");
  expect(nowhere.memory().dialog).toBeUndefined();
});

test("where the photo was taken is offered while the place is not known", () => {
  const taken: FoundPlace = {
    text: "ul. Długa 12",
    point: { lat: 50.0675, long: 19.9392 },
    district: "I",
    districtName: "Stare Miasto",
    source: "photo",
    known: true,
    score: 1,
  };
  const anna = resident();
  const asked = anna.sendsPhoto("wielka dziura w jezdni", taken);
  expect(asked).toContain("ok. ul. Długa 12. Czy to tam?");
  expect(anna.buttons()).toEqual(["Miejsce ze zdjęcia: ok. ul. Długa 12", "Podam inne miejsce"]);
  expect(anna.says("Miejsce ze zdjęcia: ok. ul. Długa 12")).toContain("Miejsce: ul. Długa 12 (Stare Miasto).");
  goesOn(anna);
  anna.says("Wyślij");
  expect(filedBy(anna)).toMatchObject({ address: "ul. Długa 12", district: "I", point: taken.point });
});

test("the place of the photo is refused by naming another", () => {
  const taken: FoundPlace = { text: "ul. Długa 12", source: "photo", known: true, score: 1 };
  const anna = resident();
  anna.sendsPhoto("wielka dziura w jezdni", taken);
  expect(anna.says("Podam inne miejsce")).toContain("Gdzie jest dziura?");
  expect(anna.says("Karmelicka 30")).toContain("Miejsce: ul. Karmelicka 30 (Stare Miasto).");
});

test("a place outside the city: whose it is, and on with the same words when it is in the city after all", () => {
  const anna = resident();
  expect(anna.says("dziura w Wieliczce na rynku")).toContain("Tutaj będzie to gmina Wieliczka.");
  expect(anna.filed).toEqual([]);
  expect(anna.says("To jednak w Krakowie")).toMatch(/Gdzie jest dziura|Co się stało/);
});

test("a digit in an address calls nobody", () => {
  const anna = resident();
  anna.says("wielka dziura w jezdni");
  expect(anna.says("Mogilska 12")).toContain("Miejsce: ul. Mogilska 12");
  expect(anna.says("ludzie się duszą, Mogilska 12")).toContain("112");
});

test("two reports in one message, the place told once: both are filed there", () => {
  const anna = resident();
  anna.says("Na Długiej 12 jest wielka dziura w jezdni, a poza tym nie świeci tam latarnia.");
  expect(anna.buttons()).toEqual(["Zgłoś: Dziura w jezdni", "Zgłoś: Nie działa latarnia", "Żadne z tych"]);
  expect(anna.says("Zgłoś: Dziura w jezdni")).toContain("ul. Długa 12 (Stare Miasto)");
  goesOn(anna);
  expect(anna.says("Wyślij")).toContain("Zgłoś: Nie działa latarnia");
  expect(anna.says("Zgłoś: Nie działa latarnia")).toContain("ul. Długa 12 (Stare Miasto)");
  goesOn(anna);
  anna.says("Wyślij");
  const filed = anna.filed.flatMap((effect) => (effect.kind === "file_service_request" ? [effect.request] : []));
  expect(filed.map(({ service, address }) => [service, address])).toEqual([
    ["pothole", "ul. Długa 12"],
    ["street-lamp", "ul. Długa 12"],
  ]);
});

test("an unclear message is not written twice: the kind chosen from the buttons goes on with its words", () => {
  const anna = resident();
  anna.says("smieci kolo przystanku teatr bagatela");
  const chosen = anna.buttons().find((title) => /^(?:Zgłoś: )?Śmieci/.test(title));
  if (chosen) expect(anna.says(chosen)).toContain("przystanek Teatr Bagatela");
  goesOn(anna);
  anna.says("Wyślij");
  expect(filedBy(anna).address).toBe("przystanek Teatr Bagatela");
});

test("a crossing is a place", () => {
  const anna = resident();
  expect(anna.says("nie świeci lampa na skrzyżowaniu Dietla i Grzegórzeckiej")).toContain(
    "skrzyżowanie ul. Józefa Dietla / ul. Grzegórzecka",
  );
  expect(anna.memory().dialog?.service).toBe("street-lamp");
});

test("the flat told with the number stays in the resident's own words", () => {
  const anna = resident();
  anna.says("dziura na ulicy Długiej");
  anna.says("12/5");
  goesOn(anna);
  anna.says("Wyślij");
  expect(filedBy(anna).address).toBe("ul. Długa 12");
});

test("a street alone: where on it may be shown on the map, typed as a number, or left open", () => {
  const asked = () => {
    const anna = resident();
    expect(anna.says("dziura w jezdni na Długiej")).toContain("Gdzie dokładnie?");
    expect(anna.buttons()).toEqual(["Wskaż na mapie", "Nie wiem"]);
    return anna;
  };
  expect(asked().says("geo:50.069000,19.938000;u=20")).toContain("Miejsce: 50.06900, 19.93800.");
  // The number of a button is a house number here.
  expect(asked().says("1")).toContain("Miejsce: ul. Długa 1 (Stare Miasto).");
  expect(asked().says("2")).toContain("Miejsce: ul. Długa 2 (Stare Miasto).");
  expect(asked().says("Nie wiem")).toContain("Jak duża jest dziura?");
  // Where there is no map the same button asks again.
  expect(asked().says("Wskaż na mapie")).toContain("Gdzie dokładnie?");
});

test("what answers another question than where on the street is no landmark", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej");
  expect(anna.says("da się ominąć")).toContain("Mam: objazd: tak, da się ominąć.");
  const jan = resident();
  jan.says("dziura w jezdni na Długiej");
  expect(jan.says("przy dużej bramie")).toContain("Miejsce: ul. Długa (Stare Miasto), przy dużej bramie.");
});

test("nothing but an address: what is wrong there is asked", () => {
  for (const text of ["kazimierza wielkiego 100", "Długa 12", "na Długiej 12"]) {
    const anna = resident();
    expect(anna.says(text)).toContain("Co się stało?");
    expect(anna.because()).toBe("only_an_address_was_named");
  }
});

test("an answer that the question itself names is no cry for help", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  anna.says("duża");
  expect(anna.says("nie da sie")).not.toContain("112 albo");
  expect(anna.decision()).toBe("continue_dialog");
});
