import type { Socket } from "node:net";
import { CommandError } from "../errors";
import { BadMessage, MAX_MESSAGE_BYTES, encodeReply, parseMessage, type Request } from "./message";

/** Answers a request with an encoded document; null drops the connection without an answer. */
export type Answer = (
  request: Request | { id: number; legacy: boolean; error: CommandError },
) => Promise<Buffer | null>;

let lastReplyId = 0;

/** Cuts a socket's bytes into messages and answers them one after the other, as drivers expect of one connection. */
export function serveConnection(socket: Socket, answer: Answer): void {
  let parts: Buffer[] = [];
  let received = 0;
  let wanted = HEADER_BYTES;
  let busy = false;

  const next = (): Buffer | undefined => {
    if (received < wanted) return undefined;
    const all = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    const length = all.readInt32LE(0);
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) {
      socket.destroy();
      return undefined;
    }
    parts = [all];
    wanted = length;
    if (received < length) return undefined;
    parts = received > length ? [all.subarray(length)] : [];
    received -= length;
    wanted = HEADER_BYTES;
    return all.subarray(0, length);
  };

  const pump = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      for (let message = next(); message && !socket.destroyed; message = next()) {
        if (!(await handle(message, socket, answer))) socket.destroy();
      }
    } finally {
      busy = false;
      socket.resume();
    }
  };

  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  socket.on("data", (data: Buffer) => {
    parts.push(data);
    received += data.length;
    if (busy && received > MAX_MESSAGE_BYTES) socket.pause();
    void pump();
  });
}

const HEADER_BYTES = 16;

/** False when the connection must be closed. */
async function handle(message: Buffer, socket: Socket, answer: Answer): Promise<boolean> {
  let request: Parameters<Answer>[0];
  try {
    request = parseMessage(message);
  } catch (error) {
    if (!(error instanceof CommandError)) {
      if (error instanceof BadMessage || error instanceof RangeError) return false;
      throw error;
    }
    request = { id: message.readInt32LE(4), legacy: false, error };
  }
  const document = await answer(request);
  if (!document) return false;
  if (!("answered" in request) || request.answered) {
    lastReplyId = (lastReplyId + 1) | 0;
    if (!socket.destroyed) socket.write(encodeReply(request, lastReplyId, document));
  }
  return true;
}
