import { z } from "zod";
import { listBallots } from "../../app/approvals/ballots/list-ballots";
import { answerCommands } from "../../app/approvals/second-officers";
import { listWaitingFor } from "../../app/approvals/waiting";
import { findWaitingCounts } from "../../app/closing/own-counts";
import { casesToAnswer } from "../../app/cases/list-cases";
import { getHelperRequest } from "../../app/helpers/helper-requests";
import { getReversalRequest } from "../../app/ledger/reversals";
import { getPledgeRequest } from "../../app/members/pledge-changes";
import { getTurnRequest } from "../../app/parallel-run/decide-run";
import { getPaymentRequest } from "../../app/payments/payments";
import { getDifferenceRequest } from "../../app/differences/settle-difference";
import { listSittings } from "../../app/loans/sittings/list-sittings";
import { matters as votedOn } from "../../app/matters";
import { listWithdrawals, paymentFor } from "../../app/withdrawals/answer-withdrawals";
import { withdrawalView } from "../../app/withdrawals/withdrawal-view";
import { getGuaranteeEntry } from "../../app/loans/requests/enter-answer";
import { getLinkRequest } from "../../app/linking/link-codes";
import { getOfficeCashRequest } from "../../app/office-cash/office-cash";
import { getPaymentChangeRequest } from "../../app/payment-details/payment-details";
import { getOfficeChangeRequest } from "../../app/officers/office-changes";
import { getSettlementRequest } from "../../app/suspense/settlements";
import { getRulesRequest, readProposal } from "../../app/rules/decide-rules";
import { listDrafts } from "../../app/rules/drafts";
import type { ProposalView } from "../../app/rules/proposals";
import { listTransfersToAnswer } from "../../app/transfers/list-transfers";
import { approvalKinds, type ApprovalKind } from "../../domain/approvals/two-officers";
import { getChangeRequest } from "../../app/loans/changes/change-contract";
import { getSetOffRequest } from "../../app/loans/changes/set-off";
import { DomainError } from "../../domain/errors";
import { linkRequest } from "../../messages/link-notices";
import { mattersAtOnce, openMatters, type Matter } from "../../messages/matters";
import { differenceCards } from "../../messages/differences";
import { officeCashCards } from "../../messages/office-cash";
import { paymentChangeCards } from "../../messages/payment-details";
import { officeChangeCards } from "../../messages/officers";
import { helperRequest } from "../../messages/passbook-helpers";
import { guaranteeCards } from "../../messages/loan-guarantees";
import { gapsToSign, goLiveCards, parallelCards } from "../../messages/parallel";
import { loanChangeCards } from "../../messages/loan-changes";
import { setOffCards } from "../../messages/set-off";
import { paymentRequest } from "../../messages/payments";
import { pledgeRequest } from "../../messages/pledge-changes";
import { reversalRequest } from "../../messages/reversals";
import { settlementRequest } from "../../messages/suspense";
import { rulesRequest } from "../../messages/rule-changes";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { entryMatters } from "./guarantee-entries";

const requestViews = {
  reversal: getReversalRequest,
  payment: getPaymentRequest,
  link: getLinkRequest,
  helper: getHelperRequest,
  rules: getRulesRequest,
  officers: getOfficeChangeRequest,
  "office-cash": getOfficeCashRequest,
  suspense: getSettlementRequest,
  difference: getDifferenceRequest,
  "payment-details": getPaymentChangeRequest,
  pledge: getPledgeRequest,
  "parallel-run": getTurnRequest,
  "go-live": getTurnRequest,
  "set-off": getSetOffRequest,
  "loan-change": getChangeRequest,
  guarantee: getGuaranteeEntry,
};

/** รอเราตัดสิน, and what a typed อนุมัติ or ยกเลิก gets: it never acts, it lists what is open. */
export const showWaiting = textCommand({
  name: "waiting",
  question: true,
  async handle(chat) {
    const waiting = await listWaitingFor(chat.tx, chat.actor, chat.now);
    const open: Matter[] = [];
    const nothing = { member: null, receipt: null, helper: null, payment: null };
    for (const { group, dayId, as } of await findWaitingCounts(chat.tx, chat.actor)) {
      const ref = { groupId: group.id, dayId };
      const data =
        as === "keeper"
          ? chat.newAction("closing.asked", ref)
          : chat.newAction("closing.count", { ...ref, goesOn: true });
      open.push({ kind: as === "keeper" ? "keeper" : "count", group, ...nothing, data });
    }
    for (const { id, kind } of waiting.slice(0, mattersAtOnce)) {
      const view = await requestViews[kind](chat.tx, id, chat.now);
      open.push({
        kind,
        group: view.group,
        member: "member" in view ? view.member : null,
        receipt: "receipt" in view ? view.receipt : null,
        helper: "helper" in view ? view.helper : null,
        payment: "payment" in view ? view.payment : null,
        ...("settlement" in view ? { difference: view.settlement.amount } : {}),
        ...("version" in view ? resolutionOf(view) : {}),
        ...("resolution" in view && view.resolution !== null ? { resolution: view.resolution } : {}),
        ...("change" in view && "resolution" in view.change ? { resolution: view.change.resolution } : {}),
        data: chat.newAction("waiting.show", { kind, approvalId: id }),
      });
    }
    for (const { ballotId, group, member, ...vote } of await listBallots(chat.tx, chat.actor, votedOn, chat.now))
      open.push({ kind: "ballot", group, ...nothing, member, vote, data: chat.newAction("ballot.show", { ballotId }) });
    for (const { sittingId, group } of await listSittings(chat.tx, chat.actor, chat.now))
      open.push({ kind: "sitting", group, ...nothing, data: chat.newAction("sitting.show", { sittingId }) });
    open.push(...(await entryMatters(chat)));
    for (const { id: proposalId } of await listDrafts(chat.tx, chat.actor)) {
      const view = await readProposal(chat.tx, chat.actor, proposalId, chat.now);
      const data = chat.newAction("rules.proposal", { proposalId });
      open.push({ kind: "rulesDraft", group: view.group, ...nothing, ...resolutionOf(view), data });
    }
    for (const request of await listWithdrawals(chat.tx, chat.actor)) {
      const { group, member, amount } = await withdrawalView(chat.tx, request);
      const payment = paymentFor({ ...request, amount }, "cash");
      const data = chat.newAction("withdrawal.show", { requestId: request.id });
      open.push({ kind: "withdrawal", group, member, receipt: null, helper: null, payment, data });
    }
    const transfers = (await listTransfersToAnswer(chat.tx, chat.actor, chat.now)) ?? [];
    for (const { noticeId, round, group, member, total } of transfers.slice(0, mattersAtOnce)) {
      const data = chat.newAction("transfer.show", { noticeId, round });
      const none = { receipt: null, helper: null, payment: null };
      open.push({ kind: "transfer", group, member, ...none, transferred: total, data });
    }
    for (const { caseId, group, member } of (await casesToAnswer(chat.tx, chat.actor)).slice(0, mattersAtOnce)) {
      const data = chat.newAction("case.show", { caseId, isToAnswer: true });
      open.push({ kind: "case", group, member, receipt: null, helper: null, payment: null, data });
    }
    return { say: [openMatters(chat.reader, { matters: open })] };
  },
});

