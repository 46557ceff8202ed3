import {
  loanCosignSamples,
  loanPreviewSamples,
  loanQuestionSamples,
  planSample,
} from "../../flex-messages/loan-requests/asking.sample";
import {
  guaranteeAskedSamples,
  guaranteeEntryAskedSamples,
  guaranteeEntryConfirmationSamples,
  guaranteeEntryDecidedSamples,
  guaranteeEntryRequestSamples,
  guaranteeOverSamples,
  guaranteeStandingSamples,
  guarantorConfirmationSamples,
} from "../../flex-messages/loan-requests/guarantee.sample";
import { requestStandingSamples } from "../../flex-messages/loan-requests/request.sample";
import { longest, samplesOf, usual } from "../../flex-messages/values.sample";
import {
  askLoan,
  cosignAsked,
  loanCosign,
  loanLimits,
  loanFacts,
  loanPreview,
  loanSchedule,
} from "../../src/messages/loan-asking";
import {
  askGuarantor,
  askIfSure,
  guaranteeAsked,
  guaranteeFacts,
  guaranteeCards,
  guaranteeEntry,
  guaranteeOver,
  guaranteeStanding,
  guarantorConfirmation,
  noEntries,
  nothingAsked,
} from "../../src/messages/loan-guarantees";
import { requestStanding } from "../../src/messages/loan-requests";
import { cardEntry, textEntry, type GalleryEntry } from "./entry";

/** Cards about requests for loans, and about standing for one. */
export const loanRequestCardEntries: readonly GalleryEntry[] = [
  cardEntry("loanPreview", loanPreview, loanPreviewSamples),
  cardEntry("loanCosign", loanCosign, loanCosignSamples),
  cardEntry("requestStanding", requestStanding, requestStandingSamples),
  cardEntry("guarantorConfirmation", guarantorConfirmation, guarantorConfirmationSamples),
  cardEntry("guaranteeAsked", guaranteeAsked, guaranteeAskedSamples),
  cardEntry("guaranteeStanding", guaranteeStanding, guaranteeStandingSamples),
  cardEntry("guaranteeOver", guaranteeOver, guaranteeOverSamples),
  cardEntry("guaranteeEntry", guaranteeEntry, guaranteeAskedSamples),
  cardEntry("guaranteeEntryConfirmation", guaranteeCards.confirmation, guaranteeEntryConfirmationSamples),
  cardEntry("guaranteeEntryAsked", guaranteeCards.asked, guaranteeEntryAskedSamples),
  cardEntry("guaranteeEntryRequest", guaranteeCards.request, guaranteeEntryRequestSamples),
  cardEntry("guaranteeEntryDecided", guaranteeCards.decided, guaranteeEntryDecidedSamples),
];

const planned = (values: typeof usual) => {
  const { group, draft, schedule } = planSample(values);
  return { group, amount: draft.amount, schedule };
};

/** What is asked and told of a loan in plain texts. */
export const loanRequestTexts: readonly GalleryEntry[] = [
  textEntry("loanFacts", loanFacts, loanPreviewSamples),
  textEntry("guaranteeFacts", guaranteeFacts, guaranteeAskedSamples),
  textEntry("askLoan", askLoan, loanQuestionSamples),
  textEntry("loanSchedule", loanSchedule, samplesOf(planned)),
  textEntry(
    "loanLimits",
    loanLimits,
    samplesOf(({ group, member, balance, small, data }) => ({
      group,
      member,
      savings: balance,
      owed: small,
      asked: small,
      limits: [
        { product: "ordinary" as const, left: balance, clause: "8" },
        { product: "special" as const, left: null, clause: "12" },
      ],
      ask: data,
    })),
  ),
  textEntry(
    "cosignAsked",
    cosignAsked,
    samplesOf(({ others }) => ({ cosigners: others.slice(0, 2) })),
  ),
  textEntry("askGuarantor", askGuarantor, { usual: { missing: 2 } }),
  textEntry("askIfSure", askIfSure, {
    ...samplesOf(({ small, member, data }) => ({
      what: "cancel" as const,
      requestNo: "ก12/2569",
      amount: small,
      member,
      confirm: data,
      drop: data,
    })),
    leave: {
      what: "leave",
      requestNo: "ก12/2569",
      amount: longest.small,
      member: longest.member,
      confirm: usual.data,
      drop: usual.data,
    },
  }),
  textEntry("noEntries", noEntries, { usual: {} }),
  textEntry("nothingAsked", nothingAsked, { request: { what: "request" }, guarantee: { what: "guarantee" } }),
];
