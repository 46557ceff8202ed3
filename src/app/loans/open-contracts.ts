import type { MemberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import type { LoanContract } from "../../domain/loans/contract";
import { satang, type Satang } from "../../domain/money";
import { findContractAccounts } from "../../storage/accounts";
import { findContractsOfMembers } from "../../storage/loan-contracts";
import type { Tx } from "../../storage/tx";

/** A contract on which something is still owed, in satang. */
export interface OpenContract extends LoanContract {
  owed: Satang;
}

/** The contracts on which these members still owe principal, oldest first. */
export async function findOpenContracts(tx: Tx, memberIds: readonly MemberId[]): Promise<OpenContract[]> {
  return openAmong(tx, await findContractsOfMembers(tx, memberIds));
}

/** Those of some contracts, of whatever members, on which principal is still owed. */
export async function openAmong(tx: Tx, contracts: readonly LoanContract[]): Promise<OpenContract[]> {
  const accounts = await findContractAccounts(
    tx,
    contracts.map(({ groupId, memberId, contractNo }) => ({ groupId, memberId, contractNo, code: account.loans })),
  );
  return contracts
    .map((contract) => {
      const own = accounts.find(
        ({ memberId, contractNo }) => memberId === contract.memberId && contractNo === contract.contractNo,
      );
      return { ...contract, owed: satang(own?.balance ?? 0) };
    })
    .filter(({ owed }) => owed > 0);
}
