import type { Ballot } from "../domain/approvals/ballot";
import type { GroupId, MemberId } from "../domain/ids";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type BallotRow = Omit<Ballot, "id"> & { _id: string };

export const BallotModel = defineModel<BallotRow>({
  collection: "ballots",
  fields: {
    kind: { type: String, required: true },
    groupId: { type: String, required: true },
    subject: { type: String, required: true },
    policy: { type: Mixed, required: true },
    seats: { type: Mixed, required: true },
    excluded: { type: Mixed, required: true },
    votes: { type: Mixed, required: true },
    questions: { type: Mixed, required: true },
    putAt: { type: Date, required: true },
    remindAt: { type: Date, required: true },
    deputiesAt: { type: Date },
    endsAt: { type: Date, required: true },
    reminded: { type: Boolean, required: true },
    deputised: { type: Boolean, required: true },
    state: { type: String, required: true },
    resolutionNo: { type: String },
    decidedAt: { type: Date },
    version: { type: Number, required: true },
  },
  indexes: [
    [
      { kind: 1, subject: 1 },
      { unique: true, partialFilterExpression: { state: "open" } },
    ],
    [{ groupId: 1, state: 1, putAt: 1 }],
    [{ state: 1, remindAt: 1 }],
  ],
});

const fromRow = ({ _id, ...rest }: BallotRow): Ballot => ({ id: _id, ...rest });

/** Stores a new vote. */
export async function insertBallot(tx: Tx, { id, ...rest }: Ballot): Promise<void> {
  await BallotModel.create([{ _id: id, ...rest }], { session: tx.session });
}

/** The vote; throws when there is none, since only our own buttons lead here. */
export async function getBallot(tx: Tx, id: string): Promise<Ballot> {
  const row = await BallotModel.findById(id).session(tx.session).lean<BallotRow>();
  if (!row) throw new Error("no such ballot");
  return fromRow(row);
}

/** The open vote on a subject, or null. */
export async function findOpenBallot(tx: Tx, kind: Ballot["kind"], subject: string): Promise<Ballot | null> {
  const row = await BallotModel.findOne({ kind, subject, state: "open" }).session(tx.session).lean<BallotRow>();
  return row && fromRow(row);
}

/** Open votes of a group, oldest first. */
export async function findOpenBallotsIn(tx: Tx, groupId: GroupId): Promise<Ballot[]> {
  const rows = await BallotModel.find({ groupId, state: "open" })
    .sort({ putAt: 1 })
    .session(tx.session)
    .lean<BallotRow[]>();
  return rows.map(fromRow);
}

/** Open votes of groups in which one of these members has a seat, oldest first. */
export async function findOpenBallotsOf(
  tx: Tx,
  groupIds: readonly GroupId[],
  memberIds: readonly MemberId[],
): Promise<Ballot[]> {
  if (groupIds.length === 0) return [];
  const rows = await BallotModel.find({ groupId: { $in: groupIds }, state: "open" })
    .sort({ putAt: 1 })
    .session(tx.session)
    .lean<BallotRow[]>();
  return rows.map(fromRow).filter(({ seats }) => seats.some(({ memberId }) => memberIds.includes(memberId)));
}

/** Open votes whose reminder, deputies or end may be due, oldest first. */
export async function findBallotsDue(tx: Tx, now: Date): Promise<Ballot[]> {
  const rows = await BallotModel.find({ state: "open", remindAt: { $lte: now } })
    .sort({ remindAt: 1 })
    .session(tx.session)
    .lean<BallotRow[]>();
  return rows.map(fromRow);
}

/** Saves a change; throws when somebody changed it in the meantime, so that the transaction runs again. */
export async function saveBallot(tx: Tx, { id, ...rest }: Ballot): Promise<void> {
  const { matchedCount } = await driverOf(BallotModel).updateOne(
    { _id: id, version: rest.version - 1 },
    { $set: rest },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the ballot moved under its transaction");
}
