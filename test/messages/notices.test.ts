import { describe, expect, it } from "@jest/globals";
import { noticeKinds, type NoticeKind } from "../../src/domain/notices";
import { languages } from "../../src/i18n/language";
import { renderNotice, type NoticeViews } from "../../src/messages/notices";
import { plainText } from "../../src/messages/plain-text";
import { callbackRequestedSamples } from "../../flex-messages/callbacks/callback-requested.sample";
import { closingReportSamples } from "../../flex-messages/closing/closing-report.sample";
import { countStepSamples, keeperAskedSamples } from "../../flex-messages/closing/count-step.sample";
import { dayClosedSamples } from "../../flex-messages/closing/day-closed.sample";
import { movedDay, remindedDay } from "../../flex-messages/calendar/day-change.sample";
import { checkedCase } from "../../flex-messages/cases/case.sample";
import { reopenedDayOf, unplannedDayOf } from "../../flex-messages/days/unplanned-day.sample";
import { dayReportSamples } from "../../flex-messages/days/day-report.sample";
import { withdrawalRequestSamples, withdrawalStandingSamples } from "../../flex-messages/payments/withdrawal.sample";
import { settlementDecidedSamples, settlementRequestSamples } from "../../flex-messages/payments/suspense.sample";
import {
  pledgeDecidedSamples,
  pledgeRequestSamples,
  pledgeWishSamples,
} from "../../flex-messages/payments/pledge.sample";
import {
  ballotDecidedSamples,
  ballotRequestSamples,
  ballotAnswerSamples,
  loanDecidedSamples,
  ballotQuestionSamples,
} from "../../flex-messages/loan-requests/ballot.sample";
import { sittingRequestSamples, sittingStandingSamples } from "../../flex-messages/loan-requests/sitting.sample";
import {
  arrearsNoticeSamples,
  lateGuaranteeSamples,
  loanReminderSamples,
} from "../../flex-messages/loans/arrears.sample";
import { guaranteeToldSamples, requestReleasedSamples } from "../../flex-messages/payments/payout.sample";
import { admissionStandingSamples } from "../../flex-messages/payments/admission.sample";
import { depositReceiptSamples } from "../../flex-messages/deposits/deposit-receipt.sample";
import {
  linkLockedSamples,
  linkRequestDecidedSamples,
  linkSamples,
  linkTakenSamples,
  linkUnlockedSamples,
  linkUsedSamples,
} from "../../flex-messages/linking/link-notice.sample";
import {
  helperDecidedSamples,
  helperEndedSamples,
  helperMadeSamples,
  helperRequestSamples,
} from "../../flex-messages/helpers/helper-question.sample";
import { linkRequestSamples } from "../../flex-messages/linking/link-request.sample";
import {
  paymentDecidedSamples,
  paymentReceiptSamples,
  paymentRequestSamples,
} from "../../flex-messages/payments/payment.sample";
import {
  handOverStateSamples,
  officeCashDecidedSamples,
  officeCashRequestSamples,
  officeChangeDecidedSamples,
  officeChangeRequestSamples,
} from "../../flex-messages/office/matter.sample";
import {
  paymentChangeDecidedSamples,
  paymentChangeRequestSamples,
  paymentChangeToldSamples,
  paymentStoppedSamples,
} from "../../flex-messages/office/payment-details.sample";
import {
  differenceDecidedSamples,
  differenceReceiptSamples,
  differenceRequestSamples,
} from "../../flex-messages/office/difference.sample";
import { passbookGapSamples, turnDecidedSamples, turnRequestSamples } from "../../flex-messages/office/parallel.sample";
import {
  loanChangeDecidedSamples,
  loanChangeRequestSamples,
  loanChangeToldSamples,
} from "../../flex-messages/office/loan-change.sample";
import {
  setOffDecidedSamples,
  setOffRequestSamples,
  setOffToldSamples,
} from "../../flex-messages/office/set-off.sample";
import { loanCosignSamples } from "../../flex-messages/loan-requests/asking.sample";
import {
  guaranteeAskedSamples,
  guaranteeEntryDecidedSamples,
  guaranteeEntryRequestSamples,
  guaranteeOverSamples,
} from "../../flex-messages/loan-requests/guarantee.sample";
import { requestStandingSamples } from "../../flex-messages/loan-requests/request.sample";
import { paperRequestSamples } from "../../flex-messages/office/paper.sample";
import { reversalAfterClosingSamples } from "../../flex-messages/reversals/reversal-after-closing.sample";
import { reversalDecidedSamples } from "../../flex-messages/reversals/reversal-decided.sample";
import { reversalDoneSamples } from "../../flex-messages/reversals/reversal-done.sample";
import { reversalRequestSamples } from "../../flex-messages/reversals/reversal-request.sample";
import {
  ruleDecisionSamples,
  ruleProposalSamples,
  rulesChangedSamples,
  rulesRequestSamples,
} from "../../flex-messages/rules/rule-change.sample";
import { waitingTransfer } from "../../flex-messages/transfers/transfer.sample";
import { usual } from "../../flex-messages/values.sample";
import { validateMessages } from "../../scripts/simulator/limits/validate-messages";

