import type { CommandName } from "../understanding/commands";
import type { PostbackCommand, TextCommand } from "./command";
import { loanRequestButtons, loanRequestWords } from "./loan-buttons";
import { toldButtons } from "./told-buttons";
import * as admission from "./commands/admission";
import * as audit from "./commands/audit";
import * as callbacks from "./commands/callbacks";
import * as closing from "./commands/closing";
import * as keeping from "./commands/keeping";
import * as closingWords from "./commands/closing-words";
import * as calendar from "./commands/calendar";
import * as caseAnswers from "./commands/case-answers";
import * as caseTakenOver from "./commands/case-taken-over";
import * as caseTips from "./commands/case-tips";
import * as cases from "./commands/cases";
import * as consent from "./commands/consent";
import * as day from "./commands/day";
import * as deposit from "./commands/deposit";
import * as batch from "./commands/deposit-batch";
import * as differences from "./commands/differences";
import * as desk from "./commands/desk";
import * as drop from "./commands/drop";
import * as help from "./commands/help";
import * as incomings from "./commands/incomings";
import * as link from "./commands/link";
import * as linkCode from "./commands/link-code";
import * as members from "./commands/members";
import * as office from "./commands/office";
import * as handOver from "./commands/hand-over";
import * as helpers from "./commands/passbook-helpers";
import * as officeCash from "./commands/office-cash";
import * as officers from "./commands/officers";
import * as paper from "./commands/paper";
import * as paymentDetails from "./commands/payment-details";
import * as papers from "./commands/papers";
import * as practice from "./commands/practice";
import * as parallel from "./commands/parallel";
import * as payments from "./commands/payments";
import * as pledges from "./commands/pledge-changes";
import * as receiptCheck from "./commands/receipt-check";
import * as reverse from "./commands/reverse";
import * as ruleProposals from "./commands/rule-proposals";
import * as rules from "./commands/rules";
import * as savings from "./commands/savings";
import * as stopHelping from "./commands/stop-helping";
import * as suspense from "./commands/suspense";
import * as sheets from "./commands/sheets";
import * as settings from "./commands/settings";
import * as tiles from "./commands/tiles";
import * as transferAnswers from "./commands/transfer-answers";
import * as transfers from "./commands/transfers";
import * as why from "./commands/why";
import * as waiting from "./commands/waiting";
import * as answerWithdrawals from "./commands/answer-withdrawals";
import * as welfare from "./commands/welfare";
import * as withdrawals from "./commands/withdrawals";
import { loanButtons, loanCommands } from "./loan-commands";

/** Every thing that a person can ask in words or by a tile: the table of contents of the conversation. */
const words: TextCommand[] = [
  savings.showBalance,
  savings.showEntries,
  savings.showReceipts,
  receiptCheck.checkReceiptCommand,
  transfers.tellTransfer,
  transferAnswers.showTransfers,
  ...loanCommands,
  ...loanRequestWords,
  tiles.showWelfare,
  tiles.showNextDay,
  rules.showRulesWord,
  tiles.talk,
  ...tiles.deskMatters,
  withdrawals.askWithdrawal,
  day.askOpenDay,
  deposit.askDeposit,
  batch.askBatch,
  desk.openDesk,
  payments.askPayment,
  reverse.askReversal,
  admission.askAdmission,
  pledges.askPledge,
  incomings.askIncoming,
  suspense.showSuspense,
  day.askCloseDay,
  sheets.beginSheet,
  differences.showDifferences,
  closingWords.showGroupMoney,
  closingWords.tally,
  closingWords.showPassbookText,
  closingWords.showSigningList,
  waiting.showWaiting,
  office.showDayStatus,
  office.showReports,
  papers.showPaper,
  audit.checkBooksWord,
  audit.showLooks,
  members.findMembers,
  office.announce,
  office.showGroups,
  office.shareKnowledge,
  calendar.moveDayWord,
  calendar.cancelDayWord,
  calendar.remindMe,
  calendar.remindMeNot,
  cases.tellMissing,
  caseTips.tellWithoutName,
  caseTakenOver.tellTakenOverWord,
  caseAnswers.showCases,
  callbacks.askCallbackWord,
  callbacks.showCallbacks,
  linkCode.askLinkCodeFor,
  linkCode.unlock,
  linkCode.askChatCode,
  paper.askPaper,
  paymentDetails.askPaymentChange,
  paymentDetails.askPaymentStop,
  officers.askOfficeChange,
  officeCash.askOfficeCash,
  officeCash.askOfficeCashEnd,
  handOver.askHandOver,
  helpers.askHelper,
  helpers.askHelperEnd,
  stopHelping.askStopHelping,
  consent.giveConsentWord,
  consent.declineConsentWord,
  link.askUnlink,
  link.lockOwnAccess,
  settings.askLanguage,
  settings.askStop,
  settings.undoStop,
  ...parallel.parallelWords,
  ...practice.practiceWords,
  help.privacy,
  why.whyThis,
  help.helpCommand,
  help.menuCommand,
  help.smalltalk,
];

