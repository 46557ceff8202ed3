import type { LocalDate } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import { account } from "../../../domain/ledger/accounts";
import type { LoanContract } from "../../../domain/loans/contract";
import type { OwedSums } from "../../../domain/loans/set-off";
import type { LoanStanding } from "../../../domain/loans/standing";
import { satang, zero } from "../../../domain/money";
import { balanceOf } from "../../../storage/accounts";
import type { Tx } from "../../../storage/tx";
import { standingsOf } from "../standings";

/** What ends a contract on a day, in satang, and how it stands; of one on paper without terms its principal alone, and null. */
export async function owedOn(
  tx: Tx,
  group: Group,
  contract: LoanContract,
  on: LocalDate,
): Promise<{ owed: OwedSums; standing: LoanStanding | null }> {
  const [standing] = await standingsOf(tx, group, [contract], on);
  if (!standing) {
    const { groupId, memberId, contractNo } = contract;
    const principal = await balanceOf(tx, { groupId, code: account.loans, memberId, contractNo });
    return { owed: { principal, interest: zero, fine: zero }, standing: null };
  }
  const { outstanding, payOff, fineDue } = standing;
  const interest = satang(payOff - outstanding - fineDue);
  return { owed: { principal: outstanding, interest, fine: fineDue }, standing };
}
