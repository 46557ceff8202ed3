import { loanScheduleSamples, myLoansSamples, payOffSamples } from "../../flex-messages/loans/loan.sample";
import { loanSchedule, myLoans, payOffQuote } from "../../src/messages/my-loans";
import { ballotCardEntries } from "./ballot-cards";
import { loanRequestCardEntries } from "./loan-request-cards";
import { sittingCardEntries } from "./sitting-texts";
import { cardEntry, type GalleryEntry } from "./entry";

/** Cards about loans: those that members have, and those that they ask for. */
export const loanCardEntries: readonly GalleryEntry[] = [
  ...loanRequestCardEntries,
  ...ballotCardEntries,
  ...sittingCardEntries,
  cardEntry("myLoans", myLoans, myLoansSamples),
  cardEntry("loanSchedule", loanSchedule, loanScheduleSamples),
  cardEntry("payOffQuote", payOffQuote, payOffSamples),
];
