import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { readConfig, settingNames } from "../src/config";

const example = readFileSync(resolve(__dirname, "../.env.example"), "utf8");

test(".env.example lists every setting, each with a comment, and its values are the defaults", () => {
  const shown = [...example.matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(shown.sort()).toEqual([...settingNames].sort());
  expect(example.match(/^# .+\n[A-Z0-9_]+=/gm)).toHaveLength(settingNames.length);
  expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
});

test("every mistake is named at once", () => {
  const wrong = {
    PORT: "80000",
    DATABASE_URL: "mysql://db",
    ALLOWED_ORIGINS: "https://www.krakow.pl,krakow.pl/path",
    TOKEN_SECRET: "short",
    MICROSOFT_APP_ID: "not-an-id",
    LOG_LEVEL: "loud",
    RESUME_DAYS: "soon",
    MAP_TILES: "https://tiles.example.org/map.png",
  };
  const complaint = () => readConfig(wrong);
  for (const name of Object.keys(wrong)) expect(complaint).toThrow(new RegExp(`^  ${name}`, "m"));
});

test("settings that belong together are asked for together", () => {
  const app = { MICROSOFT_APP_ID: "6f1f3a52-6d0c-4a8a-9a51-2f6f0d8d9b11", MICROSOFT_APP_TYPE: "SingleTenant" };
  expect(() => readConfig(app)).toThrow(/MICROSOFT_APP_PASSWORD: needed(.|\n)*MICROSOFT_APP_TENANT_ID: needed/);
  expect(() => readConfig({ REAL_DELIVERY: "on" })).toThrow(/PUBLIC_URL: needed/);
});
