import { caseCardEntries } from "./case-cards";
import { openPagesAt } from "../../src/messages/page-links";
import { loanCardEntries } from "./loan-cards";
import { payoutCardEntries } from "./payout-cards";
import { officeCardEntries } from "./office-cards";
import { parallelCardEntries } from "./parallel-cards";
import { practiceCardEntries } from "./practice-cards";
import { dayMoveConfirmationSamples, dayMovedSamples } from "../../flex-messages/calendar/day-change.sample";
import { callbackListSamples } from "../../flex-messages/callbacks/callback-list.sample";
import { callbackRequestedSamples } from "../../flex-messages/callbacks/callback-requested.sample";
import { closingReportSamples } from "../../flex-messages/closing/closing-report.sample";
import {
  countStepSamples,
  keeperAboveSamples,
  keeperAskedSamples,
} from "../../flex-messages/closing/count-step.sample";
import { dayClosedSamples } from "../../flex-messages/closing/day-closed.sample";
import { closeDayConfirmationSamples } from "../../flex-messages/days/close-day-confirmation.sample";
import { dayOpenedSamples } from "../../flex-messages/days/day-opened.sample";
import { dayReportSamples } from "../../flex-messages/days/day-report.sample";
import { openDayConfirmationSamples } from "../../flex-messages/days/open-day-confirmation.sample";
import { deskDoorSamples } from "../../flex-messages/desk/desk-door.sample";
import { depositConfirmationSamples } from "../../flex-messages/deposits/deposit-confirmation.sample";
import { depositReceiptSamples, treasurerReceiptSamples } from "../../flex-messages/deposits/deposit-receipt.sample";
import { refusalSamples } from "../../flex-messages/help/refusal.sample";
import {
  helperDecidedSamples,
  helperEndedSamples,
  helperMadeSamples,
  helperQuestionSamples,
  helperRequestSamples,
} from "../../flex-messages/helpers/helper-question.sample";
import { linkCodeSamples } from "../../flex-messages/linking/link-code.sample";
import {
  linkLockedSamples,
  linkRequestDecidedSamples,
  linkSamples,
  linkTakenSamples,
  linkUnlockedSamples,
  linkUsedSamples,
} from "../../flex-messages/linking/link-notice.sample";
import { linkRequestSamples } from "../../flex-messages/linking/link-request.sample";
import { linkedSamples } from "../../flex-messages/linking/linked.sample";
import { unlinkConfirmationSamples } from "../../flex-messages/linking/unlink-confirmation.sample";
import { consentRequestSamples } from "../../flex-messages/people/consent-request.sample";
import { stopChoiceSamples } from "../../flex-messages/people/stop-choice.sample";
import { welcomeSamples } from "../../flex-messages/people/welcome.sample";
import { batchConfirmationSamples } from "../../flex-messages/deposits/batch-confirmation.sample";
import { incomingConfirmationSamples, incomingReceiptSamples } from "../../flex-messages/payments/incoming.sample";
import {
  settlementAskedSamples,
  settlementConfirmationSamples,
  settlementDecidedSamples,
  settlementRequestSamples,
  suspenseItemSamples,
  suspenseListSamples,
} from "../../flex-messages/payments/suspense.sample";
import {
  pledgeConfirmationSamples,
  pledgeDecidedSamples,
  pledgeRequestSamples,
  pledgeWishSamples,
} from "../../flex-messages/payments/pledge.sample";
import {
  withdrawalConfirmationSamples,
  withdrawalRequestSamples,
  withdrawalStandingSamples,
} from "../../flex-messages/payments/withdrawal.sample";
import { admissionConfirmationSamples, admissionStandingSamples } from "../../flex-messages/payments/admission.sample";
import {
  paymentAskedSamples,
  paymentConfirmationSamples,
  paymentDecidedSamples,
  paymentReceiptSamples,
  paymentRequestSamples,
} from "../../flex-messages/payments/payment.sample";
import { auditSamples } from "../../flex-messages/papers/audit.sample";
import { memberCardSamples } from "../../flex-messages/members/member.sample";
import { paperSamples } from "../../flex-messages/papers/paper.sample";
import { shownReceiptSamples } from "../../flex-messages/papers/receipt.sample";
import { reversalAfterClosingSamples } from "../../flex-messages/reversals/reversal-after-closing.sample";
import { reversalAskedSamples } from "../../flex-messages/reversals/reversal-asked.sample";
import { reversalConfirmationSamples } from "../../flex-messages/reversals/reversal-confirmation.sample";
import { reversalDecidedSamples } from "../../flex-messages/reversals/reversal-decided.sample";
import { reversalDoneSamples } from "../../flex-messages/reversals/reversal-done.sample";
import { reversalRequestSamples } from "../../flex-messages/reversals/reversal-request.sample";
import { clauseSamples } from "../../flex-messages/rules/clause.sample";
import { clauseListSamples } from "../../flex-messages/rules/clauses.sample";
import {
  ruleDecisionSamples,
  ruleProposalConfirmationSamples,
  ruleProposalSamples,
  rulesChangedSamples,
  rulesRequestSamples,
} from "../../flex-messages/rules/rule-change.sample";
import { balanceSamples } from "../../flex-messages/savings/balance.sample";
import { balancesSamples } from "../../flex-messages/savings/balances.sample";
import { entriesSamples } from "../../flex-messages/savings/entries.sample";
import { receiptCheckSamples } from "../../flex-messages/savings/receipt-check.sample";
import { receiptsTodaySamples } from "../../flex-messages/savings/receipts-today.sample";
import { loansInfoSamples } from "../../flex-messages/tiles/loans-info.sample";
import { nextDaySamples } from "../../flex-messages/tiles/next-day.sample";
import { complaintSamples } from "../../flex-messages/tiles/complaint.sample";
import { talkToPersonSamples } from "../../flex-messages/tiles/talk-to-person.sample";
import { benefitCardSamples } from "../../flex-messages/welfare/benefit.sample";
import { benefitListSamples } from "../../flex-messages/welfare/benefits.sample";
import { welfareInfoSamples } from "../../flex-messages/tiles/welfare-info.sample";
import { admissionConfirmation, admissionStanding } from "../../src/messages/admission";
import { balances, oneBalance } from "../../src/messages/balance";
import { dayMoveConfirmation, dayMoved } from "../../src/messages/calendar";
import { callbackList, callbackRequested } from "../../src/messages/callbacks";
import { countStep } from "../../src/messages/closing";
import { keeperAbove, keeperAsked } from "../../src/messages/keeping";
import { closingReport } from "../../src/messages/closing-report";
import { dayClosed } from "../../src/messages/day-closed";
import { closeDayConfirmation, dayOpened, dayReport, openDayConfirmation } from "../../src/messages/days";
import { deskDoor } from "../../src/messages/desk";
import { depositConfirmation, depositReceipt, treasurerReceipt } from "../../src/messages/deposits";
import { entries } from "../../src/messages/entries";
import { incomingConfirmation, incomingReceipt } from "../../src/messages/incomings";
import { linkTaken, linkTakenNotice, linkUsed } from "../../src/messages/link-code-notices";
import {
  linkEnded,
  linkLocked,
  linkOfficerNotice,
  linkReplaced,
  linkRequest,
  linkRequestDecided,
  linkUnlocked,
} from "../../src/messages/link-notices";
import { linkCodeMade, linked, unlinkConfirmation } from "../../src/messages/linking";
import {
  helperConfirmation,
  helperDecided,
  helperEndConfirmation,
  helperEnded,
  helperLeaveConfirmation,
  helperMade,
  helperRequest,
} from "../../src/messages/passbook-helpers";
import { consentRequest, stopChoice, welcome } from "../../src/messages/people";
import { receiptCheck, receiptsToday } from "../../src/messages/receipts";
import { refusal } from "../../src/messages/refusal";
import { batchConfirmation } from "../../src/messages/batches";
import {
  paymentAsked,
  paymentConfirmation,
  paymentDecided,
  paymentReceipt,
  paymentRequest,
} from "../../src/messages/payments";
import { auditCard } from "../../src/messages/audit";
import { memberCard } from "../../src/messages/members";
import { paperCard } from "../../src/messages/papers";
import { shownReceipt } from "../../src/messages/shown-receipt";
import {
  reversalAfterClosing,
  reversalAsked,
  reversalConfirmation,
  reversalDecided,
  reversalDone,
  reversalRequest,
} from "../../src/messages/reversals";
import {
  ruleProposal,
  ruleProposalConfirmation,
  rulesAsked,
  rulesChanged,
  rulesDecided,
  rulesRequest,
} from "../../src/messages/rule-changes";
import { clauseCard, clauseList } from "../../src/messages/rules";
import { benefitCard, benefitList } from "../../src/messages/benefits";
import { withdrawalConfirmation, withdrawalRequest, withdrawalStanding } from "../../src/messages/withdrawals";
import { complaint, loansInfo, nextDay, talkToPerson, welfareInfo } from "../../src/messages/tiles";
import {
  settlementAsked,
  settlementConfirmation,
  settlementDecided,
  settlementRequest,
  suspenseItem,
  suspenseList,
} from "../../src/messages/suspense";
import {
  pledgeConfirmation,
  pledgeDecided,
  pledgeRequest,
  pledgeWish,
  pledgeWishConfirmation,
} from "../../src/messages/pledge-changes";
import { cardEntry, type GalleryEntry } from "./entry";

