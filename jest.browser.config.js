/** Tests in a real browser (`npm run test:browser`): one at a time, since a browser and a whole Sajja fill a small machine. */
module.exports = {
  ...require("./jest.config.js"),
  roots: ["<rootDir>/test/browser"],
  testPathIgnorePatterns: ["/node_modules/"],
  maxWorkers: 1,
};
