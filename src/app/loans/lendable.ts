import type { GroupId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import { reservedBy } from "../../domain/loans/requests/request";
import { satang, sum, type Satang } from "../../domain/money";
import type { RuleBook } from "../../domain/rules/rule-book";
import { balancesByCode } from "../../storage/accounts";
import { findLoanRequests } from "../../storage/loan-requests";
import type { Tx } from "../../storage/tx";

/** What a group may lend now, in satang. */
export interface Lendable {
  /** Cash and bank money together. */
  held: Satang;
  /** What the rules keep back. */
  keptBack: Satang;
  /** Promised to approved requests that are not paid out yet. */
  reserved: Satang;
  /** What is left of it; never below zero. */
  free: Satang;
}

/** What a group may lend. Who promises money on it has locked the group's ledger head first, so that the same baht is never promised twice. */
export async function lendableOf(tx: Tx, groupId: GroupId, rules: RuleBook): Promise<Lendable> {
  const balances = await balancesByCode(tx, groupId, [account.cash, account.bank]);
  const held = sum(balances.values());
  const promised = await findLoanRequests(tx, groupId, ["offered", "approved"]);
  const reserved = sum(promised.map(reservedBy));
  const { keptBack } = rules.values["loan-limits"];
  return { held, keptBack, reserved, free: satang(Math.max(0, held - keptBack - reserved)) };
}
