import type { Config } from "../config";
import { LineRejectedError, LineUnreachableError, type RejectionKind } from "./errors";

/** What LINE gave for a message that holds a file. */
export type Content =
  | { kind: "file"; bytes: Buffer; declaredType: string | null }
  /** There is no such message, or its sender took it back. */
  | { kind: "gone" }
  | { kind: "too-large" }
  /** LINE is still making it ready. */
  | { kind: "preparing" };

/** How much, and for how long. */
export interface ContentLimits {
  bytes: number;
  /** Real time for one question to LINE, its whole answer included. */
  timeMs?: number;
  /** Pauses before LINE is asked again while it makes the file ready. */
  pausesMs?: readonly number[];
}

/**
 * Downloads the file of a message, and stops reading where it is larger than the limit. It takes seconds: never inside a transaction.
 * Throws LineRejectedError and LineUnreachableError.
 */
export async function fetchContent(
  line: Pick<Config["line"], "accessToken" | "dataApiBaseUrl">,
  messageId: string,
  { bytes, timeMs = 20_000, pausesMs = [500, 1_500, 3_000] }: ContentLimits,
): Promise<Content> {
  if (!/^\w{1,64}$/.test(messageId)) return { kind: "gone" };
  const url = `${line.dataApiBaseUrl}/v2/bot/message/${messageId}/content`;
  const headers = { authorization: `Bearer ${line.accessToken ?? ""}` };
  for (let asked = 0; ; asked++) {
    const content = await askOnce(url, headers, { bytes, timeMs });
    const pause = pausesMs[asked];
    if (content.kind !== "preparing" || pause === undefined) return content;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function askOnce(
  url: string,
  headers: Record<string, string>,
  { bytes, timeMs }: { bytes: number; timeMs: number },
): Promise<Content> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeMs);
  try {
    const response = await fetch(url, { headers, signal: abort.signal, redirect: "error" });
    if (response.status !== 200) return await withoutFile(response);
    return await readFile(response, bytes);
  } catch (error) {
    if (error instanceof LineRejectedError || error instanceof LineUnreachableError) throw error;
    throw new LineUnreachableError(abort.signal.aborted ? "timeout" : "network");
  } finally {
    clearTimeout(timer);
    abort.abort(); // Whatever was not read is not waited for.
  }
}

async function readFile(response: Response, limit: number): Promise<Content> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > limit) return { kind: "too-large" };
    parts.push(part);
  }
  return { kind: "file", bytes: Buffer.concat(parts), declaredType: response.headers.get("content-type") };
}

const kinds: Partial<Record<number, RejectionKind>> = { 401: "unauthorized", 403: "forbidden", 429: "rate" };

async function withoutFile({ status, headers, body }: Response): Promise<Content> {
  await body?.cancel();
  if (status === 202) return { kind: "preparing" };
  if (status === 404 || status === 410) return { kind: "gone" };
  if (status >= 500) throw new LineUnreachableError("server-error");
  throw new LineRejectedError(kinds[status] ?? "invalid", status, headers.get("x-line-request-id"));
}
