import { localDateOf } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { missingPower } from "../../domain/groups/offices";
import { paymentDetailsInForce, type PaymentChange } from "../../domain/groups/payment-details";
import type { Done, Notice } from "../../domain/notice";
import { officerName, type OfficerName } from "../../domain/people";
import { getGroup, saveGroups } from "../../storage/groups";
import { lockHead } from "../../storage/ledger-heads";
import { stopPaymentChange as keepStop } from "../../storage/payment-changes";
import type { Tx } from "../../storage/tx";
import { entryActor, refuseTooNew, type Actor, type HeldOffice } from "../people/actor";
import { officersToTell } from "../people/officers";
import { recordChange } from "./payment-details";

/** A change that is to be stopped, or was. */
export interface StoppedChange {
  group: Group;
  change: PaymentChange;
  /** Who stopped it; null before. */
  stoppedBy: OfficerName | null;
}

/** Any seat of the group: whoever holds one may stop a change, nobody else. Throws `role.missing`, `role.too-new`. */
function anySeat(actor: Actor, group: Group, now: Date): HeldOffice {
  const seat = actor.offices.find((held) => held.group.id === group.id);
  if (!seat) throw missingPower("answer-complaints", group.name.th);
  refuseTooNew(seat.member, now);
  return seat;
}

/** Throws `payment-details.none`. */
function comingOf(group: Group, now: Date): PaymentChange {
  const { coming } = paymentDetailsInForce(group, localDateOf(now));
  if (!coming) throw new DomainError("payment-details.none", { groupName: group.name.th });
  return coming;
}

/** The change that an officer is about to stop. Throws `role.missing`, `payment-details.none` where none is to come. */
export function previewStop(actor: Actor, { group, now }: { group: Group; now: Date }): StoppedChange {
  anySeat(actor, group, now);
  return { group, change: comingOf(group, now), stoppedBy: null };
}

/**
 * Stops a change before it is in force; one officer may. The old details stay; officers and auditors hear at once, members by the job that told
 * them of the change. Throws `role.missing`, `payment-details.none`, `card.outdated` where another change is to come by now.
 */
export async function stopPaymentChange(
  tx: Tx,
  actor: Actor,
  input: { group: Group; approvalId: string; now: Date },
): Promise<Done<StoppedChange>> {
  const { now } = input;
  const head = await lockHead(tx, input.group.id);
  const group = await getGroup(tx, input.group.id);
  const seat = anySeat(actor, group, now);
  const change = comingOf(group, now);
  if (change.approvalId !== input.approvalId) throw new DomainError("card.outdated", { why: "replaced" });
  const { coming: _coming, ...payment } = group.payment;
  await saveGroups([{ ...group, payment }], tx);
  await keepStop(tx, change.approvalId);
  const by = entryActor(seat);
  await recordChange(tx, head, group, change, { kind: "payment-details.stopped", actor: by, now });
  const view: StoppedChange = { group, change, stoppedBy: officerName(by, [seat.member]) };
  const told = officersToTell(group, seat.member.id);
  const notices = told.map((memberId): Notice => ({ to: { memberId }, kind: "payment-details.stopped", view }));
  return { result: view, notices };
}