const first = <View>(samples: Readonly<Record<string, View>>): View => Object.values(samples)[0] as View;

const decided = { decidedBy: null, decidedAt: null };
const views: { [Kind in NoticeKind]: NoticeViews[Kind] } = {
  "receipt.deposit": first(depositReceiptSamples),
  "receipt.payment": first(paymentReceiptSamples),
  "payment.request": first(paymentRequestSamples),
  "withdrawal.request": first(withdrawalRequestSamples),
  "withdrawal.asked": { ...first(withdrawalStandingSamples), cancel: usual.data },
  "withdrawal.refused": first(withdrawalStandingSamples),
  "receipt.difference": first(differenceReceiptSamples),
  "difference.request": first(differenceRequestSamples),
  "difference.decided": first(differenceDecidedSamples),
  "suspense.request": first(settlementRequestSamples),
  "suspense.decided": first(settlementDecidedSamples),
  "pledge.wished": first(pledgeWishSamples),
  "pledge.request": first(pledgeRequestSamples),
  "pledge.decided": first(pledgeDecidedSamples),
  "pledge.changed": first(pledgeDecidedSamples),
  "loan.cosign": first(loanCosignSamples),
  "guarantee.asked": first(guaranteeAskedSamples),
  "guarantee.entry": first(guaranteeAskedSamples),
  "guarantee.request": first(guaranteeEntryRequestSamples),
  "guarantee.decided": first(guaranteeEntryDecidedSamples),
  "guarantee.told": first(requestStandingSamples),
  "guarantee.over": first(guaranteeOverSamples),
  "payment.decided": first(paymentDecidedSamples),
  "set-off.request": first(setOffRequestSamples),
  "set-off.decided": first(setOffDecidedSamples),
  "set-off.told": first(setOffToldSamples),
  "loan-change.request": first(loanChangeRequestSamples),
  "loan-change.decided": first(loanChangeDecidedSamples),
  "loan-change.told": first(loanChangeToldSamples),
  "sitting.request": first(sittingRequestSamples),
  "sitting.wrong": first(sittingStandingSamples),
  "loan.coming": first(loanReminderSamples),
  "loan.tomorrow": first(loanReminderSamples),
  "loan.late": first(loanReminderSamples),
  "loan.behind": first(arrearsNoticeSamples),
  "guarantee.late": first(lateGuaranteeSamples),
  "ballot.request": first(ballotRequestSamples),
  "ballot.reminder": first(ballotRequestSamples),
  "ballot.decided": first(ballotDecidedSamples),
  "loan.decided": first(loanDecidedSamples),
  "ballot.question": first(ballotQuestionSamples),
  "ballot.answer": first(ballotAnswerSamples),
  "payout.guarantee": first(guaranteeToldSamples),
  "payout.released": first(requestReleasedSamples),
  "payment.unheard": first(paymentDecidedSamples),
  "member.admission": first(admissionStandingSamples),
  "receipt.reversed": first(reversalDoneSamples),
  "reversal.request": { ...first(reversalRequestSamples), ...decided },
  "reversal.decided": first(reversalDecidedSamples),
  "reversal.after-closing": first(reversalAfterClosingSamples),
  "reversal.unheard": first(reversalDoneSamples),
  "link.made": first(linkSamples),
  "link.used": first(linkUsedSamples),
  "link.taken": first(linkTakenSamples),
  "link.replaced": first(linkSamples),
  "link.ended": first(linkSamples),
  "link.request": first(linkRequestSamples),
  "link.officer": first(linkRequestDecidedSamples),
  "link.locked": first(linkLockedSamples),
  "link.unlocked": first(linkUnlockedSamples),
  "helper.request": first(helperRequestSamples),
  "helper.officer": first(helperDecidedSamples),
  "helper.made": first(helperMadeSamples),
  "helper.ended": first(helperEndedSamples),
  "rules.proposed": first(ruleProposalSamples),
  "rules.request": first(rulesRequestSamples),
  "rules.decided": first(ruleDecisionSamples),
  "rules.changed": first(rulesChangedSamples),
  "officers.request": first(officeChangeRequestSamples),
  "officers.decided": first(officeChangeDecidedSamples),
  "officers.hand-over": first(handOverStateSamples),
  "receipt.office-cash": first(depositReceiptSamples),
  "office-cash.request": first(officeCashRequestSamples),
  "office-cash.decided": first(officeCashDecidedSamples),
  "office-cash.received": first(depositReceiptSamples),
  "parallel-run.request": first(turnRequestSamples),
  "parallel-run.decided": first(turnDecidedSamples),
  "go-live.request": first(turnRequestSamples),
  "go-live.decided": first(turnDecidedSamples),
  "passbook.differs": first(passbookGapSamples),
  "go-live.told": { group: usual.group, on: usual.on },
  "transfer.request": { ...waitingTransfer(usual), confirm: usual.data, refuse: usual.data },
  "transfer.decided": waitingTransfer(usual),
  "transfer.torn-apart": { ...waitingTransfer(usual), state: "refused" },
  "transfer.overdue": { group: usual.group, who: "confirmers", lines: [{ ...waitingTransfer(usual), daysOverdue: 1 }] },
  "paper.request": first(paperRequestSamples),
  "payment-details.request": first(paymentChangeRequestSamples),
  "payment-details.decided": first(paymentChangeDecidedSamples),
  "payment-details.stopped": first(paymentStoppedSamples),
  "payment-details.changed": first(paymentChangeToldSamples),
  "case.opened": { ...checkedCase(usual), reply: usual.data, read: usual.data },
  "case.escalated": { ...checkedCase(usual), isEscalated: true, reply: usual.data, read: usual.data },
  "case.answered": { ...checkedCase(usual), close: usual.data, wrong: usual.data, read: usual.data },
  "callback.requested": first(callbackRequestedSamples),
  "day.unplanned": unplannedDayOf(usual),
  "day.reopened": reopenedDayOf(usual),
  "day.report-again": first(closingReportSamples),
  "messages.low": { percent: 80 },
  "messages.gone": { percent: 100 },
  "day.report": first(closingReportSamples),
  "day.keeper": first(closingReportSamples),
  "keeper.asked": first(keeperAskedSamples),
  "day.closed": first(dayClosedSamples),
  "day.totals": first(dayClosedSamples),
  "count.turn": first(countStepSamples),
  "day.moved": movedDay(usual),
  "day.reminder": remindedDay(usual),
  "day.coming": remindedDay(usual),
  "day.still-open": first(dayReportSamples),
};

describe("notices", () => {
  it.each(Object.keys(noticeKinds) as NoticeKind[])("%s has its messages in every language", (kind) => {
    for (const language of languages) {
      const messages = renderNotice({ language }, kind, views[kind]);
      expect(messages.length).toBeGreaterThan(0);
      expect(validateMessages("push", messages)).toEqual([]);
    }
  });

  it("marks a receipt that is shown again as a copy, on the card and in the notification", () => {
    const [message] = renderNotice({ language: "th" }, "receipt.deposit", { ...views["receipt.deposit"], copy: true });
    if (!message) throw new Error("a receipt is a message");
    expect(plainText(message).text).toContain("สำเนาใบเสร็จเดิม ไม่ได้รับเงินเพิ่ม");
    expect(message).toMatchObject({ altText: expect.stringContaining("ไม่ได้รับเงินเพิ่ม") });
  });

  it("refuses a request without its buttons", () => {
    const { approve: _approve, ...without } = views["reversal.request"];
    expect(() => renderNotice({ language: "th" }, "reversal.request", without)).toThrow(Error);
  });
});
