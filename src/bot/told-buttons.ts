import type { PostbackCommand } from "./command";
import * as caseAnswers from "./commands/case-answers";
import * as caseTakenOver from "./commands/case-taken-over";
import * as caseTips from "./commands/case-tips";
import * as cases from "./commands/cases";
import * as transferAnswers from "./commands/transfer-answers";
import * as transferParts from "./commands/transfer-parts";
import * as transferShares from "./commands/transfer-shares";
import * as transferSlips from "./commands/transfer-slips";
import * as transfers from "./commands/transfers";

/** The buttons of what members tell: that something is wrong, and that they transferred. */
export const toldButtons: readonly PostbackCommand[] = [
  cases.askCase,
  cases.sendCaseRound,
  cases.sendCase,
  cases.chooseCaseEntry,
  caseTips.tellWithoutNameIn,
  caseTakenOver.sendTakenOver,
  caseAnswers.askCaseAnswer,
  caseAnswers.sendAnswer,
  caseAnswers.closeCase,
  caseAnswers.wrongCase,
  caseAnswers.showCase,
  caseAnswers.showMoreCases,
  caseAnswers.showCaseTexts,
  transfers.tellTransferOf,
  transferParts.settleTransfer,
  transferShares.chooseShare,
  transferSlips.showTransferQr,
  transferSlips.withoutSlip,
  transferSlips.confirmTransferTold,
  transferAnswers.confirmTransferButton,
  transferAnswers.askTransferRefusal,
  transferAnswers.showMoreTransfers,
  transferAnswers.showTransferToAnswer,
  transferAnswers.showOwnTransfer,
];
