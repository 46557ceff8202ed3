import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";

const root = join(__dirname, "..");
const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)));
const code = tracked.filter((file) => /\.(ts|tsx|js|mjs|cjs)$/.test(file));
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const lines = (file: string): number => read(file).split("\n").length;

describe("the house is tidy", () => {
  it("has no file of code over 300 lines", () => {
    expect(code.filter((file) => lines(file) > 301)).toEqual([]);
  });

  it("has small rooms: the median file of src is under 80 lines", () => {
    const sizes = code
      .filter((file) => file.startsWith("src/"))
      .map(lines)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(80);
  });

  it("leaves nothing for later in the code, and has no room for everything", () => {
    const marks = new RegExp(["TO" + "DO", "FIX" + "ME", "X" + "XX"].map((word) => `\\b${word}\\b`).join("|"));
    expect(code.filter((file) => marks.test(read(file)))).toEqual([]);
    expect(code.filter((file) => /(^|\/)(utils?|helpers?|misc|common)\.(ts|js)$/.test(file))).toEqual([]);
  });

  it("says why in the dependency list for every dependency", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
      string,
      Record<string, string>
    >;
    const told = read("docs/dependencies.md");
    const names = [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})];
    expect(names.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
  });

  it("pins every dependency exactly", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it("names no registry host in the lock file", () => {
    expect(read("package-lock.json")).not.toMatch(/"resolved"/);
  });

  it("never calls the group a bank's kin and guarantees nothing", () => {
    const texts = tracked.filter((file) => file.startsWith("src/i18n/locales/") && file.endsWith(".json"));
    const forbidden = /รับประกันผลตอบแทน|ธนาคารหมู่บ้าน|guaranteed return/i;
    expect(texts.filter((file) => forbidden.test(read(file)))).toEqual([]);
  });
});
