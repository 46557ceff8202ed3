import type { GroupId } from "../ids";
import { account, normalSide, type AccountCode } from "../ledger/accounts";
import { credit, debit, type Posting } from "../ledger/journal-entry";
import { satang, sum, type Satang } from "../money";
import type { OpeningPlan, OpeningSum } from "./plan";

/** The account of each sum that an opening names. */
export const accountOfSum: Record<OpeningSum, AccountCode> = {
  pledgeSavings: account.pledgeSavings,
  specialSavings: account.specialSavings,
  cash: account.cash,
  bank: account.bank,
  loans: account.loans,
  welfareFund: account.welfareFund,
  reserve: account.reserve,
  surplus: account.surplus,
};

/** Accounts that `opening.accounts` may not name: they have a field of their own, or serve the opening itself. */
export const accountsWithField: ReadonlySet<AccountCode> = new Set([
  ...Object.values(accountOfSum),
  account.openingDifference,
  account.openingClearing,
]);

/** Assets less claims, in satang: zero when the opening ties; a positive one means more money than anybody claims. */
export function openingGap(opening: OpeningPlan): Satang {
  return sum(
    openingLines(opening).map(({ code, amount }) => (normalSide(code) === "debit" ? amount : satang(-amount))),
  );
}

/** Every sum of an opening by account, in satang on the account's normal side, zeros left out. */
export function openingLines(opening: OpeningPlan): { code: AccountCode; amount: Satang }[] {
  const named = (Object.keys(accountOfSum) as OpeningSum[]).map((name) => ({
    code: accountOfSum[name],
    amount: opening[name],
  }));
  return [...named, ...opening.accounts].filter(({ amount }) => amount !== 0);
}

/**
 * The postings of a group's opening: everything but members' savings, against the clearing account that members' own opening
 * entries fill; an accepted difference stands in its own account. Balanced by construction.
 */
export function groupOpeningPostings(groupId: GroupId, opening: OpeningPlan): Posting[] {
  const savings: readonly AccountCode[] = [account.pledgeSavings, account.specialSavings];
  const lines = openingLines(opening).filter(({ code }) => !savings.includes(code));
  const gap = openingGap(opening);
  return [
    ...lines.map(({ code, amount }) => onSide(groupId, code, amount)),
    ...(gap === 0 ? [] : [onSide(groupId, account.openingDifference, gap)]),
    ...clearing(groupId, sum([opening.pledgeSavings, opening.specialSavings])),
  ];
}

/** A posting on the account's normal side, or on the other when the amount is negative. */
function onSide(groupId: GroupId, code: AccountCode, amount: Satang): Posting {
  const grows = normalSide(code) === "debit";
  const make = grows === amount > 0 ? debit : credit;
  return make({ groupId, code }, satang(Math.abs(amount)));
}

function clearing(groupId: GroupId, savings: Satang): Posting[] {
  return savings === 0 ? [] : [onSide(groupId, account.openingClearing, savings)];
}
