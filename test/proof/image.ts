import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createSimulator } from "../../scripts/simulator/core";
import { startEmbedded } from "../../src/embedded-mongodb/launch";
import { check, type Check } from "./report";

const root = join(__dirname, "../..");
const nobody = 65_534;
const port = 3392;

/** The RUN and CMD lines of the Dockerfile, in clean folders and as another user, since no engine for containers may be at hand. */
export async function runImage(): Promise<Check[]> {
  const folder = mkdtempSync(join(tmpdir(), "sajja-image-"));
  const database = await startEmbedded({ mode: "memory", listen: "tcp" });
  const simulator = createSimulator({ channelSecret: "image-channel-secret", channelAccessToken: "image-token" });
  const { origin } = await simulator.start();
  try {
    const lines = readFileSync(join(root, "Dockerfile"), "utf8").split("\n");
    const runs = lines.filter((line) => line.startsWith("RUN ")).map((line) => line.slice(4));
    const [buildInstall, build, installLean] = runs;
    const cmd = JSON.parse(lines.find((line) => line.startsWith("CMD "))?.slice(4) ?? "[]") as string[];
    if (!buildInstall || !build || !installLean || cmd.length === 0)
      throw new Error("the Dockerfile has three RUN lines and a CMD");
    const [builder, image] = [join(folder, "build"), join(folder, "image")];
    for (const file of execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).trim().split("\n"))
      copy(file, builder);
    for (const file of ["package.json", "package-lock.json", ".npmrc"]) copy(file, image);
    shell(buildInstall, builder);
    shell(build, builder);
    shell(installLean, image);
    cpSync(join(builder, "dist"), join(image, "dist"), { recursive: true });
    chmodSync(folder, 0o755);
    const healthy = await serves(cmd, image, {
      MONGODB_URI: database.uri,
      LINE_API_BASE_URL: origin,
      LINE_DATA_API_BASE_URL: origin,
    });
    return [check("the image's own lines build and serve as a user without rights", healthy)];
  } finally {
    await simulator.stop();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function copy(file: string, to: string): void {
  const target = join(to, file);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(root, file), target);
}

function shell(line: string, cwd: string): void {
  execFileSync("sh", ["-c", line], { cwd, stdio: ["ignore", "ignore", "inherit"] });
}

async function serves([program = "", ...args]: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const secrets = {
    LINE_CHANNEL_SECRET: "image-channel-secret",
    LINE_CHANNEL_ACCESS_TOKEN: "image-token",
    SAJJA_SIMULATOR: "off",
    SAJJA_DATA_KEY: "0".repeat(64),
  };
  const uid = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const child = spawn(program, args, {
    cwd,
    ...uid,
    env: { PATH: process.env["PATH"], NODE_ENV: "production", PORT: String(port), ...secrets, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    for (const until = Date.now() + 60_000; Date.now() < until;) {
      const ok = await fetch(`http://127.0.0.1:${port}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ok) return true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return false;
  } finally {
    child.kill();
  }
}
