import type { messagingApi } from "@line/bot-sdk";
import type { LoanRequestView } from "../domain/loans/requests/request-view";
import type { NoticeKind } from "../domain/notices";
import { admissionStanding, type AdmissionView } from "./admission";
import { callbackRequested, type CallbackView } from "./callbacks";
import { countStep } from "./closing";
import type { CountStepView } from "./count-steps";
import { keeperAsked, type KeeperAskView } from "./keeping";
import { loanCosign, loanFacts, type RequestPlanView } from "./loan-asking";
import {
  guaranteeAsked,
  guaranteeCards,
  guaranteeEntry,
  guaranteeFacts,
  guaranteeOver,
  type GuaranteeEntryView,
  type GuaranteeView,
} from "./loan-guarantees";
import { requestStanding } from "./loan-requests";
import { keeperNamed } from "./closing-texts";
import { dayClosed, type DayClosedView } from "./day-closed";
import { dayReports } from "./day-reports";
import { dayStillOpen, type DayView } from "./days";
import { loanRenderers, type Decision, type LoanNoticeViews } from "./loan-notices";
import { messagesLow } from "./month-messages";
import { dayReopened, dayUnplanned, type ReopenedDayView, type UnplannedDayView } from "./unplanned-day";
import { dayMoved, dayReminder, type DayMovedView, type DayReminderView } from "./calendar";
import { caseAnswered, caseOpened, type CaseView } from "./cases";
import { differenceReceipt, type DifferenceReceiptView } from "./difference-receipt";
import { differenceCards, type DifferencePlanView } from "./differences";
import { depositReceipt, type DepositReceiptView } from "./deposits";
import { linkTakenNotice, linkUsed, type LinkTakenView, type LinkUsedView } from "./link-code-notices";
import {
  linkEnded,
  linkLocked,
  linkOfficerNotice,
  linkReplaced,
  linkRequest,
  linkRequestDecided,
  linkUnlocked,
  type LinkLockedView,
  type LinkRequestView,
  type LinkUnlockedView,
  type LinkView,
} from "./link-notices";
import {
  helperDecided,
  helperEnded,
  helperMade,
  helperRequest,
  type HelperEndedView,
  type HelperRequestView,
} from "./passbook-helpers";
import { handOverState, type HandOverView } from "./hand-over";
import { officeChangeCards, type OfficeChangeView } from "./officers";
import { officeCashCards, officeCashReceived, type OfficeCashPlanView } from "./office-cash";
import type { DecisionView } from "./office-cards";
import {
  paymentChangeCards,
  paymentChangeTold,
  paymentStopped,
  type PaymentChangePlanView,
  type StoppedChangeView,
  type ToldChangeView,
} from "./payment-details";
import { gapsToSign, goLiveCards, goLiveTold, parallelCards, type TurnPlanView } from "./parallel";
import { passbookDiffers, type PassbookGapView } from "./passbook-gap";
import { paperRequest, type PaperView } from "./paper";
import { paymentDecided, paymentReceipt, paymentRequest, paymentUnheard, type PaymentView } from "./payments";
import { pledgeDecided, pledgeRequest, pledgeWish, type PledgeChangeView, type PledgePlanView } from "./pledge-changes";
import {
  reversalAfterClosing,
  reversalDecided,
  reversalDone,
  reversalRequest,
  reversalUnheard,
  type ReversalAfterClosingView,
  type ReversalDecidedView,
  type ReversalView,
} from "./reversals";
import {
  ruleProposal,
  rulesChanged,
  rulesDecided,
  rulesRequest,
  type RuleChangesView,
  type RuleDecisionView,
} from "./rule-changes";
import type { Reader } from "./speak";
import { settlementDecided, settlementRequest, type SettlementView } from "./suspense";
import { withdrawalRequest, withdrawalStanding, type WithdrawalView } from "./withdrawals";
import { transfersOverdue, type OverdueView } from "./transfer-list";
import { transferRequest, transferStatus, transferTornApart, type TransferView } from "./transfers";

