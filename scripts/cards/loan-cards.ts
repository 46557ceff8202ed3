import {
  graceOfferSamples,
  loanScheduleSamples,
  myLoansSamples,
  payOffSamples,
} from "../../flex-messages/loans/loan.sample";
import { usual } from "../../flex-messages/values.sample";
import { graceAsked, graceOffer } from "../../src/messages/grace";
import { loanSchedule, myLoans, payOffQuote } from "../../src/messages/my-loans";
import { ballotCardEntries } from "./ballot-cards";
import { loanRequestCardEntries } from "./loan-request-cards";
import { sittingCardEntries } from "./sitting-texts";
import { cardEntry, textEntry, type GalleryEntry } from "./entry";

/** Cards about loans: those that members have, and those that they ask for. */
export const loanCardEntries: readonly GalleryEntry[] = [
  ...loanRequestCardEntries,
  ...ballotCardEntries,
  ...sittingCardEntries,
  cardEntry("myLoans", myLoans, myLoansSamples),
  cardEntry("graceOffer", graceOffer, graceOfferSamples),
  cardEntry("loanSchedule", loanSchedule, loanScheduleSamples),
  cardEntry("payOffQuote", payOffQuote, payOffSamples),
];

/** What is told of a wish for time. */
export const graceTexts: readonly GalleryEntry[] = [
  textEntry("graceAsked", graceAsked, { usual: { contractNo: "102/2569", on: usual.on } }),
];
