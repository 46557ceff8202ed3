import type { GroupId, MemberId } from "../domain/ids";
import type { ProposalState, RuleProposal } from "../domain/rules/proposal";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type ProposalRow = Omit<RuleProposal, "id"> & { _id: string };

export const RuleProposalModel = defineModel<ProposalRow>({
  collection: "rule_proposals",
  fields: {
    groupId: { type: String, required: true },
    version: { type: Mixed, required: true },
    state: { type: String, required: true },
    proposedAt: { type: Date, required: true },
    decidedAt: { type: Date },
    toldThrough: { type: String },
    toldAll: { type: Boolean, required: true },
  },
  indexes: [[{ groupId: 1 }, { unique: true, partialFilterExpression: { state: "open" } }]],
});

const fromRow = ({ _id, ...rest }: ProposalRow): RuleProposal => ({ id: _id, ...rest });

/** Stores a proposal. */
export async function insertRuleProposal(tx: Tx, { id, ...rest }: RuleProposal): Promise<void> {
  await driverOf(RuleProposalModel).insertOne({ _id: id, ...rest }, { session: tx.session });
}

/** The proposal; throws when there is none, since only our own buttons lead here. */
export async function getRuleProposal(tx: Tx, id: string): Promise<RuleProposal> {
  const row = await RuleProposalModel.findById(id).session(tx.session).lean<ProposalRow>();
  if (!row) throw new Error("no such proposal of rules");
  return fromRow(row);
}

/** Open proposals of these groups, one a group at most. */
export async function findOpenProposals(tx: Tx, groupIds: readonly GroupId[]): Promise<RuleProposal[]> {
  if (groupIds.length === 0) return [];
  const rows = await RuleProposalModel.find({ groupId: { $in: groupIds }, state: "open" })
    .session(tx.session)
    .lean<ProposalRow[]>();
  return rows.map(fromRow);
}

/** An adopted proposal of which not every member of its group has heard, or null. */
export async function findUntoldProposal(tx: Tx): Promise<RuleProposal | null> {
  const row = await RuleProposalModel.findOne({ state: "adopted", toldAll: false })
    .sort({ decidedAt: 1 })
    .session(tx.session)
    .lean<ProposalRow>();
  return row && fromRow(row);
}

/** Keeps through which member a change has been told, and whether that was the last. */
export async function saveTold(
  tx: Tx,
  id: string,
  { through, all }: { through: MemberId | null; all: boolean },
): Promise<void> {
  await driverOf(RuleProposalModel).updateOne(
    { _id: id },
    { $set: { toldThrough: through, toldAll: all } },
    { session: tx.session },
  );
}

/** Ends an open proposal; throws when somebody ended it in the meantime, so that the transaction runs again. */
export async function endRuleProposal(
  tx: Tx,
  id: string,
  state: Exclude<ProposalState, "open">,
  decidedAt: Date,
): Promise<void> {
  const { matchedCount } = await driverOf(RuleProposalModel).updateOne(
    { _id: id, state: "open" },
    { $set: { state, decidedAt } },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the proposal of rules moved under its transaction");
}
