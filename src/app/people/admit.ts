import { DomainError } from "../../domain/errors";
import type { Tx } from "../../storage/tx";
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
