import type { LocalDate } from "../domain/dates";
import type { GroupId, MemberId } from "../domain/ids";
import { openStates, type LoanRequest, type LoanRequestState } from "../domain/loans/requests/request";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type RequestRow = Omit<LoanRequest, "id"> & { _id: string };

export const LoanRequestModel = defineModel<RequestRow>({
  collection: "loan_requests",
  fields: {
    groupId: { type: String, required: true },
    requestNo: { type: String, required: true },
    memberId: { type: String, required: true },
    product: { type: String, required: true },
    amount: { type: Number, required: true },
    instalments: { type: Number, required: true },
    purpose: { type: String },
    goods: { type: Mixed },
    renews: { type: String },
    rules: { type: Mixed, required: true },
    eligibility: { type: Mixed, required: true },
    guarantors: { type: Mixed, required: true },
    guarantorsNeeded: { type: Number, required: true },
    state: { type: String, required: true },
    putAt: { type: Date, required: true },
    since: { type: Date, required: true },
    answerUntil: { type: Date },
    putOff: { type: Number, required: true },
    decision: { type: Mixed },
    reservedUntil: { type: String },
    paperSigned: { type: Mixed },
    contractNo: { type: String },
    version: { type: Number, required: true },
  },
  indexes: [
    [{ groupId: 1, requestNo: 1 }, { unique: true }],
    [{ groupId: 1, state: 1, putAt: 1 }],
    [{ memberId: 1, putAt: 1 }],
    [{ "guarantors.memberId": 1 }],
    [{ state: 1, answerUntil: 1 }],
  ],
});

const fromRow = ({ _id, ...rest }: RequestRow): LoanRequest => ({ id: _id, ...rest });

/** Stores a new request. */
export async function insertLoanRequest(tx: Tx, { id, ...rest }: LoanRequest): Promise<void> {
  await LoanRequestModel.create([{ _id: id, ...rest }], { session: tx.session });
}

/** The request; throws when there is none, since only our own buttons lead here. */
export async function getLoanRequest(tx: Tx, id: string): Promise<LoanRequest> {
  const row = await LoanRequestModel.findById(id).session(tx.session).lean<RequestRow>();
  if (!row) throw new Error("no such loan request");
  return fromRow(row);
}

/** The request, or null: it was not put yet. */
export async function findLoanRequest(tx: Tx, id: string): Promise<LoanRequest | null> {
  const row = await LoanRequestModel.findById(id).session(tx.session).lean<RequestRow>();
  return row && fromRow(row);
}

/** How many requests a group was put from one instant to before another. */
export async function countLoanRequests(tx: Tx, groupId: GroupId, from: Date, before: Date): Promise<number> {
  return LoanRequestModel.countDocuments({ groupId, putAt: { $gte: from, $lt: before } }).session(tx.session);
}

/** Requests on which somebody was to answer before an instant and did not: guarantors, or the borrower to an offer. */
export async function findUnanswered(tx: Tx, before: Date): Promise<LoanRequest[]> {
  const rows = await LoanRequestModel.find({
    state: { $in: ["guarantors", "offered"] },
    answerUntil: { $ne: null, $lt: before },
  })
    .sort({ putAt: 1, _id: 1 })
    .session(tx.session)
    .lean<RequestRow[]>();
  return rows.map(fromRow);
}

/** These requests, in the order of the ids, in one read. Throws when one is missing, since only our own rows name them. */
export async function getLoanRequests(tx: Tx, ids: readonly string[]): Promise<LoanRequest[]> {
  if (ids.length === 0) return [];
  const rows = await LoanRequestModel.find({ _id: { $in: ids } })
    .session(tx.session)
    .lean<RequestRow[]>();
  return ids.map((id) => {
    const row = rows.find(({ _id }) => _id === id);
    if (!row) throw new Error("no such loan request");
    return fromRow(row);
  });
}

/** The request by its number, or null. */
export async function findLoanRequestByNo(tx: Tx, groupId: GroupId, requestNo: string): Promise<LoanRequest | null> {
  const row = await LoanRequestModel.findOne({ groupId, requestNo }).session(tx.session).lean<RequestRow>();
  return row && fromRow(row);
}

/** A group's requests in some states, oldest first. */
export async function findLoanRequests(
  tx: Tx,
  groupId: GroupId,
  states: readonly LoanRequestState[] = openStates,
): Promise<LoanRequest[]> {
  const rows = await LoanRequestModel.find({ groupId, state: { $in: states } })
    .sort({ putAt: 1, _id: 1 })
    .session(tx.session)
    .lean<RequestRow[]>();
  return rows.map(fromRow);
}

/** Requests of members, the newest first, those that ended among them. */
export async function findLoanRequestsOf(tx: Tx, memberIds: readonly MemberId[]): Promise<LoanRequest[]> {
  if (memberIds.length === 0) return [];
  const rows = await LoanRequestModel.find({ memberId: { $in: memberIds } })
    .sort({ putAt: -1, _id: 1 })
    .session(tx.session)
    .lean<RequestRow[]>();
  return rows.map(fromRow);
}

/** Requests that go on and name these members as guarantors, oldest first. */
export async function findRequestsGuaranteedBy(tx: Tx, memberIds: readonly MemberId[]): Promise<LoanRequest[]> {
  if (memberIds.length === 0) return [];
  const rows = await LoanRequestModel.find({ "guarantors.memberId": { $in: memberIds }, state: { $in: openStates } })
    .sort({ putAt: 1, _id: 1 })
    .session(tx.session)
    .lean<RequestRow[]>();
  return rows.map(fromRow);
}

/** Approved requests of all groups whose reservation was over before a day. */
export async function findReservationsOver(tx: Tx, day: LocalDate): Promise<Pick<LoanRequest, "id" | "groupId">[]> {
  const rows = await LoanRequestModel.find({ state: "approved", reservedUntil: { $ne: null, $lt: day } })
    .sort({ _id: 1 })
    .session(tx.session)
    .lean<RequestRow[]>();
  return rows.map(({ _id, groupId }) => ({ id: _id, groupId }));
}

/** Saves a change; throws when somebody changed it in the meantime, so that the transaction runs again. */
export async function saveLoanRequest(tx: Tx, { id, ...rest }: LoanRequest): Promise<void> {
  const { matchedCount } = await driverOf(LoanRequestModel).updateOne(
    { _id: id, version: rest.version - 1 },
    { $set: rest },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the loan request moved under its transaction");
}
