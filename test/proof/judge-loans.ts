import type { Simulator } from "../../scripts/simulator/core";
import { checkBooks } from "../../src/app/ledger/check-books";
import { account } from "../../src/domain/ledger/accounts";
import { AccountModel } from "../../src/storage/accounts";
import { InboxModel } from "../../src/storage/inbox";
import { EntryModel, type EntryRow } from "../../src/storage/journal";
import { LoanContractModel } from "../../src/storage/loan-contracts";
import { LoanRequestModel } from "../../src/storage/loan-requests";
import { ResolutionModel } from "../../src/storage/resolutions";
import { loans, type LoanPeople } from "./loan-people";
import { check, type Check } from "./report";

/** What the books and the phones say of the loans after the kills; the database is open. */
export async function judgeLoans(simulator: Simulator, { borrowers }: LoanPeople): Promise<Check[]> {
  const paid = loans.count - 1;
  const books = await checkBooks();
  const states = (await LoanRequestModel.find().lean()).map(({ state }) => state).sort();
  const entries = await EntryModel.find({ kind: "loan.paid-out" }).lean<EntryRow[]>();
  const contracts = await LoanContractModel.countDocuments();
  const resolutions = (await ResolutionModel.find().lean()).map(({ no }) => no).sort((a, b) => a - b);
  const bank = (await AccountModel.find({ code: account.bank }).lean()).reduce((sum, { balance }) => sum + balance, 0);
  const stuck = await InboxModel.countDocuments({ state: { $ne: "done" } });
  const receipts = borrowers.map((phone) => receiptsOn(simulator, phone.id));
  const numbers = resolutions.join();
  return [
    check(
      `${paid} loans are paid out once each, the one without money waits`,
      states.join() === [...Array.from({ length: paid }, () => "paid-out"), "waiting"].join() &&
        entries.length === paid &&
        contracts === paid,
      `${states.join()}; ${entries.length} payouts, ${contracts} contracts`,
    ),
    check(
      "each was decided by one resolution",
      numbers === resolutions.map((_, n) => n + 1).join() && resolutions.length === loans.count,
      numbers,
    ),
    check(
      "the bank's account holds what is left",
      bank === (loans.heldBaht - paid * loans.baht) * 100,
      String(bank / 100),
    ),
    check("the books balance", books.balanced, books.problems.map(({ problem }) => problem).join("; ")),
    check("no event is stuck", stuck === 0, `${stuck} stuck`),
    check(
      "each borrower has her receipt, once unless marked as a copy",
      receipts.filter((count) => count === 1).length === paid && !receipts.some((count) => count > 1),
      receipts.join(),
    ),
  ];
}

/** Receipts of a payout on a phone, those that are marked as copies left out. */
function receiptsOn(simulator: Simulator, phoneId: string): number {
  const cards = simulator
    .messagesOf(phoneId)
    .filter((message) => message.from === "bot")
    .map((message) => JSON.stringify(message.content));
  return cards.filter((card) => card.includes("จ่ายเงินในชื่อของ") && !card.includes("สำเนา")).length;
}
