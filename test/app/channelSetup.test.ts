import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtProgram } from "../builtOnce";
import { TEST_SECRET } from "../contracts/channels/channelServer";
import { openMessengerFake } from "../contracts/channels/messenger/fake";
import { openTelegramFake } from "../contracts/channels/telegram/fake";

/** What an operator types, and reads. */
async function channels(words: string[], settings: Record<string, string>): Promise<{ code: number; said: string }> {
  // Somewhere without a .env of anybody's.
  const folder = await mkdtemp(join(tmpdir(), "hejnal-channels-"));
  const env = { PATH: process.env.PATH, TOKEN_SECRET: TEST_SECRET, DATA_FOLDER: folder, ...settings };
  const program = [await builtProgram("src/channelSetup.ts"), ...words];
  const done = await new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, program, { cwd: folder, env }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, said: out + err }),
    );
  });
  await rm(folder, { recursive: true });
  return done;
}

test("with nothing set it tells of each channel what it needs, and that no platform finds us", async () => {
  const { code, said } = await channels(["check"], {});
  expect(code).toBe(1);
  expect(said).toContain("✗ PUBLIC_URL is not set");
  expect(said).toMatch(/messenger\n {2}✓ off; to switch it on set MESSENGER_PAGE_ID, MESSENGER_TOKEN, META_APP_ID/);
  expect(said).toMatch(/telegram\n {2}✓ off; to switch it on set TELEGRAM_TOKEN, TELEGRAM_NAME/);
  expect(said).toMatch(/email\n {2}✓ off; to switch it on set EMAIL_CHANNEL, IMAP_URL/);
});

test("what is no command is answered with those there are, and a wrong setting by its name", async () => {
  const { code, said } = await channels(["chek"], {});
  expect([code, said]).toEqual([2, expect.stringContaining("npm run channels -- <command>")]);
  const wrong = await channels(["check"], { TELEGRAM_TOKEN: "abc" });
  expect([wrong.code, wrong.said]).toEqual([
    2,
    expect.stringContaining("TELEGRAM_TOKEN: write it as BotFather gave it"),
  ]);
});

test("setup sets Telegram up, and then check finds it as it should be; without setup it says what is missing", async () => {
  const fake = await openTelegramFake();
  const settings = { ...fake.settings, PUBLIC_URL: "https://czat.example.pl", TELEGRAM_NAME: "HejnalBot" };
  const before = await channels(["check", "telegram"], settings);
  expect(before.said).toContain("reached at https://czat.example.pl");
  const set = await channels(["setup", "telegram"], settings);
  expect(set.said).toContain("✓");
  const after = await channels(["check", "telegram"], settings);
  expect(after.said).not.toContain("✗");
  expect(after.code).toBe(0);
  await fake.close();
});

test("a token that expired is told as such", async () => {
  const fake = await openMessengerFake();
  const settings = {
    ...fake.settings,
    PUBLIC_URL: "https://czat.example.pl",
    MESSENGER_TOKEN: "an-expired-page-token",
  };
  const { code, said } = await channels(["check", "messenger"], settings);
  expect(code).toBe(1);
  expect(said).toMatch(/✗ .*MESSENGER_TOKEN/);
  await fake.close();
});