/** What each kind of notice tells: what a use case puts into its view. */
export interface NoticeViews extends Record<Exclude<NoticeKind, keyof LoanNoticeViews>, object>, LoanNoticeViews {
  "receipt.deposit": DepositReceiptView;
  "receipt.payment": PaymentView;
  "receipt.difference": DifferenceReceiptView;
  "payment.request": PaymentView & Decision;
  "payment.unheard": PaymentView;
  "withdrawal.request": WithdrawalView & { payCash: string; payBank: string; refuse: string };
  "withdrawal.asked": WithdrawalView & { cancel: string };
  "withdrawal.refused": WithdrawalView;
  "difference.request": DifferencePlanView & DecisionView & Decision;
  "difference.decided": DifferencePlanView & DecisionView;
  "suspense.request": SettlementView & Decision;
  "suspense.decided": SettlementView;
  "pledge.wished": PledgePlanView & { propose: string };
  "pledge.request": PledgeChangeView & Decision;
  "pledge.decided": PledgeChangeView;
  "pledge.changed": PledgeChangeView;
  "loan.cosign": RequestPlanView & { confirm: string };
  "guarantee.asked": GuaranteeView & { agree: string; decline: string };
  "guarantee.entry": GuaranteeView & { agree: string; decline: string };
  "guarantee.request": GuaranteeEntryView & DecisionView & { approve: string; reject: string };
  "guarantee.decided": GuaranteeEntryView & DecisionView;
  "guarantee.told": LoanRequestView & { name?: string };
  "guarantee.over": LoanRequestView;
  "payment.decided": PaymentView;
  "member.admission": AdmissionView;
  "receipt.reversed": ReversalView;
  "reversal.request": ReversalView & Decision;
  "reversal.decided": ReversalDecidedView;
  "reversal.after-closing": ReversalAfterClosingView;
  "reversal.unheard": ReversalView;
  "link.made": LinkView;
  "link.used": LinkUsedView;
  "link.taken": LinkTakenView;
  "link.replaced": LinkView;
  "link.ended": LinkView;
  "link.request": LinkRequestView & Decision;
  "link.officer": LinkRequestView;
  "link.locked": LinkLockedView;
  "link.unlocked": LinkUnlockedView;
  "helper.request": HelperRequestView & Decision;
  "helper.officer": HelperRequestView;
  "helper.made": HelperRequestView & { forHelper: boolean };
  "helper.ended": HelperEndedView;
  "rules.proposed": RuleChangesView & { propose: string; read: string };
  "rules.request": RuleDecisionView & Decision & { read: string };
  "rules.decided": RuleDecisionView;
  "rules.changed": RuleChangesView;
  "officers.request": OfficeChangeView & Decision;
  "officers.decided": OfficeChangeView;
  "officers.hand-over": HandOverView;
  "receipt.office-cash": DepositReceiptView;
  "office-cash.request": OfficeCashPlanView & DecisionView & Decision;
  "office-cash.decided": OfficeCashPlanView & DecisionView;
  "office-cash.received": DepositReceiptView;
  "parallel-run.request": TurnPlanView & DecisionView & Decision;
  "parallel-run.decided": TurnPlanView & DecisionView;
  "go-live.request": TurnPlanView & DecisionView & Decision;
  "go-live.decided": TurnPlanView & DecisionView;
  "passbook.differs": PassbookGapView & { agree: string; deny: string };
  "go-live.told": Parameters<typeof goLiveTold>[1];
  "transfer.request": TransferView & { confirm: string; refuse: string };
  "transfer.decided": TransferView;
  "transfer.torn-apart": TransferView;
  "transfer.overdue": OverdueView;
  "paper.request": PaperView & { photograph: string };
  "payment-details.request": PaymentChangePlanView & DecisionView & Decision;
  "payment-details.decided": PaymentChangePlanView & DecisionView;
  "payment-details.stopped": StoppedChangeView;
  "payment-details.changed": ToldChangeView;
  "case.opened": CaseView & { reply: string; read: string };
  "case.escalated": CaseView & { reply: string; read: string };
  "case.answered": CaseView & { close: string; wrong: string; read: string };
  "callback.requested": CallbackView;
  "day.unplanned": UnplannedDayView;
  "day.reopened": ReopenedDayView;
  "day.report-again": DayView;
  "messages.low": { percent: number };
  "messages.gone": { percent: number };
  "day.moved": DayMovedView;
  "day.reminder": DayReminderView;
  "day.coming": DayReminderView;
  "day.report": DayView;
  "day.keeper": DayView;
  "keeper.asked": KeeperAskView;
  "day.closed": DayClosedView;
  "day.totals": DayClosedView;
  "count.turn": CountStepView;
  "day.still-open": Pick<DayView, "group" | "day">;
}

