import { enterers } from "../../../domain/loans/sitting";
import type { SittingView } from "../../../domain/loans/sitting-view";
import { isTooNew } from "../../../domain/members/member";
import { findLiveSittings } from "../../../storage/sittings";
import type { Tx } from "../../../storage/tx";
import type { Actor } from "../../people/actor";
import { loanSeats } from "./loan-seats";
import { freeToLend } from "./open-sitting";
import { sittingView } from "./sitting-view";

/** Meetings on loans whose table waits for this person's confirmation. */
export async function listSittings(tx: Tx, actor: Actor, now: Date): Promise<SittingView[]> {
  const groups = [...new Map(actor.offices.map(({ group }) => [group.id, group])).values()];
  const waiting: SittingView[] = [];
  for (const sitting of await findLiveSittings(
    tx,
    groups.map(({ id }) => id),
  )) {
    const group = groups.find(({ id }) => id === sitting.groupId);
    if (!group || sitting.state !== "to-confirm") continue;
    const seats = await loanSeats(tx, group, now);
    const done = [...enterers(sitting), ...sitting.confirmations.map(({ memberId }) => memberId)];
    const isHers = seats.some(
      ({ member }) =>
        !done.includes(member.id) &&
        !isTooNew(member.link, now) &&
        actor.own.some((passbook) => passbook.member.id === member.id),
    );
    if (isHers) waiting.push(await sittingView(tx, group, sitting, await freeToLend(tx, group, now)));
  }
  return waiting;
}
