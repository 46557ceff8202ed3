import type { JsonObject } from "../json";
import type { Line } from "../line";
import type { Operation } from "./operations";

/** A call that has passed the door: who, rate and form are checked, the body is parsed. */
export interface LineRequest {
  operation: Operation;
  /** What stands in the braces of the path. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: JsonObject;
  raw: Buffer;
  contentType: string;
  requestId: string;
}

/** What a handler answers: JSON unless `bytes` says otherwise; 200 unless told. */
export interface Answer {
  status?: number;
  body?: JsonObject;
  bytes?: { content: Buffer; type: string };
  /** For the log of calls. */
  about?: { webhookEventId?: string; delivered?: number; billed?: number; note?: string };
}

/** Answers one operation, or throws a LineError. */
export type Handler = (line: Line, request: LineRequest) => Answer | Promise<Answer>;
