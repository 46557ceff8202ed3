import { readCodeLine } from "./code-line";
import { changingCommands, type CommandName, type Phrasing } from "./command-names";
import { readBatch } from "./batch-lines";
import { readDepositLine } from "./deposit-line";
import { readPaymentLine } from "./payment-line";
import { readPayoutLine } from "./payout-line";
import { centralThai } from "./dialect";
import { readHelperLine } from "./helper-line";
import { readIncomingLine } from "./incoming-line";
import { normalise, smallLetters, stripPoliteness, tidied } from "./normalise";
import { readPledgeLine } from "./pledge-line";
import { asksForPeriod } from "./periods";
import { asksForReceipts } from "./receipt-period";
import { closingPhrases } from "./phrases/closing";
import { deskPhrases } from "./phrases/desk";
import { readHandOverLine } from "./hand-over-line";
import { readOfficeLine } from "./office-line";
import { gracePhrases } from "./phrases/grace";
import { loanPayoutPhrases } from "./phrases/loan-payouts";
import { loanPhrases } from "./phrases/loans";
import { leavingGuaranteePhrases, loanRequestPhrases } from "./phrases/loan-requests";
import { moneyPhrases } from "./phrases/money";
import { networkPhrases, notYet } from "./phrases/network";
import { readPaperLine } from "./paper-line";
import { readPaymentDetailsLine } from "./payment-details-line";
import { officePhrases } from "./phrases/offices";
import { officerPhrases } from "./phrases/officers";
import { complaintPhrases, peoplePhrases, smalltalkPhrases } from "./phrases/people";
import { paperPhrases } from "./phrases/papers";
import { readAgreementLine, readDifferenceLine, readParallelLine } from "./parallel-line";
import { parallelPhrases } from "./phrases/parallel";
import { practicePhrases } from "./phrases/practice";
import { sittingPhrases } from "./phrases/sittings";
import { resolutionPhrases } from "./phrases/resolutions";
import { rulePhrases } from "./phrases/rules";
import { savingsPhrases } from "./phrases/savings";
import { tilePhrases } from "./phrases/tiles";
import { asksForLoan } from "./loan-request-line";
import { readLoanChangeLine } from "./loan-change-line";
import { readSetOffLine } from "./set-off-line";
import { slipsBetween } from "./slips";
import { readWithdrawalLine } from "./withdrawal-line";

export { changingCommands, commandNames, type CommandName } from "./command-names";

/** What a text asks for. */
export interface CommandMatch {
  command: CommandName;
  /** What follows the words of the command, as typed but for its digits and spaces. */
  rest: string;
  /** `exact`: its own words. `close`: words that hold or nearly are them; never of a command that changes something. */
  certainty: "exact" | "close";
  /** Everything that the same words may mean, the command first: more than one only where the speaker's role decides. */
  meanings: readonly CommandName[];
}

// The order in which longer texts are tried: what must reach a person first, then what is told apart by more words.
const phrasings: readonly Phrasing[] = [
  ...complaintPhrases,
  ...leavingGuaranteePhrases,
  ...deskPhrases,
  ...moneyPhrases,
  ...gracePhrases,
  ...peoplePhrases,
  ...closingPhrases,
  ...practicePhrases,
  ...parallelPhrases,
  ...paperPhrases,
  ...officerPhrases,
  ...loanPayoutPhrases,
  ...officePhrases,
  ...networkPhrases,
  ...loanPhrases,
  ...loanRequestPhrases,
  ...tilePhrases,
  ...savingsPhrases,
  ...resolutionPhrases,
  ...sittingPhrases,
  ...rulePhrases,
  ...smalltalkPhrases,
];

/** Words that mean one thing at the officers' table and another to a member. */
const ambiguous: ReadonlyMap<string, readonly CommandName[]> = new Map<string, readonly CommandName[]>([
  ["ปิดยอด", ["day.close", "loan.pay-off"]],
  ["ยอด", ["savings.balance", "loan.home"]],
  ["วันทำการ", ["day.status", "meeting.next"]],
]);

