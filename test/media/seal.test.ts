import { randomBytes } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { GroupId, PhotoId } from "../../src/domain/ids";
import type { PhotoIdentity } from "../../src/domain/photos/photo";
import { keyIdOf, PhotoUnreadableError, seal, unseal } from "../../src/media/seal";

const [oldKey, newKey, strange] = [1, 2, 3].map((digit) => String(digit).repeat(64)) as [string, string, string];
const photo: PhotoIdentity = {
  id: "0123456789abcdef0123456789abcdef" as PhotoId,
  groupId: "namkhao" as GroupId,
  purpose: "signed-paper",
  aboutId: "request-1",
};

const refusal = (reason: string) => expect.objectContaining({ name: "PhotoUnreadableError", reason });
const failure = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe("the encryption of a photo", () => {
  it("gives back any bytes under the key, and shows none of them without it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 40, maxLength: 2_000 }), (array) => {
        const jpeg = Buffer.from(array);
        const sealed = seal(jpeg, photo, [newKey]);
        expect(unseal(sealed, photo, [newKey])).toEqual(jpeg);
        expect(sealed.bytes.includes(jpeg.subarray(0, 16))).toBe(false);
        expect(failure(() => unseal(sealed, photo, [strange]))).toEqual(refusal("no-key"));
      }),
      { numRuns: 100 },
    );
  });

  it("encrypts under the first key and opens under both during a change of keys", () => {
    const before = seal(Buffer.from("paper"), photo, [oldKey]);
    const after = seal(Buffer.from("paper"), photo, [newKey, oldKey]);
    expect([before.keyId, after.keyId]).toEqual([keyIdOf(oldKey), keyIdOf(newKey)]);
    for (const sealed of [before, after]) expect(unseal(sealed, photo, [newKey, oldKey]).toString()).toBe("paper");
    expect(failure(() => unseal(before, photo, [newKey]))).toEqual(refusal("no-key"));
  });

  it("makes other bytes of the same picture each time", () => {
    const [one, other] = [seal(Buffer.from("paper"), photo, [newKey]), seal(Buffer.from("paper"), photo, [newKey])];
    expect(one.bytes.equals(other.bytes)).toBe(false);
  });

  it.each([
    ["id", { id: "f".repeat(32) as PhotoId }],
    ["group", { groupId: "other" as GroupId }],
    ["purpose", { purpose: "bank-passbook" }],
    ["subject", { aboutId: "request-2" }],
  ] as const)("does not open as a photo of another %s", (_name, change) => {
    const sealed = seal(Buffer.from("paper"), photo, [newKey]);
    expect(failure(() => unseal(sealed, { ...photo, ...change }, [newKey]))).toEqual(refusal("changed"));
  });

  it("does not open when any bit was changed, or when bytes were cut off", () => {
    const sealed = seal(randomBytes(300), photo, [newKey]);
    const parts = ["bytes", "nonce", "salt"] as const;
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.nat(), fc.nat(7), (part, at, bit) => {
        const changed = Buffer.from(sealed[part]);
        changed[at % changed.length]! ^= 1 << bit;
        expect(failure(() => unseal({ ...sealed, [part]: changed }, photo, [newKey]))).toEqual(refusal("changed"));
      }),
    );
    for (const length of [0, 10, 16, 315])
      expect(failure(() => unseal({ ...sealed, bytes: sealed.bytes.subarray(0, length) }, photo, [newKey]))).toEqual(
        refusal("changed"),
      );
    expect(() => seal(Buffer.from("paper"), photo, [])).toThrow(PhotoUnreadableError);
  });
});
