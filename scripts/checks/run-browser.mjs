// `npm run test:browser`: the chat page in a real browser. The last line is a plain "N passed, N failed".
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "sajja-browser-"));
const report = join(folder, "jest.json");
const args = ["jest", "-c", "jest.browser.config.js", "--json", "--outputFile", report, ...process.argv.slice(2)];
const { status } = spawnSync("npx", args, { stdio: ["inherit", "ignore", "inherit"] });
let passed = 0;
let failed;
try {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  passed = numPassedTests;
  // A suite that could not run at all counts as one failure.
  failed =
    numFailedTests +
    testResults.filter((suite) => suite.status === "failed" && suite.assertionResults.length === 0).length;
  // A test that was left out proves nothing.
  failed += testResults
    .flatMap((suite) => suite.assertionResults)
    .filter((one) => one.status !== "passed" && one.status !== "failed").length;
} catch {
  failed = 1;
}
if (status !== 0 && failed === 0) failed = 1;
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
