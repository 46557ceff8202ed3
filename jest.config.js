/** Jest runs CommonJS through swc; types are checked by `npm run types`, which `npm test` runs first. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: [
    "/node_modules/",
    "<rootDir>/test/browser/",
    "<rootDir>/test/proof/",
    "<rootDir>/test/bench/",
  ],
  transform: {
    "^.+\\.(t|m?j)sx?$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  transformIgnorePatterns: ["/node_modules/(?!(hucre|jose)/)"],
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  globalTeardown: "<rootDir>/test/support/global-teardown.ts",
  // The database works in a thread of its own that leaves room beside two.
  maxWorkers: 2,
  testTimeout: 60_000,
  workerIdleMemoryLimit: "900MB",
};
