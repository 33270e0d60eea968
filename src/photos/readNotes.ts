import { parse } from "exifr";
import { z } from "zod";
import { readPoint } from "../conversation/place";
import type { CleanPhoto } from "./photo";

/** What a camera writes beside a picture, as far as it is of use here. */
export type CameraNotes = Pick<CleanPhoto, "position" | "takenAt">;

const Exif = z.object({
  latitude: z.number().optional().catch(undefined),
  longitude: z.number().optional().catch(undefined),
  /** "V": the camera had no reception and wrote something all the same. */
  GPSStatus: z.string().optional().catch(undefined),
  DateTimeOriginal: z.string().optional().catch(undefined),
  OffsetTimeOriginal: z.string().optional().catch(undefined),
});

const wanted = [
  ...["GPSLatitude", "GPSLatitudeRef", "GPSLongitude", "GPSLongitudeRef", "GPSStatus"],
  ...["DateTimeOriginal", "OffsetTimeOriginal"],
];

/** The notes in an EXIF block; none when there is none or it makes no sense. */
export async function readNotes(exif: Buffer | undefined): Promise<CameraNotes> {
  if (!exif) return {};
  const tiff = exif.subarray(0, 4).toString("latin1") === "Exif" ? exif.subarray(6) : exif;
  const read = Exif.safeParse(await parse(tiff, { pick: wanted, reviveValues: false }).catch(() => undefined));
  if (!read.success) return {};
  const { latitude, longitude, GPSStatus } = read.data;
  const position = GPSStatus === "V" ? undefined : readPoint(latitude, longitude);
  const takenAt = timeOf(read.data);
  return { ...(position && { position }), ...(takenAt && { takenAt }) };
}

const blockStarts = [Buffer.from("II*\0", "latin1"), Buffer.from("MM\0*", "latin1")];
/** By chance the pixels of hardly one picture in a hundred look like even one block. */
const MOST_BLOCKS = 4;
const MOST_BLOCK_BYTES = 256 * 1024;

/**
 * The notes of a HEIC picture. Its EXIF block is looked for by how it begins: where it lies is written in more ways
 * than exifr knows, and what it says is checked in any case.
 */
export async function heicNotes(bytes: Buffer): Promise<CameraNotes> {
  const starts = blockStarts.flatMap((sign) => placesOf(sign, bytes)).slice(0, MOST_BLOCKS);
  for (const start of starts) {
    const notes = await readNotes(bytes.subarray(start, start + MOST_BLOCK_BYTES));
    if (notes.position || notes.takenAt) return notes;
  }
  return {};
}

function placesOf(sign: Buffer, bytes: Buffer): number[] {
  const places: number[] = [];
  let at = bytes.indexOf(sign);
  for (; at >= 0 && places.length < MOST_BLOCKS; at = bytes.indexOf(sign, at + 1)) places.push(at);
  return places;
}

/** EXIF writes 2026:05:01 12:34:56, in the time of wherever the camera thinks it is. */
function timeOf({ DateTimeOriginal = "", OffsetTimeOriginal = "" }: z.infer<typeof Exif>): string | undefined {
  const [, date, time] = /^(\d{4}:\d\d:\d\d) (\d\d:\d\d:\d\d)/.exec(DateTimeOriginal) ?? [];
  if (!date || !time) return undefined;
  const local = `${date.replaceAll(":", "-")}T${time}`;
  if (Number.isNaN(Date.parse(`${local}Z`))) return undefined;
  return /^[+-]\d\d:\d\d$/.test(OffsetTimeOriginal) ? local + OffsetTimeOriginal : local;
}
