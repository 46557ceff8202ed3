import { randomBytes } from "node:crypto";

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID (48 bits of time in milliseconds, 80 random bits), the form of LINE's webhookEventId. */
export function newUlid(at: Date): string {
  let time = at.getTime();
  let head = "";
  for (let place = 0; place < 10; place += 1) {
    head = crockford.charAt(time % 32) + head;
    time = Math.floor(time / 32);
  }
  const tail = Array.from(randomBytes(16), (byte) => crockford.charAt(byte % 32)).join("");
  return head + tail;
}

/** A fresh id of a user (U), group chat (C) or multi-person chat (R): the letter and 32 hex digits. */
export function newLineId(kind: "U" | "C" | "R"): string {
  return kind + randomBytes(16).toString("hex");
}

/** Tells whether a string has the form of a LINE id of that kind. */
export function isLineId(kind: "U" | "C" | "R", value: unknown): value is string {
  return typeof value === "string" && new RegExp(`^${kind}[0-9a-f]{32}$`).test(value);
}

/** A secret that cannot be guessed (reply, quote, read and link tokens), as `bytes` bytes in base64url. */
export function newToken(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}

/** Makes message ids: decimal, growing, and not repeated after a restart (milliseconds × 2^18 + a counter). */
export function createMessageIds(): () => string {
  let last = 0n;
  return () => {
    const byTime = BigInt(Date.now()) << 18n;
    last = byTime > last ? byTime : last + 1n;
    return last.toString();
  };
}
