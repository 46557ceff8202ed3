import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, type Check } from "./report";

const root = join(__dirname, "../..");
const membersPerGroup = 20;

/** A network of invented groups, as its operator would bring it. */
function writeFolder(folder: string, groups: number): void {
  mkdirSync(join(folder, "members"), { recursive: true });
  const keys = Array.from({ length: groups }, (_, at) => `group-${String(at + 1).padStart(3, "0")}`);
  const groupOf = (key: string) => `  - key: ${key}
    name: { th: กลุ่มออมทรัพย์ทดลอง ${key} }
    district: จะนะ
    workingDay: { dayOfMonth: 5, from: "09:00", to: "12:00", place: ศาลา }
    financeMode: interest
    opening: { asOf: 2026-10-31, members: ${membersPerGroup}, pledgeSavingsBaht: ${membersPerGroup * 1000}.00, cashBaht: ${membersPerGroup * 1000}.00 }
    officers:
      - { member: "001", committee: executive, position: chair }
      - { member: "002", committee: executive, position: treasurer }
      - { member: "003", committee: executive, position: secretary }
      - { member: "004", committee: audit, position: chair }
`;
  writeFileSync(
    join(folder, "network.yaml"),
    `network: { key: proof, name: { th: เครือข่ายทดลอง } }\ngroups:\n${keys.map(groupOf).join("")}coordinators:\n  - { group: ${keys[0]}, member: "001" }\n`,
  );
  const numbers = Array.from({ length: membersPerGroup }, (_, at) => String(at + 1).padStart(3, "0"));
  const rows = numbers.map((no) => `${no},สมาชิก ทดลอง${no},,2021-01-05,100,1000.00`);
  for (const key of keys) {
    writeFileSync(
      join(folder, "members", `${key}.csv`),
      ["member_no,name,nickname,joined_on,pledge_baht,pledge_savings_baht", ...rows, ""].join("\n"),
    );
  }
}

/** `sajja setup` of many groups, killed in the middle again and again: nothing shows; run to its end it is complete, and run again it changes nothing. */
export async function killSetup(groups: number, kills: number): Promise<Check[]> {
  const folder = mkdtempSync(join(tmpdir(), "sajja-setup-"));
  try {
    const source = join(folder, "network");
    writeFolder(source, groups);
    const env = { ...process.env, DATA_DIR: join(folder, "data") };
    const seen: number[] = [];
    for (let i = 0; i < kills; i++) {
      await killed(["setup", source, "--json"], env, 2_000 + Math.random() * 4_000);
      seen.push(Number(json(["books", "check", "--json"], env)["groups"]));
    }
    const first = json(["setup", source, "--json"], env);
    const books = json(["books", "check", "--json"], env);
    const again = json(["setup", source, "--json"], env);
    return [
      check(
        `killed ${kills} times: nothing shows, or everything`,
        seen.every((count) => count === 0 || count === groups),
        seen.join(),
      ),
      check(
        `then ${groups} groups go live`,
        first["groups"] === groups && first["members"] === groups * membersPerGroup,
        JSON.stringify(first).slice(0, 300),
      ),
      check(
        "their books balance",
        books["balanced"] === true && books["groups"] === groups,
        JSON.stringify(books["problems"]),
      ),
      check("run again it changes nothing", again["created"] === 0, JSON.stringify(again).slice(0, 300)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const command = (args: string[]): string[] => ["--import", "tsx", join(root, "scripts/sajja.ts"), ...args];

function json(args: string[], env: NodeJS.ProcessEnv): Record<string, unknown> {
  const { stdout, stderr } = spawnSync(process.execPath, command(args), {
    cwd: root,
    env,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  try {
    return JSON.parse(stdout) as Record<string, unknown>;
  } catch {
    throw new Error(`sajja ${args[0]} printed no JSON: ${stderr.slice(0, 500)}`);
  }
}

function killed(args: string[], env: NodeJS.ProcessEnv, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, command(args), { cwd: root, env, stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), afterMs);
  return new Promise((resolve) =>
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    }),
  );
}
