// `npm test`: types, lint, format, tests, tidy. The last line is a plain "N passed, N failed".
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "sajja-tests-"));
const report = join(folder, "jest.json");
const checks = [
  ["types", "npx", ["tsc", "-p", "tsconfig.json", "--noEmit"]],
  ["types of tests", "npx", ["tsc", "-p", "test/tsconfig.json", "--noEmit"]],
  ["types of the page", "npx", ["tsc", "-p", "scripts/simulator/page/tsconfig.json", "--noEmit"]],
  ["lint", "npx", ["eslint", "--max-warnings", "0", "."]],
  ["format", "npx", ["prettier", "--check", "--log-level", "warn", "."]],
];

let [passed, failed] = [0, 0];
for (const [name, command, args] of checks) {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  console.log(`${name}: ${status === 0 ? "ok" : "FAILED"}`);
  if (status === 0) passed++;
  else failed++;
}

const jest = spawnSync("npx", ["jest", "--json", "--outputFile", report, ...process.argv.slice(2)], {
  stdio: "inherit",
});
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(report, "utf8"));
  passed += numPassedTests;
  // A suite that could not run at all counts as one failure.
  failed +=
    numFailedTests +
    testResults.filter((suite) => suite.status === "failed" && suite.assertionResults.length === 0).length;
  if (jest.status !== 0 && numFailedTests === 0 && numFailedTestSuites === 0) failed++;
} catch {
  failed++;
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
