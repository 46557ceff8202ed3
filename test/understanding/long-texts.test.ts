import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { readAmounts } from "../../src/understanding/amounts";
import { readDates } from "../../src/understanding/dates";
import { stripPoliteness } from "../../src/understanding/normalise";

describe("texts of a single piece, as long as LINE carries them", () => {
  const longest = 5_000;
  const filled = (piece: string): string => piece.repeat(Math.floor(longest / piece.length));

  it.each(["ร้อย ", "ร้อย", "สอง", "ห้า ร้อย ", "1,", "1.", "1-", "0"])("%s says no sum", (piece) => {
    expect(readAmounts(filled(piece)).filter(({ verdict }) => verdict === "value")).toEqual([]);
  });

  it("gives as many dates and sums as stand in them", () => {
    const text = filled("5 ม.ค. 69 100 บาท, ");
    const count = text.split(",").length - 1;
    expect(readAmounts(text)).toEqual(Array.from({ length: count }, () => ({ verdict: "value", satang: 10_000 })));
    expect(readDates(text, localDate("2026-11-24"))).toHaveLength(count);
  });

  it("keeps what is politeness beyond all measure", () => {
    const text = filled("ครับ");
    expect(text.startsWith(stripPoliteness(text))).toBe(true);
    expect(stripPoliteness(`ยอดเงิน${"ครับ".repeat(5)}`)).toBe("ยอดเงิน");
  });
});
