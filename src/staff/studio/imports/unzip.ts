import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const [STORED, DEFLATED] = [0, 8];
/** Of one file when it is unpacked: a small archive may hold anything. */
const MOST_BYTES = 32 * 1024 * 1024;

/** One file of an archive; undefined where it is not there, or cannot be read. */
export function unzipped(archive: Buffer, wanted: string): Buffer | undefined {
  try {
    return fileIn(archive, wanted);
  } catch {
    return undefined;
  }
}

function fileIn(archive: Buffer, wanted: string): Buffer | undefined {
  const end = archive.lastIndexOf(signature(END));
  if (end === -1) return undefined;
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0 && archive.readUInt32LE(at) === ENTRY; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const from = at + 46;
    const until = from + (nameLength ?? 0);
    if (archive.toString("utf8", from, until) === wanted) return bytesOf(archive, at);
    at = until + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return undefined;
}

/** `entry`: where the archive's list tells of the file. */
function bytesOf(archive: Buffer, entry: number): Buffer | undefined {
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const file = archive.readUInt32LE(entry + 42);
  const start = file + 30 + archive.readUInt16LE(file + 26) + archive.readUInt16LE(file + 28);
  const packed = archive.subarray(start, start + size);
  if (method === STORED) return packed;
  return method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: MOST_BYTES }) : undefined;
}

function signature(mark: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(mark);
  return bytes;
}
