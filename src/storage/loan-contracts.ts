import type { LocalDate } from "../domain/dates";
import type { GroupId, MemberId } from "../domain/ids";
import type { Member } from "../domain/members/member";
import type { LoanContract } from "../domain/loans/contract";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type ContractRow = Omit<LoanContract, "id"> & { _id: string };

export const LoanContractModel = defineModel<ContractRow>({
  collection: "loan_contracts",
  fields: {
    groupId: { type: String, required: true },
    contractNo: { type: String, required: true },
    memberId: { type: String, required: true },
    product: { type: String },
    disbursedOn: { type: String, required: true },
    principal: { type: Number, required: true },
    instalments: { type: Number },
    paidThrough: { type: String },
    yearlyRatePercent: { type: String },
    method: { type: String },
    guarantorNos: { type: [String], required: true },
    terms: { type: Mixed },
    requestId: { type: String },
    guarantees: { type: Mixed },
    comesOf: { type: Mixed },
  },
  indexes: [[{ memberId: 1 }], [{ groupId: 1 }], [{ "guarantees.memberId": 1 }]],
});

const fromRow = ({ _id, ...rest }: ContractRow): LoanContract => ({ id: _id, ...rest });

function contractRow({ id, ...rest }: LoanContract): ContractRow {
  return { _id: id, ...rest };
}

/** The contracts of these members, oldest first, those paid back among them. */
export async function findContractsOfMembers(tx: Tx, memberIds: readonly MemberId[]): Promise<LoanContract[]> {
  if (memberIds.length === 0) return [];
  const rows = await LoanContractModel.find({ memberId: { $in: memberIds } })
    .sort({ disbursedOn: 1, _id: 1 })
    .session(tx.session)
    .lean<ContractRow[]>();
  return rows.map(fromRow);
}

/** A group's contracts, oldest first, those paid back among them. */
export async function findContractsOfGroup(tx: Tx, groupId: GroupId): Promise<LoanContract[]> {
  const rows = await LoanContractModel.find({ groupId })
    .sort({ disbursedOn: 1, _id: 1 })
    .session(tx.session)
    .lean<ContractRow[]>();
  return rows.map(fromRow);
}

/** A group's contracts that were paid out from one day to another (inclusive). */
export async function findContractsPaidOut(
  tx: Tx,
  groupId: GroupId,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<LoanContract[]> {
  const rows = await LoanContractModel.find({ groupId, disbursedOn: { $gte: from, $lte: to } })
    .session(tx.session)
    .lean<ContractRow[]>();
  return rows.map(fromRow);
}

/** The contract, or null. */
export async function findContract(tx: Tx, id: string): Promise<LoanContract | null> {
  const row = await LoanContractModel.findById(id).session(tx.session).lean<ContractRow>();
  return row && fromRow(row);
}

/** The contracts for which these members stand as guarantors, oldest first, those paid back among them. */
export async function findContractsGuaranteedBy(
  tx: Tx,
  members: readonly Pick<Member, "id" | "groupId" | "memberNo">[],
): Promise<LoanContract[]> {
  if (members.length === 0) return [];
  const onPaper = members.map(({ groupId, memberNo }) => ({
    groupId,
    guarantorNos: memberNo,
    guarantees: { $exists: false },
  }));
  const rows = await LoanContractModel.find({
    $or: [{ "guarantees.memberId": { $in: members.map(({ id }) => id) } }, ...onPaper],
  })
    .sort({ disbursedOn: 1, _id: 1 })
    .session(tx.session)
    .lean<ContractRow[]>();
  return rows.map(fromRow);
}

/** The contracts with these ids, oldest first. */
export async function findContracts(tx: Tx, ids: readonly string[]): Promise<LoanContract[]> {
  const rows = await LoanContractModel.find({ _id: { $in: ids } })
    .sort({ disbursedOn: 1, _id: 1 })
    .session(tx.session)
    .lean<ContractRow[]>();
  return rows.map(fromRow);
}

/** Stores contracts that setup brings in. */
export async function insertContracts(tx: Tx, contracts: readonly LoanContract[]): Promise<void> {
  if (contracts.length === 0) return;
  await driverOf(LoanContractModel).insertMany(contracts.map(contractRow), { session: tx.session });
}

/** Stores a contract, in the place of one with its number; whether that may be is for the caller to say. */
export async function saveContract(tx: Tx, contract: LoanContract): Promise<void> {
  const { _id, ...rest } = contractRow(contract);
  await driverOf(LoanContractModel).replaceOne({ _id }, rest, { upsert: true, session: tx.session });
}

/** Takes away a contract whose payout was taken back. */
export async function removeContract(tx: Tx, id: string): Promise<void> {
  await driverOf(LoanContractModel).deleteOne({ _id: id }, { session: tx.session });
}
