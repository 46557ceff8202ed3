import type { LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import { isOfPractice } from "../../domain/practice/practice";
import type { Tx } from "../../storage/tx";
import { actAs } from "./acting";
import type { Actor } from "./actor";
import { findActor } from "./find-actor";
import { hasConsented } from "./settings";

/**
 * Who acts on a page behind a LINE id: somebody whose phone opens a passbook and who agreed to the use of her data. Throws
 * `person.unknown`, `person.locked`, `member.closed`, `person.no-consent`.
 */
export async function admitToPages(tx: Tx, lineUserId: string): Promise<Actor> {
  const actor = await findActor(tx, lineUserId);
  if (!actor) throw new DomainError("person.unknown", {});
  if (actor.person.lockedAt) throw new DomainError("person.locked", { groupName: actor.own[0]?.group.name.th ?? "" });
  if (actor.closedMemberNo) throw new DomainError("member.closed", { memberNo: actor.closedMemberNo });
  if (!hasConsented(actor.person)) throw new DomainError("person.no-consent", {});
  if (actor.own.length === 0) throw new DomainError("person.unknown", {});
  return actor;
}

/**
 * The same of what a page is about, a group or a day: of an invented group, she acts as in its practice, and as nobody else. Throws also
 * `practice.over` where she practises no more, and `practice.real-card` where she practises and it is a real one: the two are never taken for each other.
 */
export async function admitTo(tx: Tx, lineUserId: string, about: string, today: LocalDate): Promise<Actor> {
  const real = await admitToPages(tx, lineUserId);
  const acting = real.person.practice ? await actAs(tx, real.person, { today }) : null;
  const practises = acting?.state === "practising";
  if (isOfPractice(about)) {
    if (!practises) throw new DomainError("practice.over", {});
    return acting.actor;
  }
  if (about !== "" && practises) throw new DomainError("practice.real-card", {});
  return real;
}
