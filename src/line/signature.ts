import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether one of the channel secrets signed these very bytes (HMAC-SHA256, base64, LINE's x-line-signature). Two secrets are accepted
 * while one is being replaced.
 */
export function isSignedBy(secrets: readonly string[], body: Buffer, signature: string | undefined): boolean {
  if (!signature) return false;
  const given = Buffer.from(signature, "base64");
  return secrets.some((secret) => {
    const expected = createHmac("sha256", secret).update(body).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
