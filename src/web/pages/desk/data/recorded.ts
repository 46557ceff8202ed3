import type { DeskEntryTexts, DeskTexts } from "../../../../messages/desk-page";
import type { LineRow } from "./lines";

/**
 * The desk after a row was recorded: its entry stands, what it paid is due no more, and the officer's own box holds more; of a paper that is entered less is missing. Nothing changes where
 * the entry stands already: a result that came a second time.
 */
export function withRecorded(desk: DeskTexts, row: LineRow, entry: DeskEntryTexts): DeskTexts {
  const books = desk.households.flatMap(({ passbooks }) => passbooks);
  const isThere = books.some(
    ({ memberNo, entries }) => memberNo === row.memberNo && entries.some(({ receipt }) => receipt === entry.receipt),
  );
  if (isThere) return desk;
  const paid = new Set(row.split.map(({ purpose }) => purpose));
  const boxes = desk.boxes.map((box) =>
    box.isOwn ? { ...box, total: box.total + entry.total, count: box.count + 1 } : box,
  );
  const sheet = desk.sheet && {
    ...desk.sheet,
    missing: desk.sheet.missing === null ? null : desk.sheet.missing - entry.total,
  };
  const households = desk.households.map((house) =>
    house.passbooks.some(({ memberNo }) => memberNo === row.memberNo)
      ? {
          ...house,
          passbooks: house.passbooks.map((book) =>
            book.memberNo === row.memberNo
              ? { ...book, entries: [...book.entries, entry], usual: paid.has("pledge") ? [] : book.usual }
              : book,
          ),
        }
      : house,
  );
  return { ...desk, boxes, sheet, households };
}
