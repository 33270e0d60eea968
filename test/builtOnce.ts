import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(__dirname, "..");
const run = promisify(execFile);

/** The widget, the demo page and the console, built once in a run of tests. Answers the folder. */
export const builtWeb = () =>
  once("web", (folder) => run(join(root, "node_modules/.bin/vite"), ["build", "--outDir", folder], { cwd: root }));

/** A program that tests start often, as JavaScript: `tsx` needs seconds for every start. */
export async function builtProgram(script: string): Promise<string> {
  return join(await once("programs", compile), script.replace(/\.ts$/, ".js"));
}

const programs = [
  "test/killed/child.ts",
  "test/killed/deliveryChild.ts",
  "test/killed/channelChild.ts",
  "test/killed/letterChild.ts",
  "test/contracts/storage/child.ts",
  "src/contentFiles.ts",
  "src/channelSetup.ts",
  "src/learnThread.ts",
];

async function compile(folder: string): Promise<void> {
  await mkdir(folder);
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  const config = {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      // `npm run check` has checked them.
      noCheck: true,
      allowImportingTsExtensions: false,
      rootDir: root,
      outDir: folder,
      types: ["node"],
    },
    files: programs.map((script) => join(root, script)),
    include: [],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder]);
}

/** The first who wants it builds, the others wait; if it fails all are told why. */
async function once(name: string, build: (folder: string) => Promise<unknown>): Promise<string> {
  const around = process.env.TEST_BUILT_FOLDER ?? (await mkdtemp(join(tmpdir(), "hejnal-built-")));
  const [folder, done] = [join(around, name), join(around, `${name}.done`)];
  const isMine = await mkdir(join(around, `${name}.begun`)).then(
    () => true,
    () => false,
  );
  if (isMine)
    await build(folder).then(
      () => writeFile(done, ""),
      (error: unknown) => writeFile(done, String(error)),
    );
  while (!existsSync(done)) await new Promise((later) => setTimeout(later, 100));
  const complaint = await readFile(done, "utf8");
  if (complaint !== "") throw new Error(`the ${name} could not be built: ${complaint}`);
  return folder;
}
