const swc = ["@swc/jest", { jsc: { target: "es2023" }, module: { type: "commonjs" } }];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  // The embedded database loads parts of Node with import(), which only works in jest once it is made a require().
  transform: { "^.+\\.ts$": swc, "/@electric-sql/.+\\.cjs$": swc },
  transformIgnorePatterns: ["/node_modules/(?!@electric-sql/)"],
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testTimeout: 60_000,
  // Each may run a browser, a server and a database beside it: more at once than cores and they only wait for each other.
  maxWorkers: 2,
  // What is left of a file that learnt would slow all those after it.
  workerIdleMemoryLimit: "2GB",
  testSequencer: "<rootDir>/test/sequencer.cjs",
  globalSetup: "<rootDir>/test/globalSetup.ts",
  globalTeardown: "<rootDir>/test/globalTeardown.ts",
  reporters: ["default", "<rootDir>/test/reporter.cjs"],
};
