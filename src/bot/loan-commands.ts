import * as arrears from "./commands/arrears";
import * as ballots from "./commands/ballots";
import * as loanChanges from "./commands/loan-changes";
import * as grace from "./commands/grace";
import { showLoanPapers } from "./commands/loan-papers";
import * as loanPayouts from "./commands/loan-payouts";
import * as myLoans from "./commands/my-loans";
import { showVoteRows } from "./commands/loan-vote-rows";
import * as resolutions from "./commands/resolutions";
import * as sittings from "./commands/sittings";
import * as setOff from "./commands/set-off";
import { showLoans } from "./commands/tiles";

/** Everything about loans that a person asks in words. */
export const loanCommands = [
  ...myLoans.loanQuestions,
  showLoans,
  loanPayouts.showPayouts,
  resolutions.showResolutions,
  sittings.askSitting,
  arrears.showArrears,
  ...grace.graceQuestions,
  showLoanPapers,
  setOff.askSetOff,
  loanChanges.askLoanChange,
];

/** The buttons of the answers. */
export const loanButtons = [
  ...myLoans.loanButtons,
  ...ballots.ballotButtons,
  showVoteRows,
  resolutions.showRegister,
  ...sittings.sittingButtons,
  ...arrears.arrearsButtons,
  ...grace.graceButtons,
  ...loanPayouts.payoutButtons,
  ...setOff.setOffButtons,
  ...loanChanges.loanChangeButtons,
];
