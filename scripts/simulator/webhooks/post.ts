import http from "node:http";
import https from "node:https";
import type { WebhookReason } from "../state/traffic";

/** How one webhook request ended. */
export interface PostResult {
  status: number | null;
  reason: Extract<WebhookReason, "OK" | "ERROR_STATUS_CODE" | "REQUEST_TIMEOUT" | "COULD_NOT_CONNECT">;
  ms: number;
}

interface Post {
  url: string;
  body: string;
  signature: string;
  timeoutMs: number;
  agent: http.Agent;
}

/** Posts a signed body as LINE does, and gives up after the timeout. Never rejects. */
export function postWebhook({ url, body, signature, timeoutMs, agent }: Post): Promise<PostResult> {
  const began = performance.now();
  const bytes = Buffer.from(body, "utf8");
  return new Promise((resolve) => {
    const end = (status: number | null, reason: PostResult["reason"]): void => {
      clearTimeout(deadline);
      resolve({ status, reason, ms: Math.round(performance.now() - began) });
    };
    const secure = url.startsWith("https:");
    const request = (secure ? https : http).request(url, {
      method: "POST",
      ...(secure ? {} : { agent }),
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-length": bytes.length,
        "user-agent": "LineBotWebhook/2.0",
        "x-line-signature": signature,
      },
    });
    const deadline = setTimeout(() => {
      end(null, "REQUEST_TIMEOUT");
      request.destroy();
    }, timeoutMs);
    request.on("response", (response) => {
      const status = response.statusCode ?? 0;
      response.resume();
      response.on("error", () => undefined); // What comes after the status does not matter to LINE.
      end(status, status >= 200 && status < 300 ? "OK" : "ERROR_STATUS_CODE");
    });
    request.on("error", () => end(null, "COULD_NOT_CONNECT"));
    request.end(bytes);
  });
}
