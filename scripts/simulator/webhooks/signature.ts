import { createHmac } from "node:crypto";

/** The x-line-signature of a body: HMAC-SHA256 under the channel secret over the raw bytes, in base64. */
export function signBody(channelSecret: string, body: string | Buffer): string {
  return createHmac("sha256", channelSecret).update(body).digest("base64");
}
