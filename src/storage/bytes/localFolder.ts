import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { hasCode } from "../hasCode";
import type { ByteStore } from "./byteStore";

/** Bytes as files of a folder, two folders deep, because a folder of a million files is slow to list and to copy. */
export function localFolder(folder: string): ByteStore {
  const root = resolve(folder);
  const pathOf = (key: string) => {
    // Keys are ours, but one that is not must not lead out of the folder.
    if (!/^[A-Za-z0-9-]{4,100}$/.test(key)) throw new Error("not a key of a file");
    return join(root, key.slice(0, 2), key.slice(2, 4), key);
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      // Written beside and renamed: whoever reads sees the whole file or none, also after a crash.
      const half = `${path}.${randomUUID()}.half`;
      try {
        await writeThrough(half, bytes);
        await rename(half, path);
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
    },
    async get(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if (hasCode(error, "ENOENT")) return undefined;
        throw error;
      }
    },
    delete: (key) => rm(pathOf(key), { force: true }),
  };
}

/** On the disk when it returns, not only on its way. */
async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
