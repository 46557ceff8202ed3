import type { JsonObject } from "./json";
import { errorBody, type Problem } from "./problem";

/** A refusal as LINE sends it: status, body and, for a repeated retry key, a header. */
export class LineError extends Error {
  constructor(
    readonly status: number,
    readonly body: JsonObject,
    readonly headers: Readonly<Record<string, string>> = {},
    /** For the log of calls. */
    readonly note: string | null = null,
  ) {
    super(`${status} ${String(body["message"])}`);
  }
}

/** LINE's refusals by name, worded as in its reference where it gives the words. */
export const refusals = {
  message: (status: number, message: string) => new LineError(status, { message }),
  problems: (problems: readonly Problem[]) => new LineError(400, errorBody(problems)),
  invalidProperty: (property: string) =>
    new LineError(400, { message: `The property, '${property}', in the request body is invalid (line: -, column: -)` }),
  invalidParameter: (name: string) =>
    new LineError(400, { message: `The value for the '${name}' parameter is invalid` }),
  invalidReplyToken: () => new LineError(400, { message: "Invalid reply token" }),
  sendFailed: () => new LineError(400, { message: "Failed to send messages" }),
  retryKeyNotSupported: () => new LineError(400, { message: "The retry key is not supported" }),
  invalidRetryKey: () => new LineError(400, { message: "The retry key is invalid" }),
  notJson: () => new LineError(400, { message: "The request body could not be parsed as JSON (line: -, column: -)" }),
  unauthorized: () =>
    new LineError(401, {
      message: "Authentication failed. Confirm that the access token in the authorization header is valid.",
    }),
  notAvailable: () => new LineError(403, { message: "Access to this API is not available for your account" }),
  notFound: () => new LineError(404, { message: "Not found" }),
  wrongMethod: (method: string) => new LineError(405, { message: `The request method, '${method}', is not supported` }),
  tooLarge: () => new LineError(413, { message: "Payload Too Large" }),
  mediaType: (type: string) => new LineError(415, { message: `The content type, '${type}', is not supported` }),
  rateLimit: () => new LineError(429, { message: "The API rate limit has been exceeded. Try again later." }),
  monthlyLimit: () => new LineError(429, { message: "You have reached your monthly limit." }),
  internal: () => new LineError(500, { message: "Internal server error" }),
  notSimulated: () => new LineError(501, { message: "The simulator does not answer this endpoint of LINE" }),
} as const;
