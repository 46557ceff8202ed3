import type { ErrorRequestHandler } from "express";
import { ZodError } from "zod";
import { DomainError, type ErrorCode } from "../domain/errors";
import type { Language } from "../i18n/language";
import { neutralFailure } from "../messages/help";
import { refusalLines } from "../messages/refusal";
import { speak } from "../messages/speak";
import { errorCode, type Log } from "../telemetry/log";

/** The HTTP status of each refusal: a new code does not compile until it has one. */
export const statusOf: Record<ErrorCode, 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503 | 507> =
  {
    "person.unknown": 401,
    "person.no-consent": 403,
    "person.locked": 423,
    "member.closed": 403,
    "member.not-found": 404,
    "member.not-active": 409,
    "member.waiting": 409,
    "admission.own": 403,
    "admission.already": 409,
    "admission.not-waiting": 409,
    "role.missing": 403,
    "role.too-new": 403,
    "role.read-only": 403,
    "practice.none": 409,
    "practice.not-here": 409,
    "practice.real-card": 409,
    "practice.over": 410,
    "parallel.none": 409,
    "parallel.already": 409,
    "parallel.equal": 409,
    "parallel.not-noted": 404,
    "parallel.too-early": 409,
    "parallel.differences": 409,
    "second-person.same": 403,
    "second-person.missing": 409,
    "day.not-open": 409,
    "day.left-open": 409,
    "day.already-open": 409,
    "day.already-closed": 409,
    "count.blind": 409,
    "count.begun-often": 409,
    "count.others": 409,
    "card.outdated": 410,
    "card.foreign": 403,
    "card.unknown": 404,
    "card.dropped": 410,
    "card.confirmed": 409,
    "card.recorded": 409,
    "amount.unreadable": 422,
    "amount.not-positive": 422,
    "amount.too-large": 422,
    "purpose.not-taken": 409,
    "batch.twice": 409,
    "batch.already": 409,
    "batch.nothing-due": 409,
    "member.ambiguous": 409,
    "pledge.too-far-ahead": 409,
    "rules.no-clause": 404,
    "rules.on-paper": 409,
    "rules.day-passed": 409,
    "pledge.not-allowed": 409,
    "pledge.same": 409,
    "pledge.own": 403,
    "payment.own-payee": 403,
    "payment.own": 403,
    "paper.nothing-waits": 409,
    "paper.not-second": 409,
    "payment-details.waiting": 409,
    "payment-details.none": 409,
    "payment-details.unreadable": 422,
    "payment-details.masked": 422,
    "payment-details.too-long": 422,
    "office-cash.already": 409,
    "office-cash.none": 409,
    "office.which": 422,
    "office.taken": 409,
    "office.already": 409,
    "office.not-held": 409,
    "office.audit-clash": 409,
    "office.not-a-person": 409,
    "office.own": 403,
    "office.treasurer-ends": 409,
    "hand-over.none": 409,
    "withdrawal.nothing": 409,
    "withdrawal.pledge": 409,
    "withdrawal.too-much": 409,
    "withdrawal.open": 409,
    "withdrawal.nobody": 409,
    "calendar.held": 409,
    "calendar.day-passed": 409,
    "case.nobody": 409,
    "transfer.own": 403,
    "transfer.nobody": 409,
    "transfer.no-promptpay": 409,
    "difference.other-way": 409,
    "difference.too-much": 409,
    "sheet.day": 409,
    "sheet.not-sealed": 409,
    "sheet.sealed": 409,
    "sheet.unbalanced": 409,
    "suspense.gone": 410,
    "suspense.too-much": 409,
    "loan.contract-exists": 409,
    "loan.no-contract": 404,
    "loan.more-than-owed": 409,
    "ledger.insufficient-funds": 409,
    "entry.not-found": 404,
    "entry.already-reversed": 409,
    "entry.not-reversible": 409,
    "link.code-expired": 410,
    "link.code-used": 410,
    "link.locked": 423,
    "link.already-own": 409,
    "link.burned": 410,
    "link.recorder-today": 403,
    "link.other-line": 403,
    "helper.self": 409,
    "helper.recorder": 403,
    "helper.unlinked": 409,
    "helper.already": 409,
    "helper.none": 404,
    "helper.not-helping": 404,
    "lock.unknown": 404,
    "chat.private-only": 403,
    "chat.code-wrong": 401,
    "text.too-long": 413,
    "text.too-old": 409,
    "format.unreadable": 400,
    "photo.too-large": 413,
    "photo.too-many-pixels": 413,
    "photo.not-an-image": 415,
    "photo.unsupported": 415,
    "photo.mislabelled": 415,
    "photo.broken": 422,
    "photo.too-slow": 422,
    "photo.busy": 503,
    "photo.not-delivered": 410,
    "photo.not-ready": 503,
    "photo.no-room": 507,
    "photo.not-yours": 403,
    "photo.destroyed": 410,
    "page.not-signed-in": 401,
    "page.expired": 401,
    "page.line-away": 503,
    "page.too-fast": 429,
    "page.outdated": 409,
  };

/**
 * Turns an error into a status and, in the reader's language, its code and what she can be told: never a value that is not told in chat
 * too, and never a stack. Input that cannot be read is that of a page which is too old.
 */
export function errorHandler(log: Log, defaultLanguage: Language): ErrorRequestHandler {
  return (error: unknown, _req, res, _next) => {
    const language = (res.locals as { language?: Language }).language ?? defaultLanguage;
    const refused = error instanceof ZodError ? new DomainError("page.outdated", {}) : error;
    if (refused instanceof DomainError) {
      const { code }: { code: ErrorCode } = refused;
      return void res
        .status(statusOf[code])
        .json({ error: code, language, ...refusalLines(speak({ language }), refused) });
    }
    const status = (error as { status?: unknown }).status;
    if (typeof status === "number" && status >= 400 && status < 500) return void res.status(status).end();
    log.error({ code: errorCode(error) }, "request failed");
    res.status(500).json({ error: "failed", language, what: neutralFailure({ language }).text });
  };
}
