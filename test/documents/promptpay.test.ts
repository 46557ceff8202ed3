import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parse } from "promptparse";
import { promptPayText } from "../../src/documents/promptpay";
import { promptPayProxy, type PromptPayProxy } from "../../src/domain/groups/promptpay-proxy";
import type { Satang } from "../../src/domain/money";

const receivers: PromptPayProxy[] = [
  { type: "MSISDN", target: "0812345678" },
  { type: "NATID", target: "0994000123455" },
  { type: "EWALLETID", target: "004999000288505" },
];

describe("a PromptPay code", () => {
  it("carries every sum to the satang, and its receiver", () => {
    const sums = fc.integer({ min: 1, max: 1_000_000_00 });
    fc.assert(
      fc.property(sums, fc.constantFrom(...receivers), (amount, receiver) => {
        const read = parse(promptPayText(receiver, amount as Satang), true);
        const digits = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;
        expect(read?.getTagValue("54")).toBe(digits);
        const [phone, id, wallet] = ["01", "02", "03"].map((tag) => read?.getTagValue("29", tag));
        expect([phone?.replace(/^0066/, "0"), id, wallet].filter((one) => one !== undefined)).toEqual([
          receiver.target,
        ]);
      }),
    );
  });

  it.each([0, -1, 2.5, NaN, Infinity, 1e21, 9_999_999_999_99 + 1])("is not made of %d satang", (amount) => {
    for (const receiver of receivers) expect(() => promptPayText(receiver, amount as Satang)).toThrow("sum");
  });

  it.each(["", "081234567", "08123456789", "+66812345678", "abc", "081-234-5678"])("is not made for %j", (target) => {
    expect(() => promptPayText({ type: "MSISDN", target }, 100 as Satang)).toThrow("receiver");
  });

  it.each([
    ["081-234-5678", { type: "MSISDN", target: "0812345678" }],
    ["0 9940 00123 45 5", { type: "NATID", target: "0994000123455" }],
    ["004999000288505", { type: "EWALLETID", target: "004999000288505" }],
    ["812345678", null],
    ["ธ.ก.ส. 123-4-56789-0", null],
    ["xxxxxxxxxxxxx", null],
  ])("names the receiver of %s", (said, receiver) => {
    expect(promptPayProxy(said)).toEqual(receiver);
  });
});