const squashed = (text: string): string => text.replace(/[\s\p{P}]+/gu, "");
const essence = (text: string): string => squashed(centralThai(stripPoliteness(normalise(text)))) || text.trim();

const wholeTexts = new Map(
  phrasings.flatMap(({ command, says }) => says.map((text) => [essence(text), command] as const)),
);
const openers = phrasings
  .flatMap(({ command, opens = [] }) =>
    opens.map((text) => ({ command, opener: text.replaceAll(" ", ""), mustEnd: text.endsWith(" ") })),
  )
  .sort((a, b) => b.opener.length - a.opener.length);
const pieces = phrasings.flatMap(({ command, holds = [] }) =>
  holds.map((piece) => ({ command, all: [piece].flat().map((part) => squashed(centralThai(part))) })),
);
const notYetPieces = notYet.map((piece) => squashed(centralThai(piece)));

/** Finds the command that a text asks for, or null: the text asks for nothing that Sajja does, or not clearly enough. */
export function matchCommand(text: string): CommandMatch | null {
  const said = essence(text);
  const meanings = ambiguous.get(said);
  if (meanings?.[0]) return { command: meanings[0], rest: "", certainty: "exact", meanings };
  const whole = wholeTexts.get(said);
  if (whole) return matched(whole, "exact");
  return (
    withdrawalIn(text) ??
    incomingIn(text) ??
    pledgeIn(text) ??
    batchIn(text) ??
    depositIn(text) ??
    payoutIn(text) ??
    paymentIn(text) ??
    officesIn(text) ??
    parallelIn(text) ??
    helperIn(text) ??
    codeIn(text) ??
    entriesIn(text) ??
    receiptsIn(text) ??
    openedBy(text) ??
    heldBy(said, text) ??
    nearestTo(said)
  );
}

function matched(command: CommandName, certainty: CommandMatch["certainty"], rest = ""): CommandMatch {
  return { command, rest, certainty, meanings: [command] };
}

/** A line of the table, also one that cannot be read whole: the command then says how such a line is written. */
function depositIn(text: string): CommandMatch | null {
  const typed = tidied(text);
  const opener = /^(?:รับ|take|receive)(?=\s*\d|.*(?:สัจจะ|พิเศษ|pledge|special).*\d)/i.exec(typed)?.[0];
  if (opener === undefined && !readDepositLine(text)) return null;
  return matched("savings.deposit", "exact", typed.slice(opener?.length ?? typed.search(/\s/)).trim());
}

/** Many lines of the table in one message; its command reads them again. */
function batchIn(text: string): CommandMatch | null {
  return readBatch(text) && matched("savings.batch", "exact", tidied(text));
}

/** A member's wish for money back; its command reads it again. */
function withdrawalIn(text: string): CommandMatch | null {
  return readWithdrawalLine(text) && matched("savings.withdraw", "exact", tidied(text));
}

/** A line about money that no member hands over; its command reads it again. */
function incomingIn(text: string): CommandMatch | null {
  return readIncomingLine(text) && matched("incoming.record", "exact", tidied(text));
}

/** A line that changes a pledge; its command reads it again. */
function pledgeIn(text: string): CommandMatch | null {
  return readPledgeLine(text) && matched("pledge.change", "exact", tidied(text));
}

/** A line about a granted loan, or a contract that changes; its command reads it again. */
function payoutIn(text: string): CommandMatch | null {
  if (readSetOffLine(text)) return matched("loan.set-off", "exact", tidied(text));
  if (readLoanChangeLine(text)) return matched("loan.change", "exact", tidied(text));
  const line = readPayoutLine(text);
  return line && matched(line.deed === "papers" ? "loan.papers" : "loan.payouts", "exact", tidied(text));
}

