import { createHash } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32: nothing that looks like another letter

/**
 * Eight characters (40 bits) drawn from a hash that is not to be shown whole, for people to write down and compare. Codes of two purposes
 * never equal each other, although they may be drawn from one hash.
 */
export function shortCode(purpose: "check-code" | "closing-code", hash: string): string {
  const bytes = createHash("sha256").update(`sajja-${purpose}-1\n${hash}`).digest();
  let bits = bytes.readUIntBE(0, 5);
  let code = "";
  for (let i = 0; i < 8; i++) {
    code = alphabet[bits % 32] + code;
    bits = Math.floor(bits / 32);
  }
  return code;
}
