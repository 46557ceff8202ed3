import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { paperKinds } from "../../src/domain/reports/papers";
import { languages } from "../../src/i18n/language";
import { translator } from "../../src/i18n/index";
import { matchCommand } from "../../src/understanding/commands";
import { readAskedPaper } from "../../src/understanding/papers";

const today = localDate("2026-11-30");

describe("which paper a text asks for", () => {
  it.each([
    ["รายงาน 5 พ.ย.", "reports", "day-report", "2026-11-05"],
    ["รายงานวันที่ 5 พ.ย. 69", "reports", "day-report", "2026-11-05"],
    ["รายงาน 25 ธ.ค.", "reports", "day-report", "2025-12-25"],
    ["report 5 Nov", "reports", "day-report", "2026-11-05"],
    ["งบทดลอง", "papers", "trial-balance", null],
    ["งบทดลอง ๕/๑๑/๒๕๖๙", "papers", "trial-balance", "2026-11-05"],
    ["สมุดเงินสด ต.ค. 69", "papers", "cash-book", "2026-10"],
    ["สมุดเงินสดเดือนที่แล้ว", "papers", "cash-book", "2026-10"],
    ["cash book Oct 2026", "papers", "cash-book", "2026-10"],
    ["ใครยังไม่ส่งสัจจะเดือนนี้", "papers", "behind", null],
    ["กระดาษ", "papers", null, null],
  ] as const)("%s", (text, command, kind, at) => {
    expect(matchCommand(text)?.command).toBe(command);
    expect(readAskedPaper(text, today)).toEqual({ kind, at });
  });

  it.each(languages)("is understood by each title in %s", (language) => {
    const titles = paperKinds.map((kind) => [kind, translator(language)(`papers.titles.${kind}`)] as const);
    expect(titles.map(([, title]) => [readAskedPaper(title, today).kind, matchCommand(title)?.certainty])).toEqual(
      titles.map(([kind]) => [kind, "exact"]),
    );
  });

  it("leaves a receipt's number to the receipts, and the check of one to its own command", () => {
    expect(matchCommand("ใบเสร็จ 2569/000012")).toMatchObject({ command: "savings.receipts", rest: "2569/000012" });
    expect(matchCommand("ตรวจใบเสร็จ 2569/000012 7KQ2M9XA 475")?.command).toBe("receipt.check");
  });
});
