import type { PageLanguage } from "../words";

/** What the server refuses, in its words: three lines, or one where the fault is ours. */
export interface Refusal {
  error: string;
  language: PageLanguage;
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

/** Asks the API as the person of this token; throws RefusedError, or a TypeError where there is no signal. */
export async function ask(idToken: string, path: string): Promise<Response> {
  const response = await fetch(`/api${path}`, { headers: { authorization: `Bearer ${idToken}` } });
  if (!response.ok) throw new RefusedError((await response.json()) as Refusal);
  return response;
}
