/** A growing buffer, used again and again. */
export class Writer {
  bytes: Buffer = Buffer.allocUnsafeSlow(16 * 1024);
  position = 0;

  /** Makes room for `length` bytes; gives where they begin. */
  reserve(length: number): number {
    const at = this.position;
    this.position = at + length;
    if (this.position > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.position));
      this.bytes.copy(larger, 0, 0, at);
      this.bytes = larger;
    }
    return at;
  }

  byte(value: number): void {
    const at = this.reserve(1);
    this.bytes[at] = value;
  }

  /** Writes the text as UTF-8; gives how many bytes that took. */
  utf8(text: string): number {
    const at = this.reserve(text.length * 3);
    const length = this.#ascii(text, at) ? text.length : this.bytes.write(text, at, "utf8");
    this.position = at + length;
    return length;
  }

  /** Short plain text is faster by hand; false when the text is not that. */
  #ascii(text: string, at: number): boolean {
    if (text.length > 32) return false;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return false;
      this.bytes[at + index] = code;
    }
    return true;
  }

  raw(bytes: Buffer): void {
    const at = this.reserve(bytes.length);
    bytes.copy(this.bytes, at);
  }

  /** A copy of what was written. */
  take(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.position));
  }

  /** What was written, as Latin-1 text: strings of it are in the order of the bytes. */
  text(): string {
    return this.bytes.toString("latin1", 0, this.position);
  }
}
