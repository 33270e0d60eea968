import { maskPersonalData, withoutMarks } from "../../../src/understanding/maskPersonalData";

test.each([
  ["mój pesel 44051401359", "mój pesel [PESEL]"],
  ["tel. 600 123 456", "tel. [telefon]"],
  ["+48 600-123-456", "[telefon]"],
  ["0048 600 123 456", "[telefon]"],
  ["tel (12) 345 67 89", "tel [telefon]"],
  ["Długa 12 600123456", "Długa 12 [telefon]"],
  ["Długa 12/5 600 123 456.", "Długa 12/5 [telefon]."],
  ["pisz na jan.kowalski@example.com", "pisz na [e-mail]"],
  ["49 1020 2892 2276 3005 0000 0000", "[rachunek]"],
  ["PL49102028922276300500000000", "[rachunek]"],
  ["DE89370400440532013000", "[rachunek]"],
  ["dowód ABA300000", "dowód [dowód]"],
  ["tel.600123456", "tel.[telefon]"],
  ["12 380 45 67", "[telefon]"],
  ["regon 351234567 600 123 456", "regon 351234567 [telefon]"],
  ["motocykl KR 71A4, авто KA 4521 BX", "motocykl [tablica], авто [tablica]"],
  ["auta KR 1AB23 i KRA12AB, kr 12345", "auta [tablica] i [tablica], [tablica]"],
])("„%s” becomes „%s”", (text, masked) => {
  expect(maskPersonalData(text)).toBe(masked);
});

test.each([
  "rok 2026, PIT 2026, SA-10, KM-1, PIT-37",
  "ul. Długa 12/5, 30-001 Kraków",
  "12 616 55 55",
  "126165555",
  "KR-2026-000123-7",
  "kr 2026 123 7",
  "12.05.2026 o 10.30",
  "w godz. 7.40-15.30",
  "od 12345 zł",
  "linia 139, bus 502 o 14:20",
  "44051401358",
  "11 1111 1111 1111 1111 1111 1111",
  "znak AU-02-1.6732.1.1234.2024",
])("„%s” is nobody's data and stays", (text) => {
  expect(maskPersonalData(text)).toBe(text);
});

test("without the marks only the matter is left", () => {
  expect(withoutMarks(maskPersonalData("dziura, tel. 600 123 456"))).toBe("dziura, tel.  ");
});
