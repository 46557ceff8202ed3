import { describe, expect, it, jest } from "@jest/globals";
import type { YearMonth } from "../../src/domain/dates";
import { normalSide, type AccountCode } from "../../src/domain/ledger/accounts";
import { closingCode } from "../../src/domain/ledger/closing-code";
import { baht, satang, satangFromBahtText } from "../../src/domain/money";
import { printedBaht } from "../../src/documents/decimal";
import type { EntryRow } from "../../src/storage/journal";
import { PaperViewModel } from "../../src/storage/paper-views";
import { pdfText, readSheet } from "../documents/read-back";
import { buildContract } from "../support/contracts";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";
import { pageOf } from "../web/api/support";

describe("the papers of a working day", () => {
  const village = useVillage({ today: "2026-03-05" });
  jest.setTimeout(240_000); // The day is made once for all of them, by whichever runs first.

  let made: ReturnType<typeof makeClosedDay> | undefined;
  /** The same day for every test of this file: papers change nothing in it. */
  const closedDay = () => (made ??= makeClosedDay());

  /** A closed day: receipts, one put right, special savings paid back, cash to the bank, a loan repaid. */
  async function makeClosedDay() {
    const group = await village.addGroup();
    const treasurer = await village.treasurerOnWorkingDay({ name: "สมศรี ใจดี", group });
    const secretary = await village.officer("secretary", { name: "สุดา ทองดี", group });
    const auditor = await village.officer("chair", { committee: "audit", name: "อารี หวังดี", group });
    const staff = await village.officer("staff", { group });
    const noi = await village.member({
      group,
      memberNo: "012",
      name: "=น้อย มีสุข",
      nickname: "",
      linked: false,
      specialSavings: baht(2_000),
      household: "บ้านเลขที่ 7",
      pledge: baht(100),
      pledgePaidThrough: "2025-12" as YearMonth,
    });
    const malee = await village.member({ memberNo: "013", name: "มาลี ทองดี", pledgeSavings: baht(1_200), group });
    await buildContract(group, malee.member, { contractNo: "15/2568", owed: baht(5_000) });
    for (const line of ["รับ 012 สัจจะ 300", "รับ 013 สัจจะ 100 ต้น 1000 ดอก 375", "รับ 013 พิเศษ 50.25"]) {
      await treasurer.says(line);
      await treasurer.taps(/^ยืนยันรับ/);
    }
    await treasurer.says("แก้รายการ 2569/000003");
    await treasurer.says("ลงผิดคน");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    await secretary.taps("ยืนยันแก้รายการ");
    for (const line of ["ถอน 012 พิเศษ 500", "ฝากธนาคาร 700"]) {
      await treasurer.says(line);
      await treasurer.taps("ยืนยันขอจ่ายเงิน");
      await secretary.taps(/^ยืนยันจ่าย|^ยืนยัน/);
    }
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
    return { group, treasurer, auditor, staff, noi, malee };
  }

  const paper = async (who: Villager, kind: string, at = "now", format = "pdf"): Promise<Buffer> => {
    const answer = await pageOf(village, who)
      .get(`/api/papers/${who.member.groupId}/${kind}/${at}/${format}`)
      .responseType("blob");
    expect([kind, format, answer.status]).toEqual([kind, format, 200]);
    return answer.body as Buffer;
  };
  const tight = (text: string): string => text.replaceAll(/\s/g, "");
  const sums = (cells: readonly unknown[]): (number | null)[] =>
    cells.flatMap((cell) => (typeof cell === "number" ? [satangFromBahtText(cell.toFixed(2))] : []));

  /** What stands on each account by the entries alone, in satang on its normal side. */
  function balancesOf(entries: readonly EntryRow[]): Map<AccountCode, number> {
    const balances = new Map<AccountCode, number>();
    for (const { code, side, amount } of entries.flatMap(({ postings }) => postings))
      balances.set(code, (balances.get(code) ?? 0) + (side === normalSide(code) ? amount : -amount));
    return balances;
  }

  it("show the figures of the ledger, on PDF and sheet alike: day report, trial balance, cash book, journal", async () => {
    const { group, treasurer, auditor } = await closedDay();
    const entries = await village.entries(undefined, group);
    const closing = entries.find(({ kind }) => kind === "day.closed");
    const balances = balancesOf(entries);

    const trial = tight(await pdfText(await paper(auditor, "trial-balance", "2026-03-05")));
    const rows = await readSheet(await paper(auditor, "trial-balance", "2026-03-05", "xlsx"));
    for (const [code, balance] of balances) {
      const row = rows.find(([first]) => first === code);
      expect([code, sums(row ?? [])]).toEqual([code, balance === 0 ? [] : [balance]]);
      if (balance !== 0) expect(trial).toContain(printedBaht(satang(balance)));
    }
    const totals = sums(rows.find(([, what]) => what === "รวม") ?? []);
    expect(totals).toEqual([totals[0], totals[0]]);
    expect(trial).toContain(`รหัสตรวจ${closingCode({ hash: closing?.hash ?? "" })}`);
    expect(trial).toContain("หน้า1จาก1");
    expect(trial).toContain("5มี.ค.2569");

    const cashRows = entries.flatMap(({ postings }) => postings.filter(({ code }) => code === "1100"));
    const came = cashRows.filter(({ side }) => side === "debit").reduce((all, { amount }) => all + amount, 0);
    const went = cashRows.filter(({ side }) => side === "credit").reduce((all, { amount }) => all + amount, 0);
    const cash = await readSheet(await paper(treasurer, "cash-book", "2026-03", "xlsx"));
    const [cashTotal, bankTotal] = cash.filter((row) => row[2] === "รวม").map(sums);
    expect(cashTotal).toEqual([came, went, balances.get("1100")]);
    expect(bankTotal?.at(-1)).toBe(balances.get("1110"));
    expect(tight(await pdfText(await paper(treasurer, "cash-book", "2026-03")))).toContain(
      tight(`${printedBaht(satang(came))}${printedBaht(satang(went))}${printedBaht(satang(came - went))}`),
    );

    const report = tight(await pdfText(await paper(treasurer, "day-report", "2026-03-05")));
    for (const figure of ["1,775.00", "500.00", "700.00", printedBaht(satang(came - went))])
      expect(report).toContain(figure);
    expect(report).toMatch(/แก้รายการที่ลงผิด·013.*แก้รายการที่7.*ผิดคน/s);

    const journal = await readSheet(await paper(auditor, "journal", "2026-03", "xlsx"));
    const numbers = journal.flatMap(([no]) => (typeof no === "string" && /^\d+$/.test(no) ? [Number(no)] : []));
    expect(numbers).toEqual(entries.map(({ seq }) => seq));
    const changes = await readSheet(await paper(auditor, "changes", "2026-03", "xlsx"));
    expect(changes.filter(([no]) => /^\d+$/.test(String(no))).map(([no]) => Number(no))).toEqual(
      entries.filter(({ kind, postings }) => postings.length === 0 || kind === "reversal").map(({ seq }) => seq),
    );
  });

  it("show each member as the ledger has her: register, collection sheet, who is behind, slips, acts to sign", async () => {
    const { group, treasurer, noi, malee } = await closedDay();
    const balances = balancesOf(await village.entries(undefined, group));

    const register = await readSheet(await paper(treasurer, "register", "now", "xlsx"));
    const rowOf = (rows: Awaited<typeof register>, no: string) => rows.find(([first]) => first === no) ?? [];
    expect(rowOf(register, "012")[1]).toBe("'=น้อย มีสุข");
    expect(sums(rowOf(register, "012"))).toEqual([noi.member.pledge, baht(300), baht(1_500)]);
    expect(sums(rowOf(register, "013"))).toEqual([malee.member.pledge, baht(1_300), 0, baht(4_000)]);
    const total = register.find(([, what]) => what === "รวม") ?? [];
    expect(sums(total)).toEqual([balances.get("2100"), balances.get("2110"), balances.get("1200")]);
    expect(tight(await pdfText(await paper(treasurer, "register")))).toContain(printedBaht(baht(4_000)));

    await village.moveTo("2026-05-05", "08:00");
    const collection = await readSheet(await paper(treasurer, "collection", "now", "xlsx"));
    expect(collection.map(([first]) => first)).toContain("บ้านเลขที่ 7");
    // Paid through March: April is missed, and May is due.
    expect(rowOf(collection, "012").slice(2, 4)).toEqual([1, 200]);
    const behind = await readSheet(await paper(treasurer, "behind", "now", "xlsx"));
    expect(rowOf(behind, "012").slice(2, 5)).toEqual(["มี.ค. 2569", 1, 100]);

    const slips = tight(await pdfText(await paper(treasurer, "slips", "2026-03-05")));
    expect(slips).toMatch(/012=น้อยมีสุข.*2569\/000001.*300\.00.*เงินสัจจะสะสมคงเหลือ300\.00/s);
    expect(slips).toMatch(/-500\.00.*เงินสัจจะสะสมพิเศษคงเหลือ1,500\.00/s);
    expect(slips).not.toContain("มาลี");
    const acts = await readSheet(await paper(treasurer, "acts", "2026-03", "xlsx"));
    expect(acts.filter((row) => sums(row).length > 0).map(sums)).toEqual([[baht(300)], [baht(500)], [baht(800)]]);
    const qr = tight(await pdfText(await paper(treasurer, "table-qr")));
    expect(qr).toContain("กดส่งคำว่าใบเสร็จ");
  });

  it("open only to who may read them, by no link alone, and each look at names is written down", async () => {
    const { group, treasurer, auditor, staff, malee } = await closedDay();
    const path = (kind: string) => `/api/papers/${group.id}/${kind}/now/pdf`;
    const before = await PaperViewModel.find({ groupId: group.id }).distinct("_id");
    const elsewhere = await village.officer("treasurer");
    for (const [who, kind] of [
      [malee, "register"],
      [elsewhere, "trial-balance"],
      [staff, "register"],
    ] as const) {
      const refused = await pageOf(village, who).get(path(kind));
      expect([refused.status, refused.body.error]).toEqual([403, "role.missing"]);
      expect(refused.body.what).toMatch(refusalOf("role.missing"));
    }
    const bare = await fetch(`http://127.0.0.1:${village.sajja.port}${path("register")}`);
    expect(bare.status).toBe(401);
    for (const at of ["2026-03-04", "1999-99", "x"])
      expect((await pageOf(village, treasurer).get(path("day-report").replace("now", at))).status).toBe(409);
    expect(await PaperViewModel.countDocuments({ groupId: group.id })).toBe(before.length);

    await paper(staff, "collection");
    await paper(auditor, "register", "now", "xlsx");
    await paper(auditor, "trial-balance");
    const looks = await PaperViewModel.find({ groupId: group.id, _id: { $nin: before } })
      .sort({ at: 1 })
      .lean();
    expect(looks.map(({ kind, format, by }) => [kind, format, by.position])).toEqual([
      ["collection", "pdf", "executive.staff"],
      ["register", "xlsx", "audit.chair"],
    ]);
    const list = await pageOf(village, auditor).get("/api/papers");
    expect(list.body.groups[0].days).toEqual([{ at: "2026-03-05", text: "พฤ. 5 มี.ค. 2569" }]);
    expect((await pageOf(village, malee).get("/api/papers")).status).toBe(403);
  });
});
