import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Files } from "../../../src/conversation/files";
import type { ByteStore } from "../../../src/storage/bytes/byteStore";
import { databaseBytes } from "../../../src/storage/bytes/databaseBytes";
import { localFolder } from "../../../src/storage/bytes/localFolder";
import { type FilesAt, openBytes } from "../../../src/storage/bytes/openBytes";
import { openS3, type S3Options } from "../../../src/storage/bytes/s3";
import { keepFiles, openFiles } from "../../../src/storage/files";
import type { Storage } from "../../../src/storage/storage";
import { freshEmbedded, freshPostgreSql } from "../../databases";
import { describeIfPostgreSql } from "../../reachable";
import { conversationIn, openOn } from "./given";
import { openS3Server, openSilentServer } from "./s3Server";

type Opened = { store: ByteStore; newKey(): Promise<string>; close(): Promise<void> };

/** What every store of bytes does. */
function describeStore(
  name: string,
  open: () => Promise<Opened>,
  describeIt: (name: string, tests: () => void) => void = describe,
): void {
  describeIt(name, () => {
    let opened: Opened;
    beforeAll(async () => {
      opened = await open();
    }, 120_000);
    afterAll(() => opened.close());

    test("gives back what was put, byte for byte, also when it is large or put again", async () => {
      const { store, newKey } = opened;
      const [small, large] = [await newKey(), await newKey()];
      const bytes = { small: Buffer.from("żółć\0\r\n"), large: randomBytes(3 * 1024 * 1024) };
      await Promise.all([store.put(small, bytes.small, "text/plain"), store.put(large, bytes.large, "image/jpeg")]);
      expect(await store.get(small)).toEqual(bytes.small);
      expect((await store.get(large))?.equals(bytes.large)).toBe(true);
      await store.put(small, Buffer.from("anders"), "text/plain");
      expect(String(await store.get(small))).toBe("anders");
    });

    test("has nothing of what was deleted or never there", async () => {
      const { store, newKey } = opened;
      const [key, other] = [await newKey(), await newKey()];
      await store.put(key, Buffer.from("a"), "text/plain");
      await store.put(other, Buffer.from("b"), "text/plain");
      await store.delete(key);
      await store.delete(key);
      expect(await store.get(key)).toBeUndefined();
      expect(await store.get(randomUUID())).toBeUndefined();
      expect(String(await store.get(other))).toBe("b");
    });
  });
}

const uuid = async () => randomUUID();
const newFolder = () => mkdtemp(join(tmpdir(), "hejnal-bytes-"));

describeStore("bytes in a folder", async () => {
  const folder = await newFolder();
  return { store: localFolder(folder), newKey: uuid, close: () => rm(folder, { recursive: true }) };
});

async function inDatabase(fresh: typeof freshEmbedded): Promise<Opened> {
  const database = await fresh();
  const storage = await openOn(database);
  const conversationId = await conversationIn(storage);
  const file = { name: "a", contentType: "text/plain", bytes: Buffer.from("before") };
  return {
    store: databaseBytes(storage.db),
    newKey: async () => (await storage.files.save(conversationId, file)).id,
    async close() {
      await storage.close();
      await database.drop();
    },
  };
}
describeStore("bytes in the embedded database", () => inDatabase(freshEmbedded));
describeStore("bytes in PostgreSQL", () => inDatabase(freshPostgreSql), describeIfPostgreSql);

describeStore("bytes in a bucket", async () => {
  const server = await openS3Server();
  const { bytes, close } = await openS3(server.options);
  return {
    store: bytes,
    newKey: uuid,
    async close() {
      close();
      await server.close();
    },
  };
});

