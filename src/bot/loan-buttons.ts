import type { PostbackCommand, TextCommand } from "./command";
import * as entries from "./commands/guarantee-entries";
import * as guarantors from "./commands/loan-guarantors";
import * as request from "./commands/loan-request";
import * as standing from "./commands/loan-standing";

/** What members say about loans that they ask for or guarantee. */
export const loanRequestWords: readonly TextCommand[] = [
  request.askLoanRequest,
  standing.showOwnRequests,
  standing.showLimits,
  guarantors.showOwnGuarantees,
  entries.showEntries,
];

/** The buttons of asking for a loan, and of standing for one. */
export const loanRequestButtons: readonly PostbackCommand[] = [
  request.askLoanRequestOf,
  request.tellLoan,
  request.showLoanRows,
  request.confirmLoanRequest,
  request.cosignLoan,
  standing.askCancel,
  standing.confirmCancel,
  standing.acceptOffer,
  standing.declineOffer,
  standing.showLimitsOf,
  guarantors.askGuarantorOf,
  guarantors.pickGuarantor,
  guarantors.confirmGuarantor,
  guarantors.agreeToGuarantee,
  guarantors.declineGuarantee,
  guarantors.askLeave,
  guarantors.confirmLeave,
  entries.showEntry,
  guarantors.askEntry,
  guarantors.confirmEntry,
  guarantors.entryAnswer.approve,
  guarantors.entryAnswer.reject,
];
