import type { MemberId } from "../domain/ids";
import type { LoanContract } from "../domain/loans/contract";
import { defineModel } from "./model";
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
  },
  indexes: [[{ memberId: 1 }], [{ groupId: 1 }]],
});

const fromRow = ({ _id, ...rest }: ContractRow): LoanContract => ({ id: _id, ...rest });

/** The document of a contract, for bulk writes of setup. */
export function contractRow({ id, ...rest }: LoanContract): ContractRow {
  return { _id: id, ...rest };
}

/** A member's contracts, oldest first, those paid back among them. */
export async function findContractsOfMember(tx: Tx, memberId: MemberId): Promise<LoanContract[]> {
  const rows = await LoanContractModel.find({ memberId })
    .sort({ disbursedOn: 1, _id: 1 })
    .session(tx.session)
    .lean<ContractRow[]>();
  return rows.map(fromRow);
}

/** Stores a new contract; its number must be free in the group. */
export async function insertContract(tx: Tx, contract: LoanContract): Promise<void> {
  await LoanContractModel.create([contractRow(contract)], { session: tx.session });
}
