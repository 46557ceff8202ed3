import type { ZipEntry } from "./unzip";

/** A zip archive of these files without compression: a reader that is given it has nothing left to inflate. */
export function storedZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, crc, bytes } of entries) {
    const nameBytes = Buffer.from(name, "utf8");
    const facts = Buffer.alloc(26); // From "version needed" to "extra length": the same in both headers.
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc, 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const tail = Buffer.alloc(14); // Comment length, disk, attributes, offset of the local header.
    tail.writeUInt32LE(offset, 10);
    parts.push(Buffer.from([0x50, 0x4b, 3, 4]), facts, nameBytes, bytes);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, tail, nameBytes);
    offset += 30 + nameBytes.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}
