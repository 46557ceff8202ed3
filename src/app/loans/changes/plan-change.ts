import type { LocalDate } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import type { MemberId } from "../../../domain/ids";
import type { Posting } from "../../../domain/ledger/journal-entry";
import type { AskedChange, LoanChangePlan } from "../../../domain/loans/changes/change";
import { changePostings } from "../../../domain/loans/changes/postings";
import { contractId, guarantorIdsOf, type LoanContract } from "../../../domain/loans/contract";
import type { OwedSums } from "../../../domain/loans/set-off";
import { openStates } from "../../../domain/loans/requests/request";
import { satang, subtract, zero } from "../../../domain/money";
import { partiesTo } from "../../../domain/payments/payment";
import { memberName } from "../../../domain/people";
import { findContract } from "../../../storage/loan-contracts";
import { findLoanRequestsOf } from "../../../storage/loan-requests";
import { findMember, findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { beginSuccessor, type Begun } from "./begin-successor";
import { owedOn } from "./owed";

/** A change worked out: what its cards show, what it posts, whose own matter it is, and who hears of it. */
export interface PlannedChange {
  plan: LoanChangePlan;
  old: LoanContract;
  successor: LoanContract | null;
  postings: Posting[];
  parties: MemberId[];
  /** The borrower and whoever owes from now on; guarantors of the old contract. */
  debtors: MemberId[];
  guarantors: MemberId[];
}

const nothing: OwedSums = { principal: zero, interest: zero, fine: zero };

/**
 * Works out what a change does on a day. Throws `loan-change.unknown`, `loan-change.nothing-owed`, `loan-change.renewing` where a request pays the
 * contract back, and what beginSuccessor throws.
 */
export async function planChange(tx: Tx, group: Group, asked: AskedChange, on: LocalDate): Promise<PlannedChange> {
  const { kind, contractNo, resolution } = asked;
  const old = await findContract(tx, contractId(group.id, contractNo));
  const borrower = old && (await findMember(tx, old.memberId));
  if (!old || !borrower) throw new DomainError("loan-change.unknown", { contractNo });
  const { owed, standing } = await owedOn(tx, group, old, on);
  if (owed.principal <= 0) throw new DomainError("loan-change.nothing-owed", { contractNo });
  await refuseRenewing(tx, old);
  const facts = { asked, old, owed, standing, on };
  const begun = kind === "write-off" ? null : await beginSuccessor(tx, group, facts);
  const principal = begun?.contract.principal ?? owed.principal;
  const guarantors = guarantorIdsOf(old);
  const partners = begun && begun.debtor.id !== borrower.id ? partiesTo(begun.debtor) : [];
  return {
    plan: {
      kind,
      member: memberName(borrower),
      contractNo,
      resolution,
      graceMonths: kind === "grace" ? asked.months : null,
      owed,
      waived: waivedOf(owed, begun),
      stays: subtract(owed.principal, principal),
      begun: begun && (await shown(tx, begun)),
    },
    old,
    successor: begun?.contract ?? null,
    postings: changePostings(old, principal, begun?.contract ?? null),
    parties: [...new Set([...partiesTo(borrower), ...guarantors, ...partners])],
    debtors: [...new Set([borrower.id, ...(begun ? [begun.debtor.id] : [])])],
    guarantors,
  };
}

/** What nobody is asked for any more: all of a debt that is written off; of one that ends by going on elsewhere, what is not carried. */
function waivedOf(owed: OwedSums, begun: Begun | null): OwedSums {
  if (!begun) return owed;
  if (begun.contract.principal < owed.principal || !begun.cut) return nothing;
  return { principal: zero, ...begun.cut };
}

async function shown(tx: Tx, { contract, debtor, schedule, carried }: Begun): Promise<LoanChangePlan["begun"]> {
  const stand = await findMembers(tx, guarantorIdsOf(contract));
  return {
    contractNo: contract.contractNo,
    debtor: memberName(debtor),
    principal: satang(contract.principal),
    carried,
    schedule,
    guarantors: stand.map(memberName),
  };
}

async function refuseRenewing(tx: Tx, { memberId: borrower, contractNo }: LoanContract): Promise<void> {
  const requests = await findLoanRequestsOf(tx, [borrower]);
  const renewing = requests.find(({ renews, state }) => renews === contractNo && openStates.includes(state));
  if (renewing) throw new DomainError("loan-change.renewing", { contractNo, requestNo: renewing.requestNo });
}
