import { describe, expect, it } from "@jest/globals";
import { deflateRawSync } from "node:zlib";
import { writeXlsx, type CellValue } from "hucre/xlsx";
import { maxCells } from "../../../../scripts/commands/setup/limits";
import { readMembers } from "../../../../scripts/commands/setup/read-members";
import { storedZip } from "../../../../scripts/commands/setup/stored-zip";
import { TagCounter } from "../../../../scripts/commands/setup/tag-counter";
import { unzip } from "../../../../scripts/commands/setup/unzip";
import { readXlsxTable } from "../../../../scripts/commands/setup/xlsx-table";

const workbook = async (rows: CellValue[][], cells?: Map<string, { style: { numFmt: string } }>) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: "สมาชิก", rows, ...(cells ? { cells } : {}) }] }));

/** The workbook with one of its files replaced, compressed as spreadsheets do. */
async function withFile(archive: Buffer, name: string, content: Buffer): Promise<Buffer> {
  const entries = await unzip(
    archive,
    () => true,
    () => undefined,
  );
  const stored = storedZip(entries.map((entry) => (entry.name === name ? { name, crc: 0, bytes: content } : entry)));
  return compressed(stored, name);
}

/** Rewrites one stored file of an archive as a deflated one. */
async function compressed(archive: Buffer, name: string): Promise<Buffer> {
  const entries = await unzip(
    archive,
    () => true,
    () => undefined,
  );
  const target = entries.find((entry) => entry.name === name);
  if (!target) throw new Error(`no ${name}`);
  const packed = deflateRawSync(target.bytes, { level: 9 });
  const zip = storedZip([...entries.filter((entry) => entry !== target), { ...target, bytes: packed }]);
  // The last file's headers: method 8 in both, and the size that it claims in the directory.
  const local = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 3, 4]));
  const central = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  zip.writeUInt16LE(8, local + 8);
  zip.writeUInt16LE(8, central + 10);
  zip.writeUInt32LE(target.bytes.length % 2 ** 32, central + 24);
  return zip;
}

const sheetXml = (rows: string) =>
  Buffer.from(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  );
const sheetName = "xl/worksheets/sheet1.xml";

describe("a members workbook", () => {
  it("reads like the same file as CSV: numbers, dates, numbers that are shown with zeros", async () => {
    const archive = await workbook(
      [
        ["เลขสมาชิก", "ชื่อ-สกุล", "วันที่เข้า", "ยอดสัจจะยกมา", "สัจจะต่อเดือน"],
        [1, "นาง ก", new Date(Date.UTC(2021, 0, 5)), 1200.1, 0.1 + 0.2],
        ["002", "นาง ข", "5 ม.ค. 64", "๑,๒๐๐", null],
      ],
      new Map([["1,0", { style: { numFmt: "000" } }]]),
    );
    const { members, problems } = readMembers("members/x.xlsx", await readXlsxTable(archive));
    expect(problems).toEqual([]);
    expect(members).toMatchObject([
      { row: 2, memberNo: "001", joinedOn: "2021-01-05", pledgeSavings: 120_010, pledge: 30 },
      { row: 3, memberNo: "002", joinedOn: "2021-01-05", pledgeSavings: 120_000 },
    ]);
  });

  it("reads compressed files and keeps their content whole", async () => {
    const archive = await workbook([["a"], ["b"]]);
    const again = await compressed(archive, sheetName);
    expect(await readXlsxTable(again)).toEqual(await readXlsxTable(archive));
  });

  it("is stopped at 64 MB while it is inflated, long before the whole bomb is out", async () => {
    const archive = await workbook([["a"]]);
    const bomb = await withFile(archive, sheetName, Buffer.alloc(256 * 1024 * 1024, 0x20));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    let inflated = 0;
    await expect(
      unzip(
        bomb,
        (name) => name === sheetName,
        (_name, piece) => {
          inflated += piece.length;
          if (inflated > 1024 * 1024) throw new Error("enough");
        },
      ),
    ).rejects.toThrow();
    expect(inflated).toBeLessThan(2 * 1024 * 1024);
    await expect(readXlsxTable(bomb)).rejects.toThrow("The workbook has more than 64 MB unzipped.");
  });

  it("is stopped at 200,000 cells, whatever they are called", async () => {
    const archive = await workbook([["a"]]);
    const cells = (count: number, cell: string) => sheetXml(`<row>${cell.repeat(count)}</row>`);
    for (const cell of ["<c><v>1</v></c>", '<c r="A1" t="n"/>', "<x:c/>"]) {
      await expect(readXlsxTable(await withFile(archive, sheetName, cells(maxCells + 1, cell)))).rejects.toThrow(
        "The workbook has more than 200000 cells.",
      );
    }
  });

  it("is stopped when few cells lay out a table of millions", async () => {
    const archive = await workbook([["a"]]);
    const corner = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    );
    await expect(readXlsxTable(await withFile(archive, sheetName, corner))).rejects.toThrow(
      "The workbook has more than 200000 cells.",
    );
  });

  it("is stopped when it is nothing but markup", async () => {
    const archive = await workbook([["a"]]);
    const styles = Buffer.from(`<styleSheet>${"<a/>".repeat(3_000_001)}</styleSheet>`);
    await expect(readXlsxTable(await withFile(archive, "xl/styles.xml", styles))).rejects.toThrow(/far more markup/);
  });

  it("says so when it is no workbook, or a damaged one", async () => {
    const archive = await workbook([["a"]]);
    for (const bytes of [Buffer.from("no zip"), Buffer.alloc(0), archive.subarray(0, archive.length - 30)]) {
      await expect(readXlsxTable(bytes)).rejects.toThrow(/no \.xlsx workbook/);
    }
    const packed = await compressed(archive, sheetName);
    packed.fill(
      0xff,
      packed.lastIndexOf(Buffer.from([0x50, 0x4b, 3, 4])) + 60,
      packed.lastIndexOf(Buffer.from([0x50, 0x4b, 3, 4])) + 90,
    );
    await expect(readXlsxTable(packed)).rejects.toThrow(/damaged|cannot be read|can be read/);
  });

  it("counts a tag once however it is cut", () => {
    const xml = Buffer.from('<row><c r="A1"/><c><v>1</v></c><col/><cc/><x:c t="s"></x:c></row>');
    for (let size = 1; size <= xml.length; size++) {
      const counter = new TagCounter();
      for (let at = 0; at < xml.length; at += size) counter.take(xml.subarray(at, at + size));
      counter.end();
      expect([counter.cells, counter.tags]).toEqual([3, 11]);
    }
  });
});
