import type { Language } from "../../../i18n/language";

/** What the server refuses, in its words: three lines, or one where the fault is ours. */
export interface Refusal {
  error: string;
  language: Language;
  what: string;
  rule?: string;
  wayOut?: string;
}

/** Thrown when the server refuses; a lost signal is thrown by fetch itself. */
export class RefusedError extends Error {
  override name = "RefusedError";
  constructor(readonly refusal: Refusal) {
    super(refusal.error);
  }
}

/** An answer that has not come after this time is as lost as the signal, in milliseconds. */
const patienceMs = 20_000;

/**
 * Asks the API as the person of this token; with a body, tells it something. Throws RefusedError, or another error where there is no signal or
 * something on the way answers in the server's place.
 */
export async function ask(idToken: string, path: string, body?: object): Promise<Response> {
  const headers = { authorization: `Bearer ${idToken}` };
  const telling = { method: "POST", headers: { ...headers, "content-type": "application/json" } };
  const response = await fetch(`/api${path}`, {
    ...(body === undefined ? { headers } : { ...telling, body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok) throw new RefusedError((await response.json()) as Refusal);
  return response;
}
