import type { Config } from "jest";

const config: Config = {
  testEnvironment: "node",
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2023" }, module: { type: "commonjs" } }] },
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testTimeout: 30_000,
};

export default config;
