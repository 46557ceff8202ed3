/** Tests in a real browser (`npm run test:browser`): two at a time. */
module.exports = {
  ...require("./jest.config.js"),
  roots: ["<rootDir>/test/browser"],
  testPathIgnorePatterns: ["/node_modules/"],
  maxWorkers: 2,
};
