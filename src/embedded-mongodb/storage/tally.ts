import { crc32 } from "node:zlib";

/** Sums stay whole numbers in a double: at most 2^20 rows of 32 bits, then modulo this. */
const MODULO = 2 ** 48;

/** Running count and checksum over a set of rows, whatever their order: what is added can be taken away again. */
export class Tally {
  constructor(
    public rows = 0,
    public checksum = 0,
  ) {}

  add(key: Buffer, value: Buffer): void {
    this.rows += 1;
    this.checksum = (this.checksum + rowSum(key, value)) % MODULO;
  }

  remove(key: Buffer, value: Buffer): void {
    this.rows -= 1;
    this.checksum = (this.checksum + MODULO - rowSum(key, value)) % MODULO;
  }
}

/** CRC-32 of key and value, spread over 48 bits so that small changes of two rows do not cancel out. */
function rowSum(key: Buffer, value: Buffer): number {
  const ofKey = crc32(key);
  return (crc32(value, ofKey) * 65521 + ofKey) % MODULO;
}
