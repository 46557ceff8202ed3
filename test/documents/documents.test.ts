import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { decimalBaht, printedBaht } from "../../src/documents/decimal";
import { emptyPaper, figures, money, text, words, write, type Paper } from "../../src/documents/paper";
import { paperPdf } from "../../src/documents/pdf";
import { chatLink } from "../../src/documents/papers/table";
import { paperSheet } from "../../src/documents/sheet";
import { breakable } from "../../src/documents/thai-lines";
import { satang, satangFromBahtText } from "../../src/domain/money";
import { pdfText, readPdf, readSheet } from "./read-back";

const head = { language: "th", group: "กลุ่มออมทรัพย์บ้านน้ำขาว", title: "งบทดลอง", about: ["ณ จ. 5 ม.ค. 2569"] } as const;

function paperOf(rows: Paper["tables"][number]["rows"]): Paper {
  const columns = [words("ชื่อ", 2), figures("บาท"), words("ลายเซ็น")];
  const paper = emptyPaper({ ...head, about: [...head.about], foot: "สมุดถึงรายการที่ 12 รหัสตรวจ 7KQ2M9XA" });
  return { ...paper, tables: [{ heading: null, columns, rows, totals: null }] };
}

describe("money on paper", () => {
  it("is decimal baht of the same satang, however large", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 50), max: 2 ** 50 }), (amount) => {
        expect(satangFromBahtText(decimalBaht(satang(amount)))).toBe(amount === 0 ? 0 : amount);
        expect(printedBaht(satang(amount)).replaceAll(",", "")).toBe(decimalBaht(satang(amount)));
      }),
    );
    expect([0, 5, 29, -123_456_789].map((amount) => printedBaht(satang(amount)))).toEqual([
      "0.00",
      "0.05",
      "0.29",
      "-1,234,567.89",
    ]);
  });

  it("comes back from a sheet to the satang", async () => {
    const amounts = [1, 29, 115, 57_005, 204_999_999_99, -350_10].map(satang);
    const rows = await readSheet(await paperSheet(paperOf(amounts.map((amount) => [text("ก"), money(amount), write]))));
    const read = rows.flatMap((row) => (row[0] === "ก" ? [row[1]] : []));
    expect(read.map((value) => satangFromBahtText(Number(value).toFixed(2)))).toEqual(amounts);
  });
});

describe("a sheet", () => {
  it("holds no formula, whatever people are called", async () => {
    const names = ["=1+1", "+66", "-นาง", "@SUM(A1)", "\tก", "มาลี"];
    const rows = await readSheet(await paperSheet(paperOf(names.map((name) => [text(name), write, write]))));
    const read = rows.slice(-names.length - 1, -1).map(([name]) => name);
    expect(read).toEqual(["'=1+1", "'+66", "'-นาง", "'@SUM(A1)", "'\tก", "มาลี"]);
  });
});

describe("a PDF", () => {
  it("has head, page x of y and check code on every page, and the headings of its table again", async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [text(`นางมาลี ${at}`), money(satang(at * 100)), write]);
    const pages = await readPdf(await paperPdf(paperOf(rows)));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((lines, at) => {
      const said = lines.map((line) => line.join(" ")).join("\n");
      expect(said).toContain(`หน้า ${at + 1} จาก ${pages.length}`);
      expect(said).toMatch(/รหัส ?ตรวจ ?7KQ2M9XA/);
      expect(said).toContain("ลายเซ็น");
    });
    const figuresRead = pages.flat().flatMap((line) => line.filter((word) => /^\d[\d,]*\.\d\d$/.test(word)));
    expect(figuresRead).toEqual(rows.map((_, at) => printedBaht(satang(at * 100))));
  });

  it("keeps every sign of Thai, marks above marks too", async () => {
    const hard = "ปู่ย่าที่ญี่ปุ่นซื้อน้ำผึ้งกับปุ๋ยก่อนวันพฤหัสบดี";
    const said = await pdfText(await paperPdf(paperOf([[text(hard), write, write]])));
    expect(said.replaceAll(/\s/g, "")).toContain(hard);
  });

  it("breaks lines between Thai words alone", () => {
    const pieces = breakable("เงินสัจจะสะสมพิเศษของสมาชิก");
    expect(
      Array.isArray(pieces) && pieces.filter(({ fontSize }) => fontSize === undefined).map((piece) => piece.text),
    ).toEqual(["เงิน", "สัจจะ", "สะสม", "พิเศษ", "ของ", "สมาชิก"]);
    expect(breakable("Trial balance of the group")).toBe("Trial balance of the group");
  });
});

it("the table's QR opens the account's chat with the word for one's receipt", () => {
  expect(chatLink("@216ru", "ใบเสร็จ")).toBe(
    "https://line.me/R/oaMessage/%40216ru/?%E0%B9%83%E0%B8%9A%E0%B9%80%E0%B8%AA%E0%B8%A3%E0%B9%87%E0%B8%88",
  );
});
