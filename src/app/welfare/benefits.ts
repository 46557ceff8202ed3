import type { Benefit } from "../../domain/groups/benefit";
import type { Group } from "../../domain/groups/group";
import { findBenefits } from "../../storage/benefits";
import type { Tx } from "../../storage/tx";

/** What a group pays its members, as it wrote it; none where it wrote nothing. */
export async function listBenefits(tx: Tx, group: Group): Promise<Benefit[]> {
  return (await findBenefits(tx, [group.id])).get(group.id) ?? [];
}
