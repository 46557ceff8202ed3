import type { ExcludedSeat, Seat } from "../../../domain/approvals/ballot";
import type { MatterTold } from "../../../domain/approvals/ballot-view";
import type { Group } from "../../../domain/groups/group";
import type { Committee } from "../../../domain/groups/offices";
import { findMember } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { seatsOfCommittees, withoutConflicts } from "../committee-seats";
import type { AnyMatter } from "./matter";

/** Of committees, who may decide on a subject by the offices that are held now, and who takes no part. */
export async function seatsFor<Told extends MatterTold>(
  tx: Tx,
  { matter, subject, group }: { matter: AnyMatter<Told>; subject: unknown; group: Group },
  committees: readonly Committee[],
): Promise<{ seats: Seat[]; excluded: ExcludedSeat[] }> {
  const asker = await findMember(tx, matter.askerOf(subject));
  if (!asker) throw new Error("members stay in the register");
  const { conflicts, household } = matter.partiesOf(subject, asker);
  return withoutConflicts(await seatsOfCommittees(tx, group, committees), conflicts, household);
}