// Cards that link to a page are drawn with their link.
openPagesAt("1000000001-Simul8or");

/** Every card with its example views. */
export const cardEntries: readonly GalleryEntry[] = [
  ...officeCardEntries,
  ...loanCardEntries,
  ...payoutCardEntries,
  ...practiceCardEntries,
  ...parallelCardEntries,
  ...caseCardEntries,
  cardEntry("welcome", welcome, welcomeSamples),
  cardEntry("consentRequest", consentRequest, consentRequestSamples),
  cardEntry("stopChoice", stopChoice, stopChoiceSamples),
  cardEntry("linkCodeMade", linkCodeMade, linkCodeSamples),
  cardEntry("linked", linked, linkedSamples),
  cardEntry("linkRequest", linkRequest, linkRequestSamples),
  cardEntry("linkRequestDecided", linkRequestDecided, linkRequestDecidedSamples),
  cardEntry("linkOfficerNotice", linkOfficerNotice, linkSamples),
  cardEntry("linkReplaced", linkReplaced, linkSamples),
  cardEntry("linkEnded", linkEnded, linkSamples),
  cardEntry("linkLocked", linkLocked, linkLockedSamples),
  cardEntry("linkUnlocked", linkUnlocked, linkUnlockedSamples),
  cardEntry("linkUsed", linkUsed, linkUsedSamples),
  cardEntry("linkTaken", linkTaken, linkTakenSamples),
  cardEntry("linkTakenNotice", linkTakenNotice, linkTakenSamples),
  cardEntry("unlinkConfirmation", unlinkConfirmation, unlinkConfirmationSamples),
  cardEntry("helperConfirmation", helperConfirmation, helperQuestionSamples),
  cardEntry("helperRequest", helperRequest, helperRequestSamples),
  cardEntry("helperDecided", helperDecided, helperDecidedSamples),
  cardEntry("helperMade", helperMade, helperMadeSamples),
  cardEntry("helperEndConfirmation", helperEndConfirmation, helperQuestionSamples),
  cardEntry("helperLeaveConfirmation", helperLeaveConfirmation, helperQuestionSamples),
  cardEntry("helperEnded", helperEnded, helperEndedSamples),
  cardEntry("oneBalance", oneBalance, balanceSamples),
  cardEntry("balances", balances, balancesSamples),
  cardEntry("entries", entries, entriesSamples),
  cardEntry("receiptsToday", receiptsToday, receiptsTodaySamples),
  cardEntry("receiptCheck", receiptCheck, receiptCheckSamples),
  cardEntry("depositConfirmation", depositConfirmation, depositConfirmationSamples),
  cardEntry("depositReceipt", depositReceipt, depositReceiptSamples),
  cardEntry("treasurerReceipt", treasurerReceipt, treasurerReceiptSamples),
  cardEntry("batchConfirmation", batchConfirmation, batchConfirmationSamples),
  cardEntry("deskDoor", deskDoor, deskDoorSamples),
  cardEntry("paymentConfirmation", paymentConfirmation, paymentConfirmationSamples),
  cardEntry("paymentAsked", paymentAsked, paymentAskedSamples),
  cardEntry("paymentRequest", paymentRequest, paymentRequestSamples),
  cardEntry("paymentDecided", paymentDecided, paymentDecidedSamples),
  cardEntry("paymentReceipt", paymentReceipt, paymentReceiptSamples),
  cardEntry("admissionConfirmation", admissionConfirmation, admissionConfirmationSamples),
  cardEntry("admissionStanding", admissionStanding, admissionStandingSamples),
  cardEntry("withdrawalConfirmation", withdrawalConfirmation, withdrawalConfirmationSamples),
  cardEntry("withdrawalStanding", withdrawalStanding, withdrawalStandingSamples),
  cardEntry("withdrawalRequest", withdrawalRequest, withdrawalRequestSamples),
  cardEntry("incomingConfirmation", incomingConfirmation, incomingConfirmationSamples),
  cardEntry("incomingReceipt", incomingReceipt, incomingReceiptSamples),
  cardEntry("suspenseList", suspenseList, suspenseListSamples),
  cardEntry("suspenseItem", suspenseItem, suspenseItemSamples),
  cardEntry("settlementConfirmation", settlementConfirmation, settlementConfirmationSamples),
  cardEntry("settlementAsked", settlementAsked, settlementAskedSamples),
  cardEntry("settlementRequest", settlementRequest, settlementRequestSamples),
  cardEntry("settlementDecided", settlementDecided, settlementDecidedSamples),
  cardEntry("pledgeWishConfirmation", pledgeWishConfirmation, pledgeConfirmationSamples),
  cardEntry("pledgeWish", pledgeWish, pledgeWishSamples),
  cardEntry("pledgeConfirmation", pledgeConfirmation, pledgeConfirmationSamples),
  cardEntry("pledgeRequest", pledgeRequest, pledgeRequestSamples),
  cardEntry("pledgeDecided", pledgeDecided, pledgeDecidedSamples),
  cardEntry("reversalConfirmation", reversalConfirmation, reversalConfirmationSamples),
  cardEntry("reversalRequest", reversalRequest, reversalRequestSamples),
  cardEntry("reversalAsked", reversalAsked, reversalAskedSamples),
  cardEntry("reversalDone", reversalDone, reversalDoneSamples),
  cardEntry("reversalAfterClosing", reversalAfterClosing, reversalAfterClosingSamples),
  cardEntry("reversalDecided", reversalDecided, reversalDecidedSamples),
  cardEntry("openDayConfirmation", openDayConfirmation, openDayConfirmationSamples),
  cardEntry("dayOpened", dayOpened, dayOpenedSamples),
  cardEntry("closeDayConfirmation", closeDayConfirmation, closeDayConfirmationSamples),
  cardEntry("dayReport", dayReport, dayReportSamples),
  cardEntry("countStep", countStep, countStepSamples),
  cardEntry("keeperAbove", keeperAbove, keeperAboveSamples),
  cardEntry("keeperAsked", keeperAsked, keeperAskedSamples),
  cardEntry("closingReport", closingReport, closingReportSamples),
  cardEntry("dayClosed", dayClosed, dayClosedSamples),
  cardEntry("dayMoveConfirmation", dayMoveConfirmation, dayMoveConfirmationSamples),
  cardEntry("dayMoved", dayMoved, dayMovedSamples),
  cardEntry("auditCard", auditCard, auditSamples),
  cardEntry("memberCard", memberCard, memberCardSamples),
  cardEntry("paperCard", paperCard, paperSamples),
  cardEntry("shownReceipt", shownReceipt, shownReceiptSamples),
  cardEntry("nextDay", nextDay, nextDaySamples),
  cardEntry("loansInfo", loansInfo, loansInfoSamples),
  cardEntry("welfareInfo", welfareInfo, welfareInfoSamples),
  cardEntry("benefitList", benefitList, benefitListSamples),
  cardEntry("benefitCard", benefitCard, benefitCardSamples),
  cardEntry("clauseList", clauseList, clauseListSamples),
  cardEntry("clauseCard", clauseCard, clauseSamples),
  cardEntry("ruleProposal", ruleProposal, ruleProposalSamples),
  cardEntry("ruleProposalConfirmation", ruleProposalConfirmation, ruleProposalConfirmationSamples),
  cardEntry("rulesAsked", rulesAsked, ruleDecisionSamples),
  cardEntry("rulesRequest", rulesRequest, rulesRequestSamples),
  cardEntry("rulesDecided", rulesDecided, ruleDecisionSamples),
  cardEntry("rulesChanged", rulesChanged, rulesChangedSamples),
  cardEntry("talkToPerson", talkToPerson, talkToPersonSamples),
  cardEntry("complaint", complaint, complaintSamples),
  cardEntry("callbackRequested", callbackRequested, callbackRequestedSamples),
  cardEntry("callbackList", callbackList, callbackListSamples),
  cardEntry("refusal", refusal, refusalSamples),
];
