import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Line } from "../line";
import { LineError, refusals } from "../line-error";
import type { Fault, FaultKind } from "../state/faults";
import { accountHandlers } from "./account";
import { bodyForLog, checkDoor, contentTypeOf, parseBody, retryKeyOf, type Incoming } from "./door";
import { runOnce } from "./once";
import type { Operation } from "./operations";
import { peopleHandlers } from "./people";
import type { Answer, Handler, LineRequest } from "./request";
import { richMenuAliasHandlers } from "./rich-menu-aliases";
import { richMenuHandlers } from "./rich-menus";
import { findRoute, type Route } from "./router";
import { sendingHandlers } from "./sending";

/** What goes back: an answer, silence, or a broken connection. */
export type Outgoing =
  { kind: "answer"; status: number; headers: Record<string, string>; content: Buffer } | { kind: "hang" | "reset" };

const handlers: Record<Operation, Handler> = {
  ...sendingHandlers,
  ...accountHandlers,
  ...peopleHandlers,
  ...richMenuHandlers,
  ...richMenuAliasHandlers,
};

const refusedBy: Partial<Record<FaultKind, () => LineError>> = {
  "error-before": refusals.internal,
  "rate-limit": refusals.rateLimit,
  "monthly-limit": refusals.monthlyLimit,
  unauthorized: refusals.unauthorized,
  "bad-request": () => refusals.message(400, "The simulator was told to refuse this request"),
};

/** What came of a call inside; a silence has an answer too, which the caller does not hear. */
interface Result {
  answer: Answer;
  headers?: Readonly<Record<string, string>>;
  silence?: "hang" | "reset";
}

function silenceOf(fault: Fault | null, moment: "before" | "after"): "hang" | "reset" | undefined {
  if (fault?.kind === `hang-${moment}`) return "hang";
  return fault?.kind === `reset-${moment}` ? "reset" : undefined;
}

async function run(
  line: Line,
  incoming: Incoming,
  bare: Omit<LineRequest, "body">,
  fault: Fault | null,
): Promise<Result> {
  checkDoor(line, incoming, bare.operation);
  const refusal = fault && refusedBy[fault.kind];
  if (refusal) throw refusal();
  const before = silenceOf(fault, "before");
  if (before) return { answer: {}, silence: before };
  const request: LineRequest = { ...bare, body: parseBody(incoming, bare.operation) };
  const work = async (): Promise<Answer> => {
    if (fault?.kind === "slow") await wait(fault.ms ?? 1000);
    return handlers[request.operation](line, request);
  };
  const retryKey = retryKeyOf(incoming);
  const answer = await (retryKey === null ? work() : runOnce(line, request, retryKey, work));
  const after = silenceOf(fault, "after");
  if (after) return { answer, silence: after };
  if (fault?.kind !== "error-after") return { answer };
  const { status, body } = refusals.internal();
  return { answer: { status, body, ...(answer.about ? { about: answer.about } : {}) } };
}

function refused(error: unknown): Result {
  if (!(error instanceof LineError)) throw error;
  const about = error.note === null ? {} : { about: { note: error.note } };
  return { answer: { status: error.status, body: error.body, ...about }, headers: error.headers };
}

function refuseUnknown(route: Route & { operation: null }, method: string): LineError {
  if (route.why === "not simulated") return refusals.notSimulated();
  return route.why === "wrong method" ? refusals.wrongMethod(method) : refusals.notFound();
}

function outgoing({ answer, headers, silence }: Result, requestId: string): Outgoing {
  if (silence) return { kind: silence };
  const { bytes, body } = answer;
  return {
    kind: "answer",
    status: answer.status ?? 200,
    headers: { "content-type": bytes?.type ?? "application/json", ...headers, "x-line-request-id": requestId },
    content: bytes?.content ?? Buffer.from(body === undefined ? "" : JSON.stringify(body)),
  };
}

/** Answers one call of the bot as LINE does, faults included, and writes it into the log. */
export async function exchange(line: Line, incoming: Incoming): Promise<Outgoing> {
  const began = performance.now();
  const at = line.clock.now().toISOString();
  const requestId = randomUUID();
  const { method, url } = incoming;
  const route = findRoute(method, url.pathname);
  const raw = incoming.raw ?? Buffer.alloc(0);
  const fault = route.operation === null ? null : line.faults.take(route.operation, raw.toString("utf8"));
  const request = { query: url.searchParams, raw, contentType: contentTypeOf(incoming), requestId };
  const result =
    route.operation === null
      ? refused(refuseUnknown(route, method))
      : await run(line, incoming, { ...route, ...request }, fault).catch(refused);
  const { answer } = result;
  line.traffic.noteCall({
    at,
    operation: route.operation,
    method,
    path: url.pathname + url.search,
    requestBody: bodyForLog(incoming),
    retryKey: retryKeyOf(incoming),
    status: result.silence ? 0 : (answer.status ?? 200),
    responseBody: answer.bytes ? `${answer.bytes.content.length} bytes of ${answer.bytes.type}` : (answer.body ?? null),
    requestId,
    ms: Math.round(performance.now() - began),
    fault: fault?.kind ?? null,
    webhookEventId: answer.about?.webhookEventId ?? null,
    delivered: answer.about?.delivered ?? 0,
    billed: answer.about?.billed ?? 0,
    note: answer.about?.note ?? null,
  });
  return outgoing(result, requestId);
}
