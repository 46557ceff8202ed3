import type { Request, Response } from "express";
import { admitTo } from "../../app/people/admit";
import type { Actor } from "../../app/people/actor";
import type { Clock } from "../../clock";
import { localDateOf } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Language } from "../../i18n/language";
import { IdTokenError, type IdTokenVerifier } from "../../line/id-token";
import { inTransaction, type Tx } from "../../storage/tx";

/** How the API knows who asks. */
export interface IdentityParts {
  verifyIdToken: IdTokenVerifier;
  clock: Clock;
}

/** What a page's request does within its transaction. */
export type PageWork<T> = (tx: Tx, actor: Actor, now: Date) => Promise<T>;

/**
 * Runs a page's request as the person whose ID token came with it, in one transaction. The token is checked before the transaction and with
 * every request; there is no cookie and no session, so nothing outlives it. `about` is the group or day that it is about, where one of a practice
 * may be meant. Throws the refusals of `admitTo`, `page.not-signed-in`, `page.expired`, `page.line-away`.
 */
export async function asPerson<T>(
  { verifyIdToken, clock }: IdentityParts,
  req: Request,
  res: Response,
  work: PageWork<T>,
  about = "",
): Promise<T> {
  const now = clock.now();
  const lineUserId = await verifyIdToken(bearer(req), now).catch((error: unknown) => {
    throw error instanceof IdTokenError ? refusalOf(error) : error;
  });
  return inTransaction(async (tx) => {
    const actor = await admitTo(tx, lineUserId, about, localDateOf(now));
    (res.locals as ReaderLocals).language = actor.person.language;
    return work(tx, actor, now);
  });
}

/** What is known of who reads the answer. */
export interface ReaderLocals {
  language?: Language;
}

function bearer(req: Request): string {
  return /^Bearer (\S+)$/.exec(req.headers.authorization ?? "")?.[1] ?? "";
}

function refusalOf({ reason }: IdTokenError): DomainError {
  switch (reason) {
    case "invalid":
      return new DomainError("page.not-signed-in", {});
    case "expired":
      return new DomainError("page.expired", {});
    case "unreachable":
      return new DomainError("page.line-away", {});
  }
}
