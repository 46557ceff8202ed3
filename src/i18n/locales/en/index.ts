import accounts from "./accounts.json";
import arrears from "./arrears.json";
import admission from "./admission.json";
import ballots from "./ballots.json";
import betweenDays from "./between-days.json";
import boxes from "./boxes.json";
import calendar from "./calendar.json";
import callbacks from "./callbacks.json";
import closing from "./closing.json";
import cases from "./cases.json";
import common from "./common.json";
import dayPaper from "./day-paper.json";
import days from "./days.json";
import counting from "./counting.json";
import deposits from "./deposits.json";
import desk from "./desk.json";
import differences from "./differences.json";
import errors from "./errors.json";
import handOver from "./hand-over.json";
import help from "./help.json";
import helpers from "./helpers.json";
import incomings from "./incomings.json";
import keeping from "./keeping.json";
import linking from "./linking.json";
import loanChanges from "./loan-changes.json";
import loanAsking from "./loan-asking.json";
import loanGuarantees from "./loan-guarantees.json";
import grace from "./grace.json";
import guaranteeEntries from "./guarantee-entries.json";
import loanRequests from "./loan-requests.json";
import loanBallots from "./loan-ballots.json";
import loanRules from "./loan-rules.json";
import members from "./members.json";
import menu from "./menu.json";
import myLoans from "./my-loans.json";
import notices from "./notices.json";
import officeCash from "./office-cash.json";
import officers from "./officers.json";
import paper from "./paper.json";
import paymentDetails from "./payment-details.json";
import parallelTexts from "./parallel.json";
import passbookGap from "./passbook-gap.json";
import loanPapers from "./loan-papers.json";
import setOff from "./set-off.json";
import payments from "./payments.json";
import payouts from "./payouts.json";
import pages from "./pages.json";
import papers from "./papers.json";
import people from "./people.json";
import pledges from "./pledges.json";
import positions from "./positions.json";
import practice from "./practice.json";
import questions from "./questions.json";
import resolutions from "./resolutions.json";
import reversals from "./reversals.json";
import rules from "./rules.json";
import sameSum from "./same-sum.json";
import savings from "./savings.json";
import sheets from "./sheets.json";
import sittings from "./sittings.json";
import suspense from "./suspense.json";
import tiles from "./tiles.json";
import withdrawals from "./withdrawals.json";
import transferQr from "./transfer-qr.json";
import transfers from "./transfers.json";
import unheard from "./unheard.json";

import type { th } from "../th";

/** The English texts, in the shape of the Thai ones. */
export const en: typeof th = {
  accounts,
  admission,
  arrears,
  ballots,
  betweenDays,
  boxes,
  calendar,
  callbacks,
  closing,
  cases,
  common,
  counting,
  dayPaper,
  days,
  deposits,
  desk,
  differences,
  errors,
  handOver,
  help,
  helpers,
  incomings,
  keeping,
  linking,
  loanChanges,
  loanAsking,
  loanGuarantees,
  grace,
  guaranteeEntries,
  loanRequests,
  votes: { loan: loanBallots },
  loanRules,
  members,
  menu,
  myLoans,
  notices,
  officeCash,
  officers,
  paper,
  paymentDetails,
  ...parallelTexts,
  passbookGap,
  loanPapers,
  setOff,
  payments,
  payouts,
  pages,
  papers,
  people,
  pledges,
  positions,
  practice,
  questions,
  resolutions,
  reversals,
  rules,
  sameSum,
  savings,
  sheets,
  sittings,
  suspense,
  tiles,
  withdrawals,
  transferQr,
  transfers,
  unheard,
};
