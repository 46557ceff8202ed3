import { DomainError } from "../../../domain/errors";
import type { GroupId } from "../../../domain/ids";
import type { Tx } from "../../../storage/tx";
import { isInRegister } from "../../approvals/in-register";

/**
 * Throws `resolution.other` where the register knows the number: what it holds was decided on requests and no contract's change. Other numbers are those
 * of the minute book on paper, which the second officer compares.
 */
export async function refuseOtherMatter(tx: Tx, groupId: GroupId, resolution: string): Promise<void> {
  if (await isInRegister(tx, groupId, resolution)) throw new DomainError("resolution.other", { resolution });
}
