import type { Point } from "../../../src/conversation/place";
import { gazetteerOf } from "../../../src/places/gazetteer";
import type { Geocoder } from "../../../src/places/geocoder";
import { openLocate, placesListed } from "../../../src/places/locate";
import { readPin } from "../../../src/places/pin";

const gazetteer = gazetteerOf();
const point: Point = { lat: 50.0675, long: 19.9392 };

/** A register that knows one house. */
const register: Geocoder = {
  find: async () => [{ text: "ul. Długa 12", point, source: "address", known: true, score: 0.99, accuracyMetres: 10 }],
  near: async () => ({ text: "ul. Długa 12", point, source: "address", known: true, score: 1 }),
};
const silent: Geocoder = { find: () => new Promise(() => {}), near: () => new Promise(() => {}) };
const broken: Geocoder = {
  find: () => Promise.reject(new Error("down")),
  near: () => Promise.reject(new Error("down")),
};

test("the register's point under the list's doubt and with what stood beside the address", async () => {
  const locate = openLocate({ gazetteer, geocoder: register });
  const { places } = await locate({ text: "naprzeciwko Biedronki na Długiej 12" });
  expect(places).toEqual([
    expect.objectContaining({ text: "ul. Długa 12", point, detail: "naprzeciwko Biedronki", score: 0.96 }),
  ]);
});

test.each([
  ["is silent", silent],
  ["is broken", broken],
])("the city's own list answers when the register %s", async (_, geocoder) => {
  const locate = openLocate({ gazetteer, geocoder, timeLimitMs: 1 });
  const { places, photoPlace } = await locate({ text: "dziura na Długiej 12", photo: point });
  expect(places).toMatchObject([{ text: "ul. Długa 12", district: "I", districtName: "Stare Miasto" }]);
  expect(photoPlace).toMatchObject({ point, source: "photo" });
});

test("a pin keeps its own point and takes the name of what lies there", async () => {
  const locate = openLocate({ gazetteer, geocoder: register });
  const pin = { lat: 50.06143, long: 19.93658 };
  const { places } = await locate({ text: "geo:50.06143,19.93658;u=25" });
  expect(places).toMatchObject([{ text: "ul. Długa 12", point: pin, source: "device", accuracyMetres: 25 }]);
  expect(placesListed("geo:50.06143,19.93658", gazetteer)).toMatchObject([{ point: pin, source: "device" }]);
});

test.each([
  ["geo:50.06,19.93", { point: { lat: 50.06, long: 19.93 }, accuracyMetres: 30 }],
  ["geo:50.06,19.93,210;crs=wgs84;u=8.5", { point: { lat: 50.06, long: 19.93 }, accuracyMetres: 8.5 }],
  ["geo:0,0", undefined],
  ["geo:95,19.9", undefined],
  ["dziura geo:50.06,19.93", undefined],
])("“%s” as a pin", (text, pin) => {
  expect(readPin(text)).toEqual(pin);
});
