import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAtlas } from "../../../src/places/atlas";
import { distanceMetres } from "../../../src/places/distance";
import { type Gazetteer, gazetteerOf } from "../../../src/places/gazetteer";
import { importPlaces } from "../../../src/places/import/importPlaces";

/** A square of the map as a GeoJSON ring. */
const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});
const collection = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });

const districts = collection(
  feature({ name: "Dzielnica I Stare Miasto" }, "Polygon", [square(19.93, 50.05, 0.02), square(19.94, 50.06, 0.002)]),
  // The name alone, with a slip of the pen.
  feature({ nazwa: "Wzgórza Krzeszławickie" }, "MultiPolygon", [[square(20.05, 50.08, 0.03)]]),
  feature({ name: "Puszcza" }, "Polygon", [square(20.2, 50, 0.1)]),
);
const lines = collection(
  feature({ name: "Karmelicka" }, "LineString", [
    [19.931, 50.064],
    [19.934, 50.0635],
    [19.937, 50.063],
  ]),
  feature({ name: "Stefana Batorego" }, "LineString", [
    [19.934, 50.0637],
    [19.934, 50.0655],
  ]),
  feature({ name: "Aleja Adama Mickiewicza" }, "LineString", [[19.92, 50.066]]),
  feature({}, "LineString", [[19.92, 50.066]]),
);
const addresses = `X,Y,city,ulica,numer
19.93801,50.06701,Kraków,ulica Długa,12
19.93901,50.06801,Kraków,ulica Długa,12a
20.06,49.98,Wieliczka,ulica Długa,12
,,Kraków,ulica Długa,14
`;
const stops = `stop_id,stop_code,stop_name,stop_desc,stop_lat,stop_lon
s1,,"Teatr Bagatela 01",,50.0630,19.9310
s2,,"Teatr Bagatela 02",,50.0632,19.9314
s3,,"Nowa Pętla (nż)","przy lesie, ""za"" torem",50.0500,19.9500
s4,,"Zero",,0,0
`;
const register = `WOJ;POW;GMI;RODZ_GMI;SYM;SYM_UL;CECHA;NAZWA_1;NAZWA_2;STAN_NA
12;61;01;1;0950463;12345;ul.;Spadzista;;2026-01-01
12;61;01;1;0950463;12346;ul.;Wymyślnego;Kazimierza;2026-01-01
12;19;05;4;0000001;12347;ul.;Solna;;2026-01-01
`;

const file = join(tmpdir(), `places-${process.pid}.json`);
let gazetteer: Gazetteer;
beforeAll(() => {
  const texts = { districts, lines, addresses, stops, register };
  const atlas = importPlaces(Object.entries(texts).map(([name, text]) => ({ name, text })));
  writeFileSync(file, JSON.stringify(atlas));
  gazetteer = gazetteerOf(readAtlas(file));
});
afterAll(() => rmSync(file));

test("districts by point: the hole, the second one, and what is no district", () => {
  expect(gazetteer.districtOf({ lat: 50.055, long: 19.935 })).toBe("I");
  expect(gazetteer.districtOf({ lat: 50.061, long: 19.941 })).toBeUndefined();
  expect(gazetteer.districtOf({ lat: 50.1, long: 20.06 })).toBe("XVII");
  expect(gazetteer.insideCity({ lat: 50.05, long: 20.25 })).toBe(false);
});

test("a house has its point, a missing letter the house's, a missing number the street's", () => {
  expect(gazetteer.find("na Długiej 12")).toMatchObject([
    { text: "ul. Długa 12", point: { lat: 50.06701, long: 19.93801 }, district: "I", source: "address" },
  ]);
  const [house, letter, street] = ["Długa 12", "Długa 12c", "Długa 99"].map((text) => gazetteer.find(text)[0]);
  expect(letter?.point).toEqual(house?.point);
  expect(street?.accuracyMetres ?? 0).toBeGreaterThan(letter?.accuracyMetres ?? 0);
});

test("streets meet where their lines come nearest; those that do not meet have no point", () => {
  const [crossing] = gazetteer.find("róg Karmelickiej i Batorego");
  expect(distanceMetres(crossing?.point ?? { lat: 0, long: 0 }, { lat: 50.0636, long: 19.934 })).toBeLessThan(20);
  expect(gazetteer.find("Karmelicka/Mickiewicza")).toMatchObject([{ source: "crossing", known: true }]);
  expect(gazetteer.find("Karmelicka/Mickiewicza")[0]?.point).toBeUndefined();
});

test("a stop lies between its posts; one without a position is left out", () => {
  expect(gazetteer.find("przystanek Bagatela")).toMatchObject([{ point: { lat: 50.0631, long: 19.9312 } }]);
  expect(gazetteer.find("przystanek Nowa Pętla")[0]?.point).toEqual({ lat: 50.05, long: 19.95 });
  expect(gazetteer.find("przystanek Zero")).toMatchObject([{ known: false }]);
});

test("the register's names are known by what people say, the rest of the list stays", () => {
  expect(gazetteer.find("na Spadzistej 3")).toMatchObject([{ text: "ul. Spadzista 3", known: true }]);
  expect(gazetteer.find("Wymyślnego 7")).toMatchObject([{ text: "ul. Kazimierza Wymyślnego 7", known: true }]);
  expect(gazetteer.find("ul. Solna 1")).toMatchObject([{ known: false }]);
  expect(gazetteer.find("os. Urocze 2")).toMatchObject([{ known: true, district: "XVIII" }]);
});

test("what lies nearest to a point: a house, else the district, else somebody else's", () => {
  expect(gazetteer.near({ lat: 50.067, long: 19.938 })).toMatchObject({ text: "ul. Długa 12", district: "I" });
  expect(gazetteer.near({ lat: 50.051, long: 19.9301 })).toMatchObject({ text: "Dzielnica I Stare Miasto" });
  expect(gazetteer.near({ lat: 49.98, long: 20.06 })).toMatchObject({ outside: { whose: expect.anything() } });
});

test("files that are none of these are refused by name", () => {
  expect(() => importPlaces([{ name: "x.csv", text: "a,b\n1,2\n" }])).toThrow("x.csv");
  const metres = collection(feature({ name: "I" }, "Polygon", [square(566000, 243000, 500)]));
  expect(() => importPlaces([{ name: "2180.json", text: metres }])).toThrow("EPSG:4326");
});

test("distances over the ground", () => {
  expect(distanceMetres({ lat: 50, long: 20 }, { lat: 50, long: 20 })).toBe(0);
  expect(Math.round(distanceMetres({ lat: 50, long: 20 }, { lat: 51, long: 20 }))).toBe(111195);
});
