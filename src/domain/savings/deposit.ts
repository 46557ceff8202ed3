import { account, type AccountCode } from "../ledger/accounts";
import type { Satang } from "../money";

/** For what a member hands money over, in the order in which receipts name it. */
export const depositPurposes = ["pledge", "special", "entry-fee", "fine", "welfare", "principal", "interest"] as const;
export type DepositPurpose = (typeof depositPurposes)[number];

/** One sum that a member hands over; principal and interest are of one of her contracts. */
export interface DepositSplit {
  purpose: DepositPurpose;
  /** Satang. */
  amount: Satang;
  contractNo?: string;
}

/** Whose money a fine is: the group's income, or charity's where a group may not live on fines. Its rules say which. */
export const finePurses = ["income", "charity"] as const;
export type FinePurse = (typeof finePurses)[number];

/** The account on which a purpose stands in the books of a group. */
export function accountOf(purpose: DepositPurpose, fineGoesTo: FinePurse): AccountCode {
  switch (purpose) {
    case "pledge":
      return account.pledgeSavings;
    case "special":
      return account.specialSavings;
    case "entry-fee":
      return account.entryFees;
    case "fine":
      return fineGoesTo === "charity" ? account.charity : account.fines;
    case "welfare":
      return account.welfareFund;
    case "principal":
      return account.loans;
    case "interest":
      return account.interestIncome;
  }
}

/** What money on an account was for, where a member handed it over. */
export function purposeOf(code: AccountCode): DepositPurpose {
  const fines: readonly AccountCode[] = [account.fines, account.charity];
  if (fines.includes(code)) return "fine";
  return depositPurposes.find((purpose) => accountOf(purpose, "income") === code) ?? "pledge";
}

/** Whether this is paid on one of the member's loan contracts. */
export function isOfLoan(purpose: DepositPurpose): boolean {
  return purpose === "principal" || purpose === "interest";
}

/** Whether a member has a balance of this purpose that her passbook keeps: savings that grow, a debt that falls. */
export function hasBalance(purpose: DepositPurpose): boolean {
  return purpose === "pledge" || purpose === "special" || purpose === "principal";
}
