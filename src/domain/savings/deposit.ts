import type { FinanceMode } from "../groups/group";
import { account, type AccountCode } from "../ledger/accounts";
import type { Satang } from "../money";

/** For what a member hands money over, in the order in which receipts name it. */
export const depositPurposes = ["pledge", "special", "entryFee", "fine", "welfare", "principal", "interest"] as const;
export type DepositPurpose = (typeof depositPurposes)[number];

/** One sum that a member hands over; principal and interest are of one of her contracts. */
export interface DepositSplit {
  purpose: DepositPurpose;
  /** Satang. */
  amount: Satang;
  contractNo?: string;
}

/** The account on which a purpose stands in the books of a group. A group that takes no interest does not earn by fines either: they go to charity. */
export function accountOf(purpose: DepositPurpose, financeMode: FinanceMode): AccountCode {
  switch (purpose) {
    case "pledge":
      return account.pledgeSavings;
    case "special":
      return account.specialSavings;
    case "entryFee":
      return account.entryFees;
    case "fine":
      return financeMode === "interest-free" || financeMode === "murabaha" ? account.charity : account.fines;
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
  return depositPurposes.find((purpose) => accountOf(purpose, "interest") === code) ?? "pledge";
}

/** Whether this is paid on one of the member's loan contracts. */
export function isOfLoan(purpose: DepositPurpose): boolean {
  return purpose === "principal" || purpose === "interest";
}

/** Whether a member has a balance of this purpose that her passbook keeps: savings that grow, a debt that falls. */
export function hasBalance(purpose: DepositPurpose): boolean {
  return purpose === "pledge" || purpose === "special" || purpose === "principal";
}
