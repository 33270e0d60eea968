const swc = ["@swc/jest", { jsc: { target: "es2023" }, module: { type: "commonjs" } }];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  // The embedded database loads parts of Node with import(), which only works in jest once it is made a require().
  transform: { "^.+\\.ts$": swc, "/@electric-sql/.+\\.cjs$": swc },
  transformIgnorePatterns: ["/node_modules/(?!@electric-sql/)"],
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testTimeout: 30_000,
  // Many tests wait for browsers and databases; one worker fewer than cores, as jest has it, would leave a core idle.
  maxWorkers: 3,
  globalSetup: "<rootDir>/test/globalSetup.ts",
  reporters: ["default", "<rootDir>/test/reporter.cjs"],
};