describe("a folder", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await newFolder();
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each(["../../etc/passwd", "a/b", "..", "abc", "", "a\0bcdef", "a".repeat(200)])(
    "is never left by a key like %j",
    async (key) => {
      const store = localFolder(join(folder, "inside"));
      const put = async () => store.put(key, Buffer.from("x"), "text/plain");
      await expect(put()).rejects.toThrow("not a key");
      await expect((async () => store.get(key))()).rejects.toThrow("not a key");
      await expect((async () => store.delete(key))()).rejects.toThrow("not a key");
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test("holds no half files, also when one could not be put in its place", async () => {
    const store = localFolder(folder);
    await mkdir(join(folder, "ab", "cd", "abcd-taken", "x"), { recursive: true });
    await expect(store.put("abcd-taken", Buffer.from("x"), "text/plain")).rejects.toThrow();
    await store.put("abcd-free", Buffer.from("x"), "text/plain");
    expect((await readdir(join(folder, "ab", "cd"))).sort()).toEqual(["abcd-free", "abcd-taken"]);
  });
});

describe("files of residents", () => {
  const photo = { name: "dziura.jpg", contentType: "image/jpeg", bytes: randomBytes(50_000) };
  const logged: string[] = [];
  const log = { info() {}, warn() {}, error: (event: string) => void logged.push(event) };
  let database: Awaited<ReturnType<typeof freshEmbedded>>;
  let bucket: Awaited<ReturnType<typeof openS3Server>>;
  let silent: Awaited<ReturnType<typeof openSilentServer>>;
  let storage: Storage;
  let conversationId: string;

  beforeAll(async () => {
    [database, bucket, silent] = [await freshEmbedded(), await openS3Server(), await openSilentServer()];
    storage = await openOn(database);
    conversationId = await conversationIn(storage);
  });
  beforeEach(() => void logged.splice(0));
  afterAll(async () => {
    await storage.close();
    await database.drop();
    await bucket.close();
    silent.close();
  });

  /** The files as a program with this setting has them. */
  async function withFiles(at: FilesAt, task: (files: Files) => Promise<void>): Promise<void> {
    const bytes = await openBytes(at, storage.db, database.options.dataFolder);
    await task(openFiles(keepFiles(storage.db, bytes, log))).finally(bytes.close);
  }
  const inBucket = (more: Partial<S3Options> = {}): FilesAt => ({ kind: "s3", ...bucket.options, ...more });
  const refusal = (status: number, code: string) => expect.objectContaining({ status, code });

  test("stay readable when new ones go elsewhere, and lie only where the setting says", async () => {
    const ids: string[] = [];
    for (const at of [{ kind: "database" }, { kind: "folder" }, inBucket()] as const)
      await withFiles(at, async (files) => void ids.push((await files.save(conversationId, photo)).id));
    await withFiles(inBucket(), async (files) => {
      for (const id of ids) {
        const found = await files.load(conversationId, id);
        expect(found?.bytes.equals(photo.bytes)).toBe(true);
        expect(found?.attachment).toEqual({ id, name: photo.name, contentType: "image/jpeg", sizeBytes: 50_000 });
      }
      const rows = await storage.db
        .selectFrom("files")
        .select(["id", "kept_in", "bytes"])
        .where("id", "in", ids)
        .execute();
      const told = new Map(rows.map(({ id, kept_in, bytes }) => [id, [kept_in, bytes !== null]]));
      expect(ids.map((id) => told.get(id))).toEqual([
        ["database", true],
        ["folder", false],
        ["s3", false],
      ]);
    });
    await withFiles({ kind: "folder" }, async (files) => {
      const [, , inS3 = ""] = ids;
      await expect(files.load(conversationId, inS3)).rejects.toEqual(refusal(503, "FilesUnavailable"));
      expect(logged).toContain("file_store_not_set");
    });
  });

  test("whose bytes are gone are refused in words", async () => {
    await withFiles({ kind: "folder" }, async (files) => {
      const { id } = await files.save(conversationId, photo);
      await rm(join(database.options.dataFolder, "files"), { recursive: true });
      await expect(files.load(conversationId, id)).rejects.toEqual(refusal(410, "FileLost"));
      expect(logged).toEqual(["file_lost"]);
    });
  });

  test("leave no row behind when their store is down, full, silent or lets nobody in", async () => {
    const down: FilesAt[] = [
      inBucket({ endpoint: "http://127.0.0.1:1" }),
      inBucket({ endpoint: silent.url, mostMilliseconds: 50 }),
      inBucket({ bucket: "nobodys-bucket" }),
      inBucket({ accessKeyId: "nobody" }),
    ];
    for (const at of down)
      await withFiles(at, async (files) => {
        const count = async () => (await storage.db.selectFrom("files").select("id").execute()).length;
        const before = await count();
        await expect(files.save(conversationId, photo)).rejects.toEqual(refusal(503, "FilesUnavailable"));
        expect(await count()).toBe(before);
      });
    // A file where the folder should be: as when the disk is read-only or not there.
    await writeFile(join(database.options.dataFolder, "files"), "");
    await withFiles({ kind: "folder" }, async (files) => {
      await expect(files.save(conversationId, photo)).rejects.toEqual(refusal(503, "FilesUnavailable"));
    });
    expect(new Set(logged)).toEqual(new Set(["file_store_failed"]));
  });
});
