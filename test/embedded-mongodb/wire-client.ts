import { connect } from "node:net";
import type { Socket } from "node:net";
import { deserialize, serialize } from "bson";
import type { Document } from "bson";

/** A connection that sends what it is told, well formed or not. */
export class WireClient {
  #received = Buffer.alloc(0);
  #parts: Buffer[] = [];
  #size = 0;
  #wanted = 4;
  #waiting: ((message: Buffer | null) => void)[] = [];
  closed = false;

  private constructor(readonly socket: Socket) {
    socket.on("data", (data) => {
      this.#parts.push(data);
      this.#size += data.length;
      if (this.#size < this.#wanted) return;
      this.#received = Buffer.concat(this.#parts);
      while (this.#received.length >= 4 && this.#received.length >= this.#received.readInt32LE(0)) {
        const length = this.#received.readInt32LE(0);
        this.#waiting.shift()?.(this.#received.subarray(0, length));
        this.#received = this.#received.subarray(length);
      }
      this.#parts = [this.#received];
      this.#size = this.#received.length;
      this.#wanted = this.#size < 4 ? 4 : this.#received.readInt32LE(0);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.closed = true;
      for (const waiting of this.#waiting.splice(0)) waiting(null);
    });
  }

  /** Connects to the host of a URI. */
  static async open(uri: string): Promise<WireClient> {
    const host = decodeURIComponent(/^mongodb:\/\/([^/?]+)/.exec(uri)?.[1] ?? "");
    const [name, port] = host.split(":");
    const socket = host.startsWith("/") ? connect(host) : connect(Number(port), name);
    await new Promise((resolve) => socket.once("connect", resolve));
    return new WireClient(socket);
  }

  /** Sends raw bytes; the next message that comes back, null when the connection is closed instead. */
  raw(bytes: Buffer): Promise<Buffer | null> {
    this.socket.write(bytes);
    return this.next();
  }

  /** The next message. */
  next(): Promise<Buffer | null> {
    return this.closed ? Promise.resolve(null) : new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Sends a command and gives its reply; throws when the connection is closed. */
  async command(command: Document): Promise<Document> {
    return this.body(serialize(command));
  }

  /** Sends an encoded document as a command. */
  async body(document: Uint8Array): Promise<Document> {
    const reply = await this.raw(opMsg(Buffer.concat([Buffer.of(0), document])));
    if (!reply) throw new Error("closed");
    return deserialize(reply.subarray(21));
  }

  close(): void {
    this.socket.destroy();
  }
}

/** An OP_MSG around sections. */
export function opMsg(sections: Buffer, flags = 0, length = 20 + sections.length): Buffer {
  const head = Buffer.alloc(20);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(2013, 12);
  head.writeUInt32LE(flags, 16);
  return Buffer.concat([head, sections]);
}
