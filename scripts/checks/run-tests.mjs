// `npm test`: types, lint, format, tests, tidy. The last line is a plain "N passed, N failed".
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "sajja-tests-"));
const report = join(folder, "jest.json");
const checks = [
  ["lint", "npx", ["eslint", "--max-warnings", "0", "."]],
  ["types", "npx", ["tsc", "-p", "tsconfig.json", "--noEmit"]],
  ["types of tests", "npx", ["tsc", "-p", "test/tsconfig.json", "--noEmit"]],
  ["types of the page", "npx", ["tsc", "-p", "scripts/simulator/page/tsconfig.json", "--noEmit"]],
  ["types of pages", "npx", ["tsc", "-p", "src/web/pages/tsconfig.json", "--noEmit"]],
  ["format", "npx", ["prettier", "--check", "--log-level", "warn", "."]],
];

/** Runs a command to its end; gives whether it went well, and what it printed. */
function run([name, command, args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    const output = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (data) => output.push(data));
    child.on("close", (status) => resolve({ name, ok: status === 0, output: output.join("") }));
  });
}

let [passed, failed] = [0, 0];
/** Takes one check after the other until none is left; two of these keep two cores busy. */
async function takeChecks() {
  for (let next = checks.shift(); next; next = checks.shift()) {
    const { name, ok, output } = await run(next);
    process.stdout.write(output);
    console.log(`${name}: ${ok ? "ok" : "FAILED"}`);
    if (ok) passed++;
    else failed++;
  }
}
await Promise.all([takeChecks(), takeChecks()]);

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
