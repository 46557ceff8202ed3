import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

const root = join(__dirname, "../..");
const cache = join(root, ".cache/simulator-page");

/** What the page is made of: its own folder, the words and days that it shares with Sajja, and the program and versions that build it. */
const sources = [
  "scripts/simulator/page",
  "scripts/simulator/build-page.mjs",
  "src/domain",
  "src/i18n",
  "package.json",
];

function filesIn(path: string): string[] {
  const here = readdirSync(path, { withFileTypes: true });
  return here.flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  const files = sources
    .map((source) => join(root, source))
    .flatMap((path) => (/\.\w+$/.test(path) ? [path] : filesIn(path)));
  for (const file of files.sort()) hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function runBuild(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const builder = spawn(process.execPath, [join(__dirname, "build-page.mjs"), folder], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaint = "";
    builder.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
    builder.once("error", reject);
    builder.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the chat page could not be built:\n${complaint}`));
    });
  });
}

/** The folder of the built page, built first when its sources have changed. Throws an Error with what the bundler says when it cannot be built. */
export async function builtPage(): Promise<string> {
  const name = hashOfSources();
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const unfinished = join(cache, `${name}.${process.pid}`);
  try {
    await runBuild(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    // Two processes may build at once; the first to finish gives the folder its name.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  for (const old of readdirSync(cache)) {
    if (!old.includes(".") && old !== name) rmSync(join(cache, old), { recursive: true, force: true });
  }
  return folder;
}
