import { describe, expect, it } from "@jest/globals";
import { serialize } from "bson";
import { frameBytes, framesIn, type Frame } from "../../../scripts/backup/frames";

async function read(bytes: Buffer, piece: number): Promise<Frame[]> {
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  };
  const frames: Frame[] = [];
  for await (const frame of framesIn(pieces())) frames.push(frame);
  return frames;
}

const frames: Frame[] = [
  { kind: "head", head: { format: 1, madeAt: new Date("2026-03-05T01:00:00Z"), databaseFormat: 1 } },
  { kind: "collection", name: "members" },
  { kind: "document", bytes: Buffer.from(serialize({ _id: "a", text: "x".repeat(5_000) })) },
  { kind: "document", bytes: Buffer.from(serialize({})) },
  { kind: "manifest", manifest: { collections: [{ name: "members", count: 2, sha256: "0".repeat(64) }] } },
];
const bytes = Buffer.concat(frames.map(frameBytes));

describe("frames of a backup", () => {
  it.each([1, 7, 1_000, 100_000])("are read from pieces of %d bytes", async (piece) => {
    expect(await read(bytes, piece)).toEqual(frames);
  });

  it("are refused when the bytes end in the middle, or are none", async () => {
    await expect(read(bytes.subarray(0, bytes.length - 1), 50)).rejects.toThrow("damaged");
    await expect(read(Buffer.from("Zxxxxxxxxxxxx"), 50)).rejects.toThrow("damaged");
    await expect(read(Buffer.concat([Buffer.from("Z"), Buffer.from(serialize({}))]), 50)).rejects.toThrow("damaged");
    await expect(read(Buffer.concat([Buffer.from("H"), Buffer.from(serialize({ format: 2 }))]), 50)).rejects.toThrow(
      "damaged",
    );
  });
});
