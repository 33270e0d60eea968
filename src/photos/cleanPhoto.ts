import sharp from "sharp";
import { fileTypeOf } from "../conversation/fileType";
import { atOnce } from "./atOnce";
import { decodeHeic, type Pixels } from "./decodeHeic";
import type { CleanPhoto, PhotoRefusal, RefusedPhoto } from "./photo";
import { type CameraNotes, heicNotes, readNotes } from "./readNotes";

const MOST_BYTES = 10 * 1024 * 1024;
/** Phones make 108 million at most that fit into 10 MB; a bomb of a few kilobytes may claim billions. */
const MOST_PIXELS = 110_000_000;
const LONGEST_SIDE = 1600;
const THUMBNAIL_SIDE = 320;
const MOST_SECONDS = 20;

// One thread a picture and two pictures at once: of Node's four threads two stay free for files and look-ups.
sharp.concurrency(1);
sharp.cache(false);
const inTurn = atOnce(2);
/** A HEIC picture takes seconds and hundreds of megabytes; the others do not wait for it. */
const heicInTurn = atOnce(1);

/** Makes a photo safe to keep: upright, at most 1600 pixels, JPEG, all metadata gone; or says why it cannot be taken. */
export async function cleanPhoto(bytes: Buffer): Promise<CleanPhoto | RefusedPhoto> {
  const kind = fileTypeOf(bytes);
  if (!kind || kind === "application/pdf" || kind === "image/gif") return { refused: "not_a_picture" };
  if (bytes.length > MOST_BYTES) return { refused: "too_big" };
  try {
    return kind === "image/heic" ? await heicInTurn(() => cleanHeic(bytes)) : await inTurn(() => cleanOther(bytes));
  } catch {
    // Whatever hostile or half a file does to a decoder, to whoever sent it it is a broken picture.
    return { refused: "broken" };
  }
}

/** A small JPEG of a cleaned photo, for lists; at most 320 pixels. */
export function thumbnail(clean: Buffer): Promise<Buffer> {
  const size = { width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: "inside", withoutEnlargement: true } as const;
  return inTurn(() => sharp(clean).resize(size).jpeg({ quality: 75 }).toBuffer());
}

async function cleanOther(bytes: Buffer): Promise<CleanPhoto | RefusedPhoto> {
  const { width, height, exif } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > MOST_PIXELS) return refused("too_many_pixels");
  const input = { failOn: "error", limitInputPixels: MOST_PIXELS } as const;
  return jpegOf(sharp(bytes, input).autoOrient(), await readNotes(exif));
}

async function cleanHeic(bytes: Buffer): Promise<CleanPhoto | RefusedPhoto> {
  const decoded = await decodeHeic(bytes);
  if ("refused" in decoded) return decoded;
  // The decoder has turned it already.
  const notes = await heicNotes(bytes);
  return inTurn(() => jpegOf(sharp(decoded.rgba, { raw: rawOf(decoded) }), notes));
}

const rawOf = ({ width, height }: Pixels) => ({ width, height, channels: 4 }) as const;

/** Metadata goes because nothing asks sharp to keep it; colours are brought to sRGB before their profile goes. */
async function jpegOf(picture: sharp.Sharp, notes: CameraNotes): Promise<CleanPhoto> {
  const { data, info } = await picture
    .timeout({ seconds: MOST_SECONDS })
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, contentType: "image/jpeg", width: info.width, height: info.height, ...notes };
}

const refused = (why: PhotoRefusal): RefusedPhoto => ({ refused: why });
