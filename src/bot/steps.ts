import type { Conversation } from "../storage/conversations";
import type { ConversationStep } from "./command";
import { choosePassbookStep } from "./commands/choose-passbook";
import * as callbacks from "./commands/callbacks";
import * as closing from "./commands/closing";
import * as caseAnswers from "./commands/case-answers";
import * as caseTips from "./commands/case-tips";
import * as cases from "./commands/cases";
import * as ballots from "./commands/ballots";
import * as loanGuarantors from "./commands/loan-guarantors";
import * as loanRequest from "./commands/loan-request";
import * as paper from "./commands/paper";
import * as loanPayouts from "./commands/loan-payouts";
import * as payments from "./commands/payments";
import * as reverse from "./commands/reverse";
import * as sittings from "./commands/sittings";
import * as suspense from "./commands/suspense";
import * as transferAnswers from "./commands/transfer-answers";
import * as transferSlips from "./commands/transfer-slips";
import * as transfers from "./commands/transfers";
import * as answerWithdrawals from "./commands/answer-withdrawals";
import * as withdrawals from "./commands/withdrawals";

/** Every step of a conversation that waits for words. */
const steps: ConversationStep[] = [
  reverse.reversalReasonStep,
  withdrawals.withdrawalSumStep,
  suspense.suspenseOwnerStep,
  suspense.suspensePayeeStep,
  payments.paymentPayeeStep,
  loanPayouts.payoutReceiverStep,
  loanPayouts.loanPaperPhotoStep,
  loanPayouts.payoutSlipStep,
  answerWithdrawals.refusalReasonStep,
  callbacks.callbackNote,
  choosePassbookStep,
  transfers.transferWhoseStep,
  transfers.transferSumsStep,
  transferSlips.transferSlipStep,
  transferAnswers.transferReasonStep,
  cases.caseWordsStep,
  caseTips.tipStep,
  caseTips.tipSendStep,
  caseAnswers.caseAnswerStep,
  caseAnswers.caseWrongStep,
  sittings.sittingWordsStep,
  sittings.sittingLinesStep,
  ballots.ballotReasonStep,
  ballots.ballotAskStep,
  ballots.ballotAnswerStep,
  closing.countedSumStep,
  paper.paperPhotoStep,
  ...loanRequest.loanRequestSteps,
  loanGuarantors.guarantorStep,
];

const byName: ReadonlyMap<string, ConversationStep> = new Map(steps.map((step) => [step.name, step]));

/** The step that an open conversation waits for; undefined: none is open. */
export function stepOf(conversation: Conversation | null): ConversationStep | undefined {
  return conversation ? byName.get(`${conversation.name}.${conversation.step}`) : undefined;
}