type Renderers = { [Kind in NoticeKind]: (reader: Reader, view: NoticeViews[Kind]) => messagingApi.Message[] };

const renderers: Renderers = {
  ...loanRenderers,
  "receipt.deposit": (reader, view) => [depositReceipt(reader, view)],
  "receipt.payment": (reader, view) => [paymentReceipt(reader, view)],
  "receipt.difference": (reader, view) => [differenceReceipt(reader, view)],
  "payment.request": (reader, view) => [paymentRequest(reader, view)],
  "payment.unheard": (reader, view) => [paymentUnheard(reader, view)],
  "withdrawal.request": (reader, view) => [withdrawalRequest(reader, view)],
  "withdrawal.asked": (reader, view) => [withdrawalStanding(reader, view)],
  "withdrawal.refused": (reader, view) => [withdrawalStanding(reader, view)],
  "difference.request": (reader, view) => [differenceCards.request(reader, view)],
  "difference.decided": (reader, view) => [differenceCards.decided(reader, view)],
  "suspense.request": (reader, view) => [settlementRequest(reader, view)],
  "suspense.decided": (reader, view) => [settlementDecided(reader, view)],
  "pledge.wished": (reader, view) => [pledgeWish(reader, view)],
  "pledge.request": (reader, view) => [pledgeRequest(reader, view)],
  "pledge.decided": (reader, view) => [pledgeDecided(reader, view)],
  "pledge.changed": (reader, view) => [pledgeDecided(reader, view)],
  "loan.cosign": (reader, view) => [loanFacts(reader, view), loanCosign(reader, view)],
  "guarantee.asked": (reader, view) => [guaranteeFacts(reader, view), guaranteeAsked(reader, view)],
  "guarantee.entry": (reader, view) => [guaranteeFacts(reader, view), guaranteeEntry(reader, view)],
  "guarantee.request": (reader, view) => [guaranteeCards.request(reader, view)],
  "guarantee.decided": (reader, view) => [guaranteeCards.decided(reader, view)],
  "guarantee.told": (reader, view) => [requestStanding(reader, view)],
  "guarantee.over": (reader, view) => [guaranteeOver(reader, view)],
  "payment.decided": (reader, view) => [paymentDecided(reader, view)],
  "member.admission": (reader, view) => [admissionStanding(reader, view)],
  "receipt.reversed": (reader, view) => [reversalDone(reader, view)],
  "reversal.request": (reader, view) => [reversalRequest(reader, view)],
  "reversal.decided": (reader, view) => [reversalDecided(reader, view)],
  "reversal.after-closing": (reader, view) => [reversalAfterClosing(reader, view)],
  "reversal.unheard": (reader, view) => [reversalUnheard(reader, view)],
  "link.made": (reader, view) => [linkOfficerNotice(reader, view)],
  "link.used": (reader, view) => [linkUsed(reader, view)],
  "link.taken": (reader, view) => [linkTakenNotice(reader, view)],
  "link.replaced": (reader, view) => [linkReplaced(reader, view)],
  "link.ended": (reader, view) => [linkEnded(reader, view)],
  "link.request": (reader, view) => [linkRequest(reader, view)],
  "link.officer": (reader, view) => [linkRequestDecided(reader, view)],
  "link.locked": (reader, view) => [linkLocked(reader, view)],
  "link.unlocked": (reader, view) => [linkUnlocked(reader, view)],
  "helper.request": (reader, view) => [helperRequest(reader, view)],
  "helper.officer": (reader, view) => [helperDecided(reader, view)],
  "helper.made": (reader, view) => [helperMade(reader, view)],
  "helper.ended": (reader, view) => [helperEnded(reader, view)],
  "rules.proposed": (reader, view) => [ruleProposal(reader, view)],
  "rules.request": (reader, view) => [rulesRequest(reader, view)],
  "rules.decided": (reader, view) => [rulesDecided(reader, view)],
  "rules.changed": (reader, view) => [rulesChanged(reader, view)],
  "officers.request": (reader, view) => [officeChangeCards.request(reader, view)],
  "officers.decided": (reader, view) => [officeChangeCards.decided(reader, view)],
  "officers.hand-over": (reader, view) => [handOverState(reader, view)],
  "receipt.office-cash": (reader, view) => [depositReceipt(reader, view)],
  "office-cash.request": (reader, view) => [officeCashCards.request(reader, view)],
  "office-cash.decided": (reader, view) => [officeCashCards.decided(reader, view)],
  "office-cash.received": (reader, view) => [officeCashReceived(reader, view)],
  "parallel-run.request": (reader, view) => [parallelCards.request(reader, view)],
  "parallel-run.decided": (reader, view) => [parallelCards.decided(reader, view)],
  "passbook.differs": (reader, view) => [passbookDiffers(reader, view)],
  "go-live.request": (reader, view) => [...gapsToSign(reader, view), goLiveCards.request(reader, view)],
  "go-live.decided": (reader, view) => [goLiveCards.decided(reader, view)],
  "go-live.told": (reader, view) => [goLiveTold(reader, view)],
  "transfer.request": (reader, view) => [transferRequest(reader, view)],
  "transfer.decided": (reader, view) => [transferStatus(reader, view)],
  "transfer.torn-apart": (reader, view) => [transferTornApart(reader, view)],
  "transfer.overdue": (reader, view) => [transfersOverdue(reader, view)],
  "paper.request": (reader, view) => [paperRequest(reader, view)],
  "payment-details.request": (reader, view) => [paymentChangeCards.request(reader, view)],
  "payment-details.decided": (reader, view) => [paymentChangeCards.decided(reader, view)],
  "payment-details.stopped": (reader, view) => [paymentStopped(reader, view)],
  "payment-details.changed": (reader, view) => [paymentChangeTold(reader, view)],
  "case.opened": (reader, view) => [caseOpened(reader, view)],
  "case.escalated": (reader, view) => [caseOpened(reader, view)],
  "case.answered": (reader, view) => [caseAnswered(reader, view)],
  "callback.requested": (reader, view) => [callbackRequested(reader, view)],
  "day.report": (reader, view) => dayReports(reader, view),
  "day.keeper": (reader, view) => [keeperNamed(reader, view)],
  "keeper.asked": (reader, view) => [keeperAsked(reader, view)],
  "day.closed": (reader, view) => [dayClosed(reader, view)],
  "day.totals": (reader, view) => [dayClosed(reader, view)],
  "count.turn": (reader, view) => [countStep(reader, view)],
  "day.unplanned": (reader, view) => [dayUnplanned(reader, view)],
  "day.reopened": (reader, view) => [dayReopened(reader, view)],
  "day.report-again": (reader, view) => dayReports(reader, view),
  "messages.low": (reader, view) => [messagesLow(reader, view)],
  "messages.gone": (reader, view) => [messagesLow(reader, view)],
  "day.moved": (reader, view) => [dayMoved(reader, view)],
  "day.reminder": (reader, view) => [dayReminder(reader, view)],
  "day.coming": (reader, view) => [dayReminder(reader, view)],
  "day.still-open": (reader, view) => [dayStillOpen(reader, view)],
};

/**
 * The messages of a notice in its reader's language. The view is what `NoticeViews` names for the kind, with the postback data of its
 * buttons by name; a use case knows no language, so it hands it on as a plain object.
 */
export function renderNotice(reader: Reader, kind: NoticeKind, view: object): messagingApi.Message[] {
  const render = renderers[kind] as (reader: Reader, view: object) => messagingApi.Message[];
  return render(reader, view);
}
