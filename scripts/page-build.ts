import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

const root = join(__dirname, "..");

/** A page, or several in one, to be built: paths from the root of the repository. */
export interface PageSource {
  /** Its name in the cache. */
  name: string;
  /** The folder with its `index.html`. */
  folder: string;
  /** Where it is served, with a slash at the end. */
  base: string;
  /** What it shares with Sajja. */
  shares: readonly string[];
}

/** The simulator's page. */
export const simulatorPage: PageSource = {
  name: "simulator-page",
  folder: "scripts/simulator/page",
  base: "/",
  shares: ["src/domain", "src/i18n"],
};

/** The pages that people open from LINE. */
export const webPages: PageSource = {
  name: "web-pages",
  folder: "src/web/pages",
  base: "/pages/",
  shares: ["src/domain", "src/i18n", "src/messages/page-links.ts", "src/understanding"],
};

/** The program and the versions that build them. */
const builders = ["scripts/build-page.mjs", "package.json"];

function filesIn(path: string): string[] {
  const here = readdirSync(path, { withFileTypes: true });
  return here.flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

function hashOfSources({ folder, shares }: PageSource): string {
  const hash = createHash("sha256");
  const files = [folder, ...shares, ...builders]
    .map((source) => join(root, source))
    .flatMap((path) => (/\.\w+$/.test(path) ? [path] : filesIn(path)));
  for (const file of files.sort()) hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function runBuild({ folder, base, name }: PageSource, into: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const builder = spawn(process.execPath, [join(__dirname, "build-page.mjs"), folder, into, base], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaint = "";
    builder.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
    builder.once("error", reject);
    builder.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${name} could not be built:\n${complaint}`));
    });
  });
}

/** The folder of a built page, built first when its sources have changed. Throws an Error with what the bundler says when it cannot be built. */
export async function builtPage(source: PageSource): Promise<string> {
  const cache = join(root, ".cache", source.name);
  const name = hashOfSources(source);
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const unfinished = join(cache, `${name}.${process.pid}`);
  try {
    await runBuild(source, unfinished);
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
