import { DomainError } from "../domain/errors";
import type { GroupId, MemberId } from "../domain/ids";
import { accountKey, type AccountCode, type AccountRef } from "../domain/ledger/accounts";
import { balanceMoves, type BalanceMove } from "../domain/ledger/balance-moves";
import type { JournalEntry } from "../domain/ledger/chain";
import { satang, type Satang } from "../domain/money";
import { defineModel, driverOf } from "./model";
import type { Tx } from "./tx";

/** A balance, in satang on the account's normal side; the sum of its postings, kept in the transaction that posts them. */
export interface AccountRow {
  /** The account's key. */
  _id: string;
  groupId: GroupId;
  code: AccountCode;
  memberId: MemberId | null;
  contractNo?: string | null;
  itemNo?: string;
  balance: number;
  /** Sequence number of the last entry that moved it. */
  lastSeq: number;
}

export const AccountModel = defineModel<AccountRow>({
  collection: "accounts",
  fields: {
    groupId: { type: String, required: true },
    code: { type: String, required: true },
    memberId: { type: String },
    contractNo: { type: String },
    itemNo: { type: String },
    balance: { type: Number, required: true },
    lastSeq: { type: Number, required: true },
  },
  indexes: [[{ groupId: 1, code: 1 }], [{ memberId: 1 }]],
});

/** Whose part of which account a row keeps. */
export function refOfRow({ groupId, code, memberId, contractNo, itemNo }: AccountRow): AccountRef {
  return {
    groupId,
    code,
    ...(memberId ? { memberId } : {}),
    ...(contractNo ? { contractNo } : {}),
    ...(itemNo ? { itemNo } : {}),
  };
}

/** Accounts whose balance may stand on the other side: clearing, differences and surplus. */
const mayBeNegative: readonly AccountCode[] = ["3900", "3960", "3970", "3980", "3990"];

/**
 * Moves the balances of entries that are posted together, each balance in one write; throws `ledger.insufficient-funds` when one would fall
 * below zero, be it on the way from one of them to the next.
 */
export async function applyBalanceChanges(tx: Tx, entries: readonly JournalEntry[]): Promise<void> {
  const moves = [...balanceMoves(entries)];
  if (moves.length === 0) return;
  const writes = moves.map(([key, { ref, change, lowest, lastSeq }]) => {
    const guarded = lowest < 0 && !mayBeNegative.includes(ref.code);
    return {
      updateOne: {
        filter: guarded ? { _id: key, balance: { $gte: -lowest } } : { _id: key },
        update: {
          $inc: { balance: change },
          $set: { lastSeq },
          $setOnInsert: {
            groupId: ref.groupId,
            code: ref.code,
            memberId: ref.memberId ?? null,
            contractNo: ref.contractNo ?? null,
            ...(ref.itemNo === undefined ? {} : { itemNo: ref.itemNo }),
          },
        },
        upsert: !guarded,
      },
    };
  });
  const { matchedCount, upsertedCount } = await driverOf(AccountModel).bulkWrite(writes, {
    session: tx.session,
    ordered: true,
  });
  if (matchedCount + upsertedCount !== writes.length) throw await shortage(tx, moves);
}

/** The refusal that names the first account which the entries did not move, and what stands in it. */
async function shortage(tx: Tx, moves: readonly [string, BalanceMove][]): Promise<DomainError> {
  const keys = moves.map(([key]) => key);
  const rows = await AccountModel.find({ _id: { $in: keys } })
    .session(tx.session)
    .lean<AccountRow[]>();
  const rowOf = (key: string) => rows.find((row) => row._id === key);
  const short = moves.find(([key, { lastSeq }]) => rowOf(key)?.lastSeq !== lastSeq);
  const [key, { ref }] = short ?? moves[0] ?? ["", { ref: { code: "" } }];
  return new DomainError("ledger.insufficient-funds", { account: ref.code, balance: rowOf(key)?.balance ?? 0 });
}

/** The balance of an account in satang; zero when nothing was ever posted. */
export async function balanceOf(tx: Tx, ref: AccountRef): Promise<Satang> {
  return satang((await findAccount(tx, ref))?.balance ?? 0);
}

/** An account's row, or null when nothing was ever posted on it. */
export async function findAccount(tx: Tx, ref: AccountRef): Promise<AccountRow | null> {
  return AccountModel.findById(accountKey(ref)).session(tx.session).lean<AccountRow>();
}

/** The accounts of members' passbooks. */
export async function findAccountsOfMembers(tx: Tx, memberIds: readonly MemberId[]): Promise<AccountRow[]> {
  if (memberIds.length === 0) return [];
  return AccountModel.find({ memberId: { $in: memberIds } })
    .session(tx.session)
    .lean<AccountRow[]>();
}

/** The items of an account of a group in which something stands, in no order. */
export async function findItems(tx: Tx, groupId: GroupId, code: AccountCode): Promise<AccountRow[]> {
  return AccountModel.find({ groupId, code, itemNo: { $exists: true }, balance: { $gt: 0 } })
    .session(tx.session)
    .lean<AccountRow[]>();
}

/** Every account of a group. */
export async function findAccountsOfGroup(tx: Tx, groupId: GroupId): Promise<AccountRow[]> {
  return AccountModel.find({ groupId }).session(tx.session).lean<AccountRow[]>();
}

/** What stands on these accounts of a group, members' and contracts' parts together, in satang by code. */
export async function balancesByCode(
  tx: Tx,
  groupId: GroupId,
  codes: readonly AccountCode[],
): Promise<Map<AccountCode, Satang>> {
  const sums = await AccountModel.aggregate<{ _id: AccountCode; balance: number }>([
    { $match: { groupId, code: { $in: codes } } },
    { $group: { _id: "$code", balance: { $sum: "$balance" } } },
  ]).session(tx.session);
  return new Map(sums.map(({ _id, balance }) => [_id, satang(balance)]));
}

/** What is still owed on each of these contracts, in satang by contract number; none where nothing was ever posted. */
export async function findContractAccounts(
  tx: Tx,
  contracts: readonly Pick<AccountRef, "groupId" | "memberId" | "contractNo" | "code">[],
): Promise<AccountRow[]> {
  if (contracts.length === 0) return [];
  return AccountModel.find({ _id: { $in: contracts.map(accountKey) } })
    .session(tx.session)
    .lean<AccountRow[]>();
}
