import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { cleanPhoto, thumbnail } from "../../../src/photos/cleanPhoto";
import type { CleanPhoto } from "../../../src/photos/photo";
import { gpsOf, picture, rynek } from "./pictures";

const heic = readFileSync(join(__dirname, "photo.heic"));

async function cleaned(bytes: Buffer): Promise<CleanPhoto> {
  const clean = await cleanPhoto(bytes);
  if ("refused" in clean) throw new Error(`refused: ${clean.refused}`);
  return clean;
}

async function expectNothingBeside(bytes: Buffer): Promise<void> {
  const { format, exif, xmp, icc, iptc, orientation, comments, space } = await sharp(bytes).metadata();
  expect({ format, exif, xmp, icc, iptc, orientation, comments, space }).toEqual({ format: "jpeg", space: "srgb" });
  expect(bytes.toString("latin1")).not.toMatch(/Nowak|Aparat|GPS|2026:05/);
}

describe("a photo that is taken", () => {
  test.each(["jpeg", "png", "webp"] as const)("%s: tells where and when, and keeps neither", async (format) => {
    const before = await picture().toFormat(format).toBuffer();
    expect(before.toString("latin1")).toMatch(/Nowak/);
    const { bytes, ...clean } = await cleaned(before);
    expect(clean).toEqual({
      contentType: "image/jpeg",
      width: 400,
      height: 300,
      position: { lat: expect.closeTo(rynek.lat, 4), long: expect.closeTo(rynek.long, 4) },
      takenAt: "2026-05-01T12:34:56+02:00",
    });
    await expectNothingBeside(bytes);
  });

  test("HEIC becomes a JPEG that stands upright, and tells the same", async () => {
    const { bytes, ...clean } = await cleaned(heic);
    expect(clean).toMatchObject({ width: 200, height: 320, takenAt: "2026-05-01T12:34:56+02:00" });
    expect(clean.position).toEqual({ lat: expect.closeTo(rynek.lat, 4), long: expect.closeTo(rynek.long, 4) });
    await expectNothingBeside(bytes);
    expect(await colourAt(bytes, { left: 100, top: 40 })).toBe("red");
    expect(await colourAt(bytes, { left: 100, top: 280 })).toBe("blue");
  });

  test("is turned upright and made smaller; a small one stays as small as it is", async () => {
    const lying = await picture(1800, 900).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await cleaned(lying)).toMatchObject({ width: 800, height: 1600 });
    const { bytes } = await cleaned(await picture(40, 20).png().toBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 40, height: 20 });
  });

  test("loses its colour profile, not its colours, and what shone through is white", async () => {
    const background = { r: 0, g: 128, b: 0 };
    const wide = sharp({ create: { width: 20, height: 20, channels: 3, background } }).withIccProfile("p3");
    const { bytes } = await cleaned(await wide.png().toBuffer());
    await expectNothingBeside(bytes);
    const [red = 255, green = 0] = await pixel(bytes, { left: 5, top: 5 });
    expect([red < 12, Math.abs(green - 128) < 6]).toEqual([true, true]);
    const glass = { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
    const clear = await cleaned(await sharp({ create: glass }).png().toBuffer());
    expect(await pixel(clear.bytes, { left: 5, top: 5 })).toEqual([255, 255, 255]);
  });

  test.each([
    ["0,0, what cameras write that know nothing", gpsOf("0/1 0/1 0/1", "0/1 0/1 0/1")],
    ["beyond the pole", gpsOf("95/1 0/1 0/1", "19/1 0/1 0/1")],
    ["a division by nothing", gpsOf("50/0 0/0 0/0", "19/0 0/0 0/0")],
    ["one without reception", gpsOf("50/1 3/1 0/1", "19/1 56/1 0/1", { GPSStatus: "V" })],
    ["half of one", { GPSLatitudeRef: "N", GPSLatitude: "50/1 3/1 0/1" }],
  ])("a position is not believed: %s", async (_, gps) => {
    const clean = await cleaned(await picture(40, 30, gps).jpeg().toBuffer());
    expect(clean.position).toBeUndefined();
  });

  test("an EXIF block of rubbish does no harm", async () => {
    const jpeg = await picture(40, 30).jpeg().toBuffer();
    const start = jpeg.indexOf("Exif") + 14;
    const spoilt = Buffer.concat([jpeg.subarray(0, start), Buffer.alloc(40, 0xff), jpeg.subarray(start + 40)]);
    expect(await cleaned(spoilt)).toMatchObject({ width: 40, height: 30 });
  });

  test("has a thumbnail", async () => {
    const { bytes } = await cleaned(await picture(1000, 500).jpeg().toBuffer());
    expect(await sharp(await thumbnail(bytes)).metadata()).toMatchObject({ width: 320, height: 160, format: "jpeg" });
  });
});

describe("a picture that is refused", () => {
  const program = Buffer.from("MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff", "latin1");
  const jpeg = picture().jpeg().toBuffer();

  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ["a program called .jpg", () => program, "not_a_picture"],
    ["nothing at all", () => Buffer.alloc(0), "not_a_picture"],
    ["a document", () => Buffer.from("%PDF-1.7 ..."), "not_a_picture"],
    ["a drawing that may hold scripts", () => Buffer.from("<svg xmlns='x'/>"), "not_a_picture"],
    ["one of more than 10 MB", async () => Buffer.concat([await jpeg, Buffer.alloc(10 * 1024 * 1024)]), "too_big"],
    ["a bomb: a few bytes that claim 900 million pixels", () => pngOf(30_000, 30_000), "too_many_pixels"],
    ["a HEIC bomb", () => heicOf(20_000, 20_000), "too_many_pixels"],
    ["half a JPEG", async () => (await jpeg).subarray(0, 2000), "broken"],
    ["half a HEIC", () => heic.subarray(0, heic.length / 2), "broken"],
    ["one that only begins as one", () => Buffer.from("\xff\xd8\xff\xe0aaaaaaaaaaaaaaaa", "latin1"), "broken"],
    ["a HEIC that only begins as one", () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), "broken"],
    ["a PNG without its pixels", () => pngOf(100, 100), "broken"],
  ])("%s", async (_, make, refused) => {
    expect(await cleanPhoto(await make())).toEqual({ refused });
  });
});

test("a flood of photos is worked off, the good and the bad", async () => {
  const photo = await picture(300, 200).jpeg().toBuffer();
  const flood = Array.from({ length: 12 }, (_, at) => (at % 3 === 0 ? photo.subarray(0, 1500) : photo));
  const outcomes = await Promise.all(flood.map(cleanPhoto));
  expect(outcomes.map((outcome) => ("refused" in outcome ? outcome.refused : outcome.width))).toEqual(
    flood.map((bytes) => (bytes === photo ? 300 : "broken")),
  );
});

const pixel = async (bytes: Buffer, { left, top }: { left: number; top: number }) => [
  ...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

async function colourAt(bytes: Buffer, place: { left: number; top: number }): Promise<string> {
  const [red = 0, , blue = 0] = await pixel(bytes, place);
  return red > blue ? "red" : "blue";
}

/** A PNG whose head claims this size and whose pixels are missing. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunks = [chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.alloc(10))), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}

/** The HEIC picture, claiming another size. */
function heicOf(width: number, height: number): Buffer {
  const bomb = Buffer.from(heic);
  for (let at = bomb.indexOf("ispe"); at >= 0; at = bomb.indexOf("ispe", at + 1)) {
    bomb.writeUInt32BE(width, at + 8);
    bomb.writeUInt32BE(height, at + 12);
  }
  return bomb;
}