const resolutionOf = ({ version }: ProposalView): Pick<Matter, "resolution"> =>
  version.resolution ? { resolution: version.resolution.no } : {};

/** One of the open matters: its card, with its buttons, for whom it waits. */
export const showMatter = postbackCommand({
  name: "waiting.show",
  once: false,
  input: z.object({ kind: z.enum(approvalKinds), approvalId: z.string() }),
  async handle(chat, { kind, approvalId }) {
    const waiting = await listWaitingFor(chat.tx, chat.actor, chat.now);
    if (!waiting.some((approval) => approval.id === approvalId))
      throw new DomainError("card.outdated", { why: "changed" });
    return matterCard(chat, kind, approvalId);
  },
});

async function matterCard(chat: Chat, kind: ApprovalKind, approvalId: string): Promise<Answer> {
  const buttons = {
    approve: chat.newAction(`${answerCommands[kind]}.approve`, { approvalId }),
    reject: chat.newAction(`${answerCommands[kind]}.reject`, { approvalId }),
  };
  switch (kind) {
    case "reversal":
      return {
        say: [reversalRequest(chat.reader, { ...(await getReversalRequest(chat.tx, approvalId)), ...buttons })],
      };
    case "payment":
      return { say: [paymentRequest(chat.reader, { ...(await getPaymentRequest(chat.tx, approvalId)), ...buttons })] };
    case "difference": {
      const view = await getDifferenceRequest(chat.tx, approvalId);
      return { say: [differenceCards.request(chat.reader, { ...view, ...buttons })] };
    }
    case "suspense":
      return {
        say: [settlementRequest(chat.reader, { ...(await getSettlementRequest(chat.tx, approvalId)), ...buttons })],
      };
    case "pledge":
      return {
        say: [pledgeRequest(chat.reader, { ...(await getPledgeRequest(chat.tx, approvalId, chat.now)), ...buttons })],
      };
    case "link":
      return { say: [linkRequest(chat.reader, { ...(await getLinkRequest(chat.tx, approvalId)), ...buttons })] };
    case "helper":
      return { say: [helperRequest(chat.reader, { ...(await getHelperRequest(chat.tx, approvalId)), ...buttons })] };
    case "officers": {
      const view = await getOfficeChangeRequest(chat.tx, approvalId);
      return { say: [officeChangeCards.request(chat.reader, { ...view, ...buttons })] };
    }
    case "office-cash": {
      const view = await getOfficeCashRequest(chat.tx, approvalId);
      return { say: [officeCashCards.request(chat.reader, { ...view, ...buttons })] };
    }
    case "parallel-run":
      return {
        say: [parallelCards.request(chat.reader, { ...(await getTurnRequest(chat.tx, approvalId)), ...buttons })],
      };
    case "go-live": {
      const view = await getTurnRequest(chat.tx, approvalId);
      return {
        say: [...gapsToSign(chat.reader, view), goLiveCards.request(chat.reader, { ...view, ...buttons })],
      };
    }
    case "set-off": {
      const view = await getSetOffRequest(chat.tx, approvalId);
      return { say: [setOffCards.request(chat.reader, { ...view, ...buttons })] };
    }
    case "loan-change": {
      const view = await getChangeRequest(chat.tx, approvalId);
      return { say: [loanChangeCards.request(chat.reader, { ...view, ...buttons })] };
    }
    case "guarantee":
      return {
        say: [guaranteeCards.request(chat.reader, { ...(await getGuaranteeEntry(chat.tx, approvalId)), ...buttons })],
      };
    case "payment-details": {
      const view = await getPaymentChangeRequest(chat.tx, approvalId, chat.now);
      return { say: [paymentChangeCards.request(chat.reader, { ...view, ...buttons })] };
    }
    case "rules": {
      const view = await getRulesRequest(chat.tx, approvalId);
      const read = chat.newAction("rules.changes", { proposalId: view.proposalId, from: 0 });
      return { say: [rulesRequest(chat.reader, { ...view, ...buttons, read })] };
    }
  }
}
