import type { Group } from "../../domain/groups/group";
import {
  agreedSums,
  missingRoles,
  setAsideOf,
  type HandOver,
  type Signature,
  type SignerRole,
} from "../../domain/groups/hand-over";
import { account } from "../../domain/ledger/accounts";
import type { Member } from "../../domain/members/member";
import { subtract, type Satang } from "../../domain/money";
import { officerName, type MemberName } from "../../domain/people";
import { balanceOf } from "../../storage/accounts";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { findParties, namesOf } from "./office-change-view";

/** What one person found and signed for; in satang. */
export interface SignedView {
  role: SignerRole;
  name: string;
  cash: Satang;
  bank: Satang;
  insteadBecause: string | null;
}

/** A hand-over as its cards show it. */
export interface HandOverView {
  group: Group;
  out: MemberName | null;
  taker: MemberName | null;
  resolution: string;
  signed: SignedView[];
  /** What was signed for and counts no more. */
  setAside: SignedView[];
  missing: SignerRole[];
  /** All signed, and two of them found different sums. */
  differ: boolean;
  /** What the books hold beside what all three found, once they agree; in satang. */
  result: { cash: Difference; bank: Difference } | null;
}

/** A counted sum and how far it is from the books (negative: too little), in satang. */
export interface Difference {
  counted: Satang;
  off: Satang;
}

/** What the group's cash and bank account hold by the books, in satang. */
async function booksOf(tx: Tx, group: Group): Promise<{ cash: Satang; bank: Satang }> {
  return {
    cash: await balanceOf(tx, { groupId: group.id, code: account.cash }),
    bank: await balanceOf(tx, { groupId: group.id, code: account.bank }),
  };
}

/** Two counted sums beside the books. */
async function besideBooks(
  tx: Tx,
  group: Group,
  { cash, bank }: { cash: Satang; bank: Satang },
): Promise<{ cash: Difference; bank: Difference }> {
  const books = await booksOf(tx, group);
  return {
    cash: { counted: cash, off: subtract(cash, books.cash) },
    bank: { counted: bank, off: subtract(bank, books.bank) },
  };
}

/** A hand-over as it stands. */
export async function handOverView(tx: Tx, group: Group, handOver: HandOver): Promise<HandOverView> {
  const { signatures, change } = handOver;
  const setAside = setAsideOf(handOver);
  const ids = [...signatures, ...setAside].flatMap(({ by }) => by.memberId ?? []);
  const signers = await findMembers(tx, [...new Set(ids)]);
  const agreed = agreedSums(handOver);
  const missing = missingRoles(handOver);
  return {
    group,
    ...namesOf(change, await findParties(tx, group, change)),
    resolution: change.resolution,
    signed: signatures.map((one) => signedView(one, signers)),
    setAside: setAside.map((one) => signedView(one, signers)),
    missing,
    differ: missing.length === 0 && agreed === null,
    result: agreed && (await besideBooks(tx, group, agreed)),
  };
}

function signedView({ role, by, cash, bank, insteadBecause }: Signature, signers: readonly Member[]): SignedView {
  const name = officerName(by, signers)?.name ?? signers.find(({ id }) => id === by.memberId)?.name ?? "";
  return { role, name, cash, bank, insteadBecause };
}
