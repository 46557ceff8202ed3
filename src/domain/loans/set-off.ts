import { account, type AccountCode } from "../ledger/accounts";
import { credit, debit, type Posting } from "../ledger/journal-entry";
import type { Member } from "../members/member";
import { satang, subtract, sum, type Satang } from "../money";

/** What ends a contract, in satang. */
export interface OwedSums {
  principal: Satang;
  interest: Satang;
  fine: Satang;
}

/** A member's savings, or what is taken off them, in satang. */
export interface SavingsSums {
  special: Satang;
  pledge: Satang;
}

/** All that ends a contract together, in satang. */
export function totalOwed({ principal, interest, fine }: OwedSums): Satang {
  return sum([principal, interest, fine]);
}

/** What is taken off savings to pay a debt: special savings first, the pledge for the rest; null where both together are less. */
export function takenFrom(savings: SavingsSums, owed: OwedSums): SavingsSums | null {
  const total = totalOwed(owed);
  const special = satang(Math.min(savings.special, total));
  const pledge = subtract(total, special);
  return pledge <= savings.pledge ? { special, pledge } : null;
}

/** What a set-off does to the books: savings pay the whole of a contract, and no money leaves the box. */
export function setOffPostings(
  { id, groupId }: Pick<Member, "id" | "groupId">,
  { contractNo, owed, taken, fineTo }: { contractNo: string; owed: OwedSums; taken: SavingsSums; fineTo: AccountCode },
): Posting[] {
  const whose = { groupId, memberId: id };
  const contract = { ...whose, contractNo };
  return [
    debit({ ...whose, code: account.specialSavings }, taken.special),
    debit({ ...whose, code: account.pledgeSavings }, taken.pledge),
    credit({ ...contract, code: account.loans }, owed.principal),
    credit({ ...contract, code: account.interestIncome }, owed.interest),
    credit({ ...contract, code: fineTo }, owed.fine),
  ].filter(({ amount }) => amount > 0);
}