/** Every button. */
const buttons: PostbackCommand[] = [
  consent.askConsent,
  consent.giveConsentButton,
  consent.readConsent,
  consent.declineConsent,
  savings.showMoreBalances,
  savings.showEntriesPage,
  savings.choosePeriodButton,
  savings.showReceiptsPage,
  day.askOpenDayOf,
  day.confirmOpenDay,
  day.askCloseDayOf,
  day.confirmCloseDay,
  day.showDayChanges,
  closing.beginCounting,
  closing.askCounter,
  closing.startCounting,
  closing.askSum,
  closing.chooseSum,
  closing.bankBookAbsent,
  closing.bankBookAbsentToo,
  closing.acceptCount,
  closing.countOnceMore,
  keeping.askKeeper,
  keeping.chooseKeeperOf,
  keeping.sayTaken,
  keeping.showAskedKeeper,
  keeping.showBankFirst,
  sheets.beginSheetIn,
  differences.showDifferencesIn,
  differences.confirmDifference,
  differences.differenceAnswer.approve,
  differences.differenceAnswer.reject,
  closingWords.showGroupMoneyOf,
  closingWords.tallyIn,
  closingWords.showPassbookTextIn,
  closingWords.showSigningListOf,
  deposit.askDepositIn,
  deposit.askDepositOf,
  deposit.confirmDeposit,
  batch.askBatchIn,
  batch.confirmBatch,
  desk.openDeskOf,
  drop.dropCard,
  drop.noneOfThese,
  ...loanButtons,
  ...payments.paymentButtons,
  admission.askAdmissionIn,
  admission.askAdmissionOf,
  admission.confirmAdmission,
  withdrawals.askWithdrawalOf,
  withdrawals.askWithdrawalSumOf,
  withdrawals.confirmWithdrawal,
  withdrawals.cancelWithdrawalButton,
  ...answerWithdrawals.withdrawalButtons,
  suspense.showSuspenseOf,
  suspense.showSuspenseItem,
  suspense.askSuspenseOwner,
  suspense.askSuspensePayee,
  suspense.askSettlementOf,
  suspense.confirmSettlement,
  suspense.settlementAnswer.approve,
  suspense.settlementAnswer.reject,
  pledges.askPledgeWishOf,
  pledges.confirmPledgeWish,
  pledges.askPledgeIn,
  pledges.proposePledge,
  pledges.confirmPledgeChange,
  pledges.pledgeAnswer.approve,
  pledges.pledgeAnswer.reject,
  incomings.askIncomingIn,
  incomings.askIncomingSum,
  incomings.askIncomingPlaceOf,
  incomings.confirmIncoming,
  reverse.askReversalOf,
  reverse.confirmReversalRequest,
  reverse.reversalAnswer.approve,
  reverse.reversalAnswer.reject,
  waiting.showMatter,
  office.showDayStatusOf,
  office.showReportOf,
  members.findMembersIn,
  members.showMember,
  papers.showPaperOf,
  audit.checkBooksOf,
  audit.showLooksOf,
  linkCode.askLinkCodeIn,
  linkCode.makeLinkCodeFor,
  linkCode.linkCodeAnswer.approve,
  linkCode.linkCodeAnswer.reject,
  linkCode.askChatCodeIn,
  officers.askOfficeChangeIn,
  officers.confirmOfficeChange,
  officers.officersAnswer.approve,
  officers.officersAnswer.reject,
  officeCash.askOfficeCashIn,
  officeCash.confirmOfficeCash,
  officeCash.officeCashAnswer.approve,
  officeCash.officeCashAnswer.reject,
  officeCash.askOfficeCashEndIn,
  officeCash.confirmOfficeCashEnd,
  paper.confirmPaperName,
  paper.askPhotograph,
  paper.confirmSignedPaper,
  paymentDetails.askPaymentChangeIn,
  paymentDetails.confirmPaymentChange,
  paymentDetails.paymentDetailsAnswer.approve,
  paymentDetails.paymentDetailsAnswer.reject,
  paymentDetails.askPaymentStopIn,
  paymentDetails.confirmPaymentStop,
  handOver.askHandOverIn,
  handOver.confirmHandOver,
  helpers.chooseHelperPair,
  helpers.confirmHelper,
  helpers.helperAnswer.approve,
  helpers.helperAnswer.reject,
  helpers.chooseHelperEndIn,
  helpers.askHelperEndOf,
  helpers.confirmHelperEnd,
  stopHelping.askStopHelpingOf,
  link.askUnlinkOf,
  link.confirmUnlink,
  callbacks.askCallback,
  callbacks.cancelCallback,
  callbacks.showMoreCallbacks,
  callbacks.finishCallbackButton,
  calendar.moveDayIn,
  calendar.confirmDayChange,
  tiles.showTileOf,
  tiles.showMoreNextDays,
  welfare.showMoreBenefits,
  welfare.showBenefit,
  rules.showRulesOf,
  rules.showMoreClauses,
  rules.showClause,
  ruleProposals.showProposal,
  ruleProposals.readChanges,
  ruleProposals.askProposal,
  ruleProposals.confirmProposal,
  ruleProposals.rulesAnswer.approve,
  ruleProposals.rulesAnswer.reject,
  ...toldButtons,
  ...loanRequestButtons,
  ...parallel.parallelButtons,
  ...practice.practiceButtons,
  settings.chooseLanguage,
  settings.chooseStop,
];

export const textCommands: ReadonlyMap<CommandName, TextCommand> = new Map(
  words.map((command) => [command.name, command]),
);
export const postbackCommands: ReadonlyMap<string, PostbackCommand> = new Map(
  buttons.map((command) => [command.name, command]),
);
