import type { LocalDate, YearMonth } from "../domain/dates";
import type { PaperKind } from "../domain/reports/papers";
import { findDates } from "./dates";
import { normalise } from "./normalise";
import { readPeriod } from "./periods";

/** Which paper a text asks for, and of when. `kind` null: none by name; `at` null: it names no time. */
export interface AskedPaper {
  kind: PaperKind | null;
  at: LocalDate | YearMonth | null;
}

const names: readonly (readonly [RegExp, PaperKind])[] = [
  [/งบทดลอง|trial balance/, "trial-balance"],
  [/สมุดเงินสด|cash book/, "cash-book"],
  [/สมุดรายวัน|journal/, "journal"],
  [/ใครแก้|who changed/, "changes"],
  [/ค้าง|ยังไม่ส่ง|behind/, "behind"],
  [/ทะเบียน|register/, "register"],
  [/ใบเก็บเงิน|collection/, "collection"],
  [/สลิป|ใบติดสมุด|slips/, "slips"],
  [/รอเซ็น|signed/, "acts"],
  [/คิวอาร์|qr/, "table-qr"],
  [/รายงาน|report/, "day-report"],
];

/** Reads which paper is asked for, of which day or month: "งบทดลอง 5 พ.ย.", "สมุดเงินสด ต.ค. 69". A day without its year lies behind. */
export function readAskedPaper(text: string, today: LocalDate): AskedPaper {
  const said = normalise(text);
  const found = names.find(([name]) => name.test(said));
  if (!found) return { kind: null, at: null };
  const [name, kind] = found;
  return { kind, at: readPastDay(said, today) ?? monthIn(said.replace(name, ""), today) };
}

/** The one day, behind us or today, that a text names; of several that its words can mean the latest of those. Null where it names none. */
function readPastDay(text: string, today: LocalDate): LocalDate | null {
  const [one, second] = findDates(text).map((date) => date.said(today, true));
  if (one === undefined || second !== undefined || one.verdict === "none") return null;
  const days = one.verdict === "value" ? [one.on] : one.candidates;
  return (
    days
      .filter((on) => on <= today)
      .sort()
      .at(-1) ?? null
  );
}

function monthIn(rest: string, today: LocalDate): YearMonth | null {
  const period = readPeriod(`รายการ ${rest.replaceAll(/[()]/g, " ").trim()}`, today);
  return period?.kind === "month" ? period.month : null;
}
