import { describe, expect, it } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { linesOf } from "../../../scripts/commands/stdin-lines";
import { readText } from "../../../scripts/commands/read";
import { localDate } from "../../../src/domain/dates";
import { byItself } from "./tool";

const root = path.join(__dirname, "../../..");
const today = localDate("2026-11-24");

/** Starts `sajja read`; what is written to its stdin is answered on its stdout. */
function startRead(argv: readonly string[]) {
  const { PATH = "", HOME = "" } = process.env;
  return spawn(process.execPath, ["--import", "tsx", path.join(root, "scripts/sajja.ts"), "read", ...argv], {
    cwd: root,
    env: { PATH, HOME },
    stdio: ["pipe", "pipe", "inherit"],
  });
}

/** What `sajja read` answers to these bytes, and how it ended. */
async function answersTo(bytes: Buffer, argv: readonly string[]): Promise<{ code: number | null; lines: string[] }> {
  const child = startRead(argv);
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (printed += part));
  child.stdin.end(bytes);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, lines: printed.split("\n").slice(0, -1) };
}

describe("sajja read", () => {
  it("answers each line with one line of JSON, in the form that is agreed", async () => {
    const texts = ["นัด 24 พ.ย. 69 ทุ่มนึง ยืม 5,000 หรือศุกร์หน้า", "", "ขอกู้ร้อยห้า", "ยอดเงิน", "-500 31/2/69"];
    const { code, lines } = await answersTo(Buffer.from(texts.join("\n")), ["--today", today]);
    expect(code).toBe(0);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        text: texts[0],
        intent: null,
        amounts: [{ verdict: "value", satang: 500_000 }],
        dates: [
          { verdict: "value", on: "2026-11-24" },
          { verdict: "ask", candidates: ["2026-11-27", "2026-12-04"] },
        ],
        times: ["19:00"],
      },
      { text: "", intent: null, amounts: [], dates: [], times: [] },
      {
        text: texts[2],
        intent: "loan.request",
        amounts: [{ verdict: "ask", candidates: [15_000, 10_500] }],
        dates: [],
        times: [],
      },
      { text: "ยอดเงิน", intent: "savings.balance", amounts: [], dates: [], times: [] },
      { text: texts[4], intent: null, amounts: [{ verdict: "none" }], dates: [{ verdict: "none" }], times: [] },
    ]);
  });

  it("keeps the number of lines through broken UTF-8, odd line ends and a line of a megabyte", async () => {
    const bytes = Buffer.concat([
      Buffer.from("โอน 500\r\n\n"),
      Buffer.from([0xe0, 0xb8, 0xff, 0x0a]),
      Buffer.from("ก\u2028ข\u0085ค\rง\n"),
      Buffer.from(`${"๕".repeat(350_000)}\n`),
      Buffer.from("สัจจะ 100\n"),
    ]);
    const { code, lines } = await answersTo(bytes, ["--json", "--today", today]);
    expect(code).toBe(0);
    const read = lines.map((line) => JSON.parse(line) as { text: string; amounts: unknown[] });
    expect(read.map(({ text }) => text.length)).toEqual([7, 0, 2, 7, 350_000, 9]);
    expect(read.map(({ amounts }) => amounts)).toEqual([
      [{ verdict: "value", satang: 50_000 }],
      [],
      [],
      [],
      [],
      [{ verdict: "value", satang: 10_000 }],
    ]);
  });

  it("answers a line before the next one comes", async () => {
    const child = startRead(["--today", today]);
    child.stdin.write("100 บาท\n");
    const [first] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
    expect(JSON.parse(first)).toMatchObject({ text: "100 บาท" });
    child.stdin.end("พรุ่งนี้");
    const [second] = (await once(child.stdout, "data")) as [string];
    expect(JSON.parse(second)).toMatchObject({ dates: [{ verdict: "value", on: "2026-11-25" }] });
    expect(await once(child, "close")).toEqual([0, null]);
  });

  it("refuses a day that the calendar does not have", async () => {
    for (const day of ["2026-02-30", "tomorrow", "2569-11-24x"])
      expect(await byItself(["read", "--today", day], {})).toMatchObject({ code: 2, out: [] });
  });
});

describe("the parts of sajja read", () => {
  it("cuts lines at line feeds alone, wherever the chunks end", async () => {
    const bytes = Buffer.from("น้ำ\r\n\nสอง\u2028สาม\n๓");
    for (const size of [1, 2, 5, bytes.length]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      const lines: string[] = [];
      for await (const line of linesOf(
        (async function* () {
          yield* chunks;
        })(),
      ))
        lines.push(line);
      expect(lines).toEqual(["น้ำ", "", "สอง\u2028สาม", "๓"]);
    }
  });

  it("reads a text as long as LINE carries, and none that is longer", () => {
    const longest = "500 บาท".padStart(5_000, "ก ");
    expect(readText(longest, today).amounts).toEqual([{ verdict: "value", satang: 50_000 }]);
    expect(readText(`${longest} `, today)).toMatchObject({ intent: null, amounts: [] });
  });
});