/** A line about money that leaves; its command reads it again. */
function paymentIn(text: string): CommandMatch | null {
  return readPaymentLine(text) && matched("payment.request", "exact", tidied(text));
}

/** A line about who holds an office, what is counted when one passes, who signs on paper, or where members transfer; its command reads it again. */
function officesIn(text: string): CommandMatch | null {
  if (readOfficeLine(text)) return matched("officers.change", "exact", tidied(text));
  if (readPaperLine(text)) return matched("paper.name", "exact", tidied(text));
  if (readHandOverLine(text)) return matched("officers.hand-over", "exact", tidied(text));
  return readPaymentDetailsLine(text) && matched("payment-details.change", "exact", tidied(text));
}

/** A line about paper passbooks beside us; its command reads it again. */
function parallelIn(text: string): CommandMatch | null {
  if (readDifferenceLine(text)) return matched("parallel.differ", "exact", tidied(text));
  if (readAgreementLine(text) !== null) return matched("parallel.agree", "exact", tidied(text));
  return readParallelLine(text) && matched("parallel.start", "exact", tidied(text));
}

/** A line that names two members and who helps whom; its command reads it again. */
function helperIn(text: string): CommandMatch | null {
  return readHelperLine(text) && matched("helper.record", "exact", tidied(text));
}

/** A line that names the member for whom a link code is wanted, in fewer words than its openers. */
function codeIn(text: string): CommandMatch | null {
  const memberNo = readCodeLine(text);
  return memberNo === null ? null : matched("link.make-code", "exact", memberNo);
}

/** A line that names the month or year of the entries; its command reads it again. */
function entriesIn(text: string): CommandMatch | null {
  return asksForPeriod(text) ? matched("savings.entries", "exact", tidied(text)) : null;
}

/** A line that names the day, month or year of the receipts; its command reads it again. */
function receiptsIn(text: string): CommandMatch | null {
  return asksForReceipts(text) ? matched("savings.receipts", "exact", tidied(text)) : null;
}

/** A command whose words begin the text; what follows is its own. */
function openedBy(text: string): CommandMatch | null {
  const typed = tidied(text);
  const small = smallLetters(typed);
  for (const { command, opener, mustEnd } of openers) {
    const end = openerEnd(small, opener);
    if (end === null) continue;
    const rest = typed.slice(end).trim();
    // English words, and Thai ones written with a space behind them, end where they end.
    const apart = /^[\s\d#:]/.test(small.slice(end)) || !(mustEnd || /[a-z]/.test(opener));
    if (rest !== "" && apart) return matched(command, "exact", rest);
  }
  return null;
}

/** Where the opener ends in the text, whatever spaces stand in it; null when the text begins otherwise. */
function openerEnd(text: string, opener: string): number | null {
  let at = 0;
  for (const letter of opener) {
    while (text[at] === " ") at += 1;
    if (text[at] !== letter) return null;
    at += 1;
  }
  return at;
}

function heldBy(said: string, text: string): CommandMatch | null {
  if (notYetPieces.some((piece) => said.includes(piece))) return null;
  const found = pieces.find(({ all }) => all.every((piece) => said.includes(piece)))?.command ?? null;
  // Words of a loan that fit no question about one, and begin as somebody does who asks for it.
  if ((found === null || found === "loan.info") && asksForLoan(text)) return matched("loan.request", "close");
  return found && matched(found, "close");
}

/** The command of a whole text that differs by a slip of the finger: one in short ones, two in longer ones. */
function nearestTo(said: string): CommandMatch | null {
  const allowed = said.length < 4 ? 0 : said.length < 8 ? 1 : 2;
  let best: { command: CommandName; away: number } | null = null;
  for (const [known, command] of wholeTexts) {
    if (known.length < 4) continue;
    const away = slipsBetween(known, said, allowed);
    if (away <= allowed && (best === null || away < best.away)) best = { command, away };
  }
  return best && !changingCommands.has(best.command) ? matched(best.command, "close") : null;
}
