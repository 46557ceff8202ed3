import { describe, expect, it } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { scheduleLine } from "../../../scripts/commands/schedule";

const root = path.join(__dirname, "../../..");

const loan = {
  principal: 500_000,
  yearlyRatePercent: "12",
  method: "equal-instalment",
  instalments: 18,
  every: "1 month",
  disbursedOn: "2022-11-01",
  firstDueOn: "2022-12-01",
};

/** What `sajja schedule` answers to these lines, and how it ended. */
async function answersTo(lines: readonly string[]): Promise<{ code: number | null; lines: unknown[] }> {
  const { PATH = "", HOME = "" } = process.env;
  const argv = ["--import", "tsx", path.join(root, "scripts/sajja.ts"), "schedule", "--json"];
  const child = spawn(process.execPath, argv, { cwd: root, env: { PATH, HOME }, stdio: ["pipe", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (printed += part));
  child.stdin.end(lines.join("\n"));
  const [code] = (await once(child, "close")) as [number | null];
  return {
    code,
    lines: printed
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as unknown),
  };
}

describe("sajja schedule", () => {
  it("answers each line with one schedule, or with why there is none, and ends with 1 where one was refused", async () => {
    const { code, lines } = await answersTo([JSON.stringify({ ...loan, instalmentMultiple: 100 }), "no loan"]);
    expect(code).toBe(1);
    const [made, refused] = lines as [Record<string, unknown[]>, unknown];
    expect(made["rows"]).toHaveLength(18);
    expect(made["rows"]?.[0]).toEqual({
      no: 1,
      dueOn: "2022-12-01",
      principal: 25_500,
      interest: 5_000,
      total: 30_500,
      balance: 474_500,
    });
    expect(made).toMatchObject({ effectiveYearlyBps: 1_200 });
    expect(refused).toEqual({ error: expect.stringMatching(/^loan: /) });
    expect((await answersTo([JSON.stringify(loan)])).code).toBe(0);
  });

  it.each([
    [{ principal: 0 }, "principal is above 0"],
    [{ principal: 1.5 }, "principal: "],
    [{ principal: "500000" }, "principal: "],
    [{ yearlyRatePercent: "-1" }, "yearlyRatePercent: is a decimal number"],
    [{ yearlyRatePercent: 12 }, "yearlyRatePercent: "],
    [{ method: "compound" }, "method: "],
    [{ instalments: 0 }, "instalments are 1 to 3660"],
    [{ every: "1 year" }, 'every: is "N month"'],
    [{ disbursedOn: "2022-02-30" }, "disbursedOn: is a real day"],
    [{ firstDueOn: "2022-11-01" }, "firstDueOn comes after disbursedOn"],
    [{ gracePrincipal: 18 }, "gracePrincipal is fewer"],
    [{ graceInterest: -1 }, "graceInterest is fewer"],
    [{ fees: 500_000 }, "fees are less than the principal"],
    [{ instalmentMultiple: 0 }, "instalmentMultiple: "],
    [{ rounding: "nearest" }, "rounding: "],
    [{ colour: "green" }, "loan: "],
    [{ principal: 9_000_000_000_000_000, yearlyRatePercent: "900" }, "the sums are too large to be exact"],
  ])("refuses %j and says why", (change, why) => {
    expect(scheduleLine(JSON.stringify({ ...loan, ...change }))).toEqual({ error: expect.stringContaining(why) });
  });

  it.each([
    ["flat", [27_778, 5_000], [27_774, 5_000]],
    ["equal-principal", [27_778, 5_000], [27_774, 278]],
    ["monthly-on-outstanding", [27_778, 5_000], [27_774, 200]],
    ["interest-only", [0, 5_000], [500_000, 5_000]],
    ["lump-sum", [500_000, 90_000], [500_000, 90_000]],
  ])("knows %s", (method, first, last) => {
    const { rows } = scheduleLine(JSON.stringify({ ...loan, method })) as { rows: Record<string, number>[] };
    const sums = rows.map(({ principal, interest }) => [principal, interest]);
    expect([sums[0], sums.at(-1)]).toEqual([first, last]);
  });

  it("keeps the day of the first due day in every month, to its end where the month is shorter", () => {
    const due = { disbursedOn: "2022-12-31", firstDueOn: "2023-01-31", instalments: 3 };
    const { rows } = scheduleLine(JSON.stringify({ ...loan, ...due })) as { rows: { dueOn: string }[] };
    expect(rows.map(({ dueOn }) => dueOn)).toEqual(["2023-01-31", "2023-02-28", "2023-03-31"]);
  });
});
