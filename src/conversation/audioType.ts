/** The kinds of sound that are taken: what phones and messengers record. */
export type AudioType = "audio/ogg" | "audio/mpeg" | "audio/mp4" | "audio/amr" | "audio/aac" | "audio/wav";

/** What kind of sound it is by its bytes, if it is nothing but sound. */
export function audioTypeOf(bytes: Buffer): AudioType | undefined {
  const text = (start: number, end: number) => bytes.toString("latin1", start, end);
  if (text(0, 4) === "OggS") return OGG_SOUND.test(text(OGG_CODEC_AT, OGG_CODEC_AT + 8)) ? "audio/ogg" : undefined;
  if (text(0, 5) === "#!AMR") return "audio/amr";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WAVE") return "audio/wav";
  if (text(0, 3) === "ID3" || isMpegFrame(bytes)) return "audio/mpeg";
  if (isAdtsFrame(bytes)) return "audio/aac";
  return text(4, 8) === "ftyp" && isOnlySound(bytes) ? "audio/mp4" : undefined;
}

/** An Ogg page of one segment has a header of 28 bytes; what follows names the codec. Theora would be a film. */
const OGG_CODEC_AT = 28;
const OGG_SOUND = /^(?:OpusHead|.vorbis|Speex {3})/s;

/** Eleven bits set, layer III, and a bit rate and a sampling rate that exist. */
function isMpegFrame([first = 0, second = 0, third = 0]: Buffer): boolean {
  const isSync = first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) === 0x02 && (second & 0x18) !== 0x08;
  const bitRate = third >> 4;
  return isSync && bitRate !== 0 && bitRate !== 15 && (third & 0x0c) !== 0x0c;
}

function isAdtsFrame([first = 0, second = 0, third = 0]: Buffer): boolean {
  return first === 0xff && (second & 0xf6) === 0xf0 && (third & 0x3c) >> 2 < 13;
}

/** The same container holds films: only with a track of sound and none of pictures it is a recording. */
function isOnlySound(bytes: Buffer): boolean {
  const kinds = handlersIn(moovOf(bytes));
  return kinds.includes("soun") && kinds.every((kind) => kind !== "vide");
}

/** The box that lists the tracks, wherever it lies; sizes are big-endian and count their own eight bytes. */
function moovOf(bytes: Buffer): Buffer {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = sizeAt(bytes, at);
    if (bytes.toString("latin1", at + 4, at + 8) === "moov") return bytes.subarray(at, at + size);
    if (size < 8) break;
    at += size;
  }
  return Buffer.alloc(0);
}

/** A size of 1 stands for a longer one after the name, of 0 for the rest of the file. */
function sizeAt(bytes: Buffer, at: number): number {
  const size = bytes.readUInt32BE(at);
  if (size === 0) return bytes.length - at;
  return size === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : size;
}

/** What each track is handled as: twelve bytes after the name of its "hdlr" box. */
function handlersIn(moov: Buffer): string[] {
  const found: string[] = [];
  for (let at = moov.indexOf("hdlr"); at !== -1; at = moov.indexOf("hdlr", at + 4))
    found.push(moov.toString("latin1", at + 12, at + 16));
  return found;
}
