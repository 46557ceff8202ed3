import { addDays, instantOf, type LocalDate } from "../../domain/dates";
import { memberNoOf, type GroupId } from "../../domain/ids";
import type { Satang } from "../../domain/money";
import { findUnbookedTransfers } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";
import { totalOf } from "../savings/deposit-rows";

/** A transfer that was told and is not in the books. */
export interface UnbookedTransfer {
  memberNo: string;
  state: "waiting" | "refused";
}

/** Notices older than this are no likely cause of money that is found today. */
const looksBackDays = 90;

/** The transfers of exactly this sum, whole or as their part of it, that members told and that wait or were refused, the newest first. */
export async function findUnbookedOf(
  tx: Tx,
  { groupId, sum, on }: { groupId: GroupId; sum: Satang; on: LocalDate },
): Promise<UnbookedTransfer[]> {
  const notices = await findUnbookedTransfers(tx, groupId, instantOf(addDays(on, -looksBackDays)));
  return notices
    .filter(({ split, partOf }) => totalOf(split) === sum || partOf?.total === sum)
    .toReversed()
    .map(({ memberId, state }) => ({
      memberNo: memberNoOf(memberId),
      state: state === "waiting" ? "waiting" : "refused",
    }));
}
