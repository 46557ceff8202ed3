import type { MemberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import type { LoanContract } from "../../domain/loans/contract";
import { satang, type Satang } from "../../domain/money";
import { findAccountsOfMembers } from "../../storage/accounts";
import { findContractsOfMember } from "../../storage/loan-contracts";
import type { Tx } from "../../storage/tx";

/** A contract on which something is still owed, in satang. */
export interface OpenContract extends LoanContract {
  owed: Satang;
}

/** The contracts on which a member still owes principal, oldest first. */
export async function getOpenContracts(tx: Tx, memberId: MemberId): Promise<OpenContract[]> {
  const contracts = await findContractsOfMember(tx, memberId);
  if (contracts.length === 0) return [];
  const accounts = (await findAccountsOfMembers(tx, [memberId])).filter(({ code }) => code === account.loans);
  return contracts
    .map((contract) => ({
      ...contract,
      owed: satang(accounts.find(({ contractNo }) => contractNo === contract.contractNo)?.balance ?? 0),
    }))
    .filter(({ owed }) => owed > 0);
}
