import { join } from "node:path";
import type { Kysely } from "kysely";
import type { Tables } from "../tables";
import type { ByteStore } from "./byteStore";
import { databaseBytes } from "./databaseBytes";
import { localFolder } from "./localFolder";
import { openS3, type S3Options } from "./s3";

/** Where bytes may lie, as rows of files name it. */
export type KeptIn = "database" | "folder" | "s3";

/** Where new files go. */
export type FilesAt = { kind: "database" | "folder" } | ({ kind: "s3" } & S3Options);

export type Bytes = {
  /** Where new files go. */
  newOnes: KeptIn;
  /** The store of each place, so that files from before the setting changed stay readable. */
  stores: Partial<Record<KeptIn, ByteStore>>;
  close(): void;
};

/** The stores of bytes this program can reach. */
export async function openBytes(at: FilesAt, db: Kysely<Tables>, dataFolder: string): Promise<Bytes> {
  const here = { database: databaseBytes(db), folder: localFolder(join(dataFolder, "files")) };
  if (at.kind !== "s3") return { newOnes: at.kind, stores: here, close() {} };
  const { bytes, close } = await openS3(at);
  return { newOnes: "s3", stores: { ...here, s3: bytes }, close };
}
