/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2023" }, module: { type: "commonjs" } }] },
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testTimeout: 30_000,
  globalSetup: "<rootDir>/test/globalSetup.ts",
  reporters: ["default", "<rootDir>/test/reporter.cjs"],
};
