import { add } from "../../src/domain/money";
import { depositPurposes, hasBalance, isOfLoan } from "../../src/domain/savings/deposit";
import type { DepositChange } from "../../src/messages/views";
import type { SampleValues } from "../values.sample";

/** A sum of every purpose, as a member may hand them over in one go. */
export const everyRow = (values: SampleValues): DepositChange[] =>
  depositPurposes.map((purpose) => ({
    purpose,
    amount: values.amount,
    ...(isOfLoan(purpose) ? { contractNo: "102/2569" } : {}),
    change: hasBalance(purpose) ? { before: values.balance, after: add(values.balance, values.amount) } : null,
  }));

/** What a borrower usually brings: her pledge, principal and interest. */
export const loanRows = (values: SampleValues): DepositChange[] =>
  everyRow(values).filter(({ purpose }) => purpose === "pledge" || isOfLoan(purpose));
