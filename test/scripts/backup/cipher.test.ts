import { describe, expect, it } from "@jest/globals";
import { randomBytes } from "node:crypto";
import { decrypted, encrypted, headBytes } from "../../../scripts/backup/cipher";

const key = "a1".repeat(32);
const otherKey = "b2".repeat(32);
const chunk = 64 * 1024;
const sealedChunk = chunk + 16;

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function joined(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

const seal = (plain: Buffer, piece = 10_000) => joined(encrypted(inPieces(plain, piece), key));
const open = (file: Buffer, keys = [key], piece = 9_999) =>
  joined(decrypted(file.subarray(0, headBytes), inPieces(file.subarray(headBytes), piece), keys));

describe("the backup's encryption", () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 17])("gives back %d bytes", async (length) => {
    const plain = randomBytes(length);
    const file = await seal(plain);
    expect((await open(file)).equals(plain)).toBe(true);
    expect((await open(file, [otherKey, key])).equals(plain)).toBe(true);
  });

  it("shows nothing of the contents, and never the same bytes twice", async () => {
    const plain = Buffer.alloc(1000, "savings");
    const [first, second] = [await seal(plain), await seal(plain)];
    expect(first.includes("savings")).toBe(false);
    expect(first.subarray(headBytes).equals(second.subarray(headBytes))).toBe(false);
  });

  it("refuses another key and what is no backup", async () => {
    const file = await seal(randomBytes(10));
    await expect(open(file, [otherKey])).rejects.toThrow("No key here opens this file");
    await expect(open(Buffer.from("hello"))).rejects.toThrow("no backup");
    await expect(open(Buffer.alloc(0))).rejects.toThrow("no backup");
  });

  it("refuses a file that was cut off anywhere, also between two chunks", async () => {
    const file = await seal(randomBytes(2 * chunk + 100));
    for (const end of [0, 1, 15, 16, sealedChunk - 1, sealedChunk, sealedChunk + 1, 2 * sealedChunk])
      await expect(open(file.subarray(0, headBytes + end))).rejects.toThrow("damaged or cut short");
    await expect(open(file.subarray(0, file.length - 1))).rejects.toThrow("damaged or cut short");
  });

  it("refuses a changed bit wherever it is, added bytes, and chunks in another order", async () => {
    const file = await seal(randomBytes(2 * chunk + 100));
    for (const at of [
      0,
      20,
      headBytes - 1,
      headBytes,
      headBytes + sealedChunk,
      headBytes + sealedChunk - 3,
      file.length - 1,
    ]) {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(open(changed)).rejects.toThrow();
    }
    await expect(open(Buffer.concat([file, Buffer.alloc(20)]))).rejects.toThrow("damaged");
    const body = file.subarray(headBytes);
    const [a, b, rest] = [
      body.subarray(0, sealedChunk),
      body.subarray(sealedChunk, 2 * sealedChunk),
      body.subarray(2 * sealedChunk),
    ];
    const head = file.subarray(0, headBytes);
    await expect(open(Buffer.concat([head, b, a, rest]))).rejects.toThrow("damaged");
    await expect(open(Buffer.concat([head, a, rest]))).rejects.toThrow("damaged");
    const another = await seal(randomBytes(2 * chunk + 100));
    await expect(open(Buffer.concat([head, a, another.subarray(headBytes + sealedChunk)]))).rejects.toThrow("damaged");
  });
});
