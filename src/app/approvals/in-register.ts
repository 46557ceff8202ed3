import { registerNoOf } from "../../domain/approvals/committee-resolution";
import type { GroupId } from "../../domain/ids";
import { findResolution } from "../../storage/resolutions";
import type { Tx } from "../../storage/tx";

/** Whether a resolution of the number that an officer typed ("3/2569", "3/69") stands in the group's register; one of a minute book on paper does not. */
export async function isInRegister(tx: Tx, groupId: GroupId, resolutionNo: string): Promise<boolean> {
  const no = registerNoOf(resolutionNo);
  return no !== null && (await findResolution(tx, groupId, no)) !== null;
}
