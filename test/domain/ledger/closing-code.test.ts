import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { checkCodeOf } from "../../../src/domain/ledger/chain";
import { closingCode } from "../../../src/domain/ledger/closing-code";

const hashes = fc.stringMatching(/^[0-9a-f]{64}$/);

describe("the closing code", () => {
  it("has eight characters that nobody mistakes for others, the same for the same head", () => {
    fc.assert(
      fc.property(hashes, (hash) => {
        expect(closingCode({ hash })).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
        expect(closingCode({ hash })).toBe(closingCode({ hash }));
      }),
    );
  });

  it("is another one for another head, and never the check code of a receipt", () => {
    fc.assert(
      fc.property(hashes, hashes, (one, other) => {
        fc.pre(one !== other);
        expect(closingCode({ hash: one })).not.toBe(closingCode({ hash: other }));
        expect(closingCode({ hash: one })).not.toBe(checkCodeOf(one));
      }),
    );
  });

  it("stays what people wrote into their books", () => {
    expect(closingCode({ hash: "0123456789abcdef".repeat(4) })).toBe("P5244973");
    expect(checkCodeOf("0123456789abcdef".repeat(4))).toBe("39WPY7N9");
  });
});
