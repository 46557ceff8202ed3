import { describe, expect, it } from "@jest/globals";
import { inNextSeries, parseReceiptText, receiptAfter, receiptText } from "../../../src/domain/ledger/receipt";

describe("receipt numbers", () => {
  const last = { series: "", year: 2569, no: 123 };

  it("are read back as people write them", () => {
    for (const receipt of [last, { series: "B", year: 2570, no: 1 }])
      expect(parseReceiptText(receiptText(receipt))).toEqual(receipt);
    expect(parseReceiptText(" 2569/b/7 ")).toEqual({ series: "B", year: 2569, no: 7 });
    expect(parseReceiptText("2569/AA/7")).toBe(null);
  });

  it("go on by one, and after a restore in the next series", () => {
    expect(receiptText(receiptAfter(last))).toBe("2569/000124");
    expect(inNextSeries(last)).toEqual({ series: "A", year: 2569, no: 0 });
    expect(inNextSeries({ ...last, series: "A" }).series).toBe("B");
    expect(inNextSeries({ ...last, series: "A" }, "D").series).toBe("D");
    expect(inNextSeries({ ...last, series: "E" }, "D").series).toBe("F");
    expect(() => inNextSeries({ ...last, series: "Z" })).toThrow(RangeError);
  });
});
