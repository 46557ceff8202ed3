import type { Line } from "../line";
import { LineError } from "../line-error";
import type { AcceptedCall } from "../state/retry-keys";
import type { Answer, LineRequest } from "./request";

function alreadyAccepted(earlier: AcceptedCall, body: string): LineError {
  const sent = earlier.sentMessages ? { sentMessages: earlier.sentMessages } : {};
  return new LineError(
    409,
    { message: "The retry key is already accepted", ...sent },
    { "x-line-accepted-request-id": earlier.requestId },
    earlier.body === body ? null : "the retry key came with another body than before",
  );
}

/**
 * Runs a call once per retry key: a second one waits for the first, and when that was accepted it is LINE's 409 with what
 * the first sent. A refused call leaves its key free.
 */
export async function runOnce(
  line: Line,
  request: LineRequest,
  retryKey: string,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const release = await line.retryKeys.hold(retryKey);
  try {
    const body = request.raw.toString("utf8");
    const earlier = line.retryKeys.find(retryKey);
    if (earlier) throw alreadyAccepted(earlier, body);
    const answer = await run();
    const sentMessages = answer.body?.["sentMessages"] as AcceptedCall["sentMessages"];
    const { requestId } = request;
    line.retryKeys.accept(retryKey, { requestId, body, ...(sentMessages ? { sentMessages } : {}) });
    return answer;
  } finally {
    release();
  }
}
