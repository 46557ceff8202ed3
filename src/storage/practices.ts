import type mongoose from "mongoose";
import type { LocalDate } from "../domain/dates";
import type { GroupId } from "../domain/ids";
import type { Practice } from "../domain/practice/practice";
import { AccountModel } from "./accounts";
import { ApprovalModel } from "./approvals";
import { DayCountModel } from "./day-counts";
import { DayModel } from "./days";
import { DoorTallyModel } from "./door-tallies";
import { GroupModel } from "./groups";
import { EntryModel } from "./journal";
import { HeadModel } from "./ledger-heads";
import { MemberModel } from "./members";
import { defineModel, driverOf } from "./model";
import { OutboxModel } from "./outbox";
import { RuleBookModel, type RuleBookRow } from "./rule-books";
import { ToldHeadModel } from "./told-heads";
import type { Tx } from "./tx";
import { WithdrawalRequestModel } from "./withdrawal-requests";

type PracticeRow = Omit<Practice, "of"> & { _id: GroupId };

export const PracticeModel = defineModel<PracticeRow>({
  collection: "practices",
  fields: {
    groupId: { type: String, required: true },
    on: { type: String, required: true },
    startedBy: { type: String, required: true },
    startedAt: { type: Date, required: true },
  },
});

const fromRow = ({ _id, ...rest }: PracticeRow): Practice => ({ of: _id, ...rest });

/** The practices of these groups, over or not. */
export async function findPractices(tx: Tx, of: readonly GroupId[]): Promise<Practice[]> {
  if (of.length === 0) return [];
  const rows = await PracticeModel.find({ _id: { $in: of } })
    .session(tx.session)
    .lean<PracticeRow[]>();
  return rows.map(fromRow);
}

/** The practice whose invented group that is, or null. */
export async function findPracticeIn(tx: Tx, groupId: GroupId): Promise<Practice | null> {
  const row = await PracticeModel.findOne({ groupId }).session(tx.session).lean<PracticeRow>();
  return row && fromRow(row);
}

/** A practice whose day is before that one, or null: it is over. */
export async function findPracticeBefore(tx: Tx, on: LocalDate): Promise<Practice | null> {
  const row = await PracticeModel.findOne({ on: { $lt: on } })
    .session(tx.session)
    .lean<PracticeRow>();
  return row && fromRow(row);
}

/** Keeps a practice. The caller has the turn of the group's practices, and has ended an earlier one. */
export async function insertPractice(tx: Tx, { of, ...rest }: Practice): Promise<void> {
  await driverOf(PracticeModel).insertOne({ _id: of, ...rest }, { session: tx.session });
}

/** Gives an invented group the rules of another. */
export async function insertRuleBook(tx: Tx, row: RuleBookRow): Promise<void> {
  await driverOf(RuleBookModel).insertOne(row, { session: tx.session });
}

/** Deletes a practice and all that its invented group has, but for its buttons: they refuse. */
export async function deletePractice(tx: Tx, { of, groupId }: Practice): Promise<void> {
  const days = await DayModel.find({ groupId }, { _id: 1 }).session(tx.session).lean<{ _id: string }[]>();
  const dayId = { $in: days.map((day) => day._id) };
  await remove(tx, DoorTallyModel, { dayId });
  for (const model of [MemberModel, EntryModel, AccountModel, DayModel, ApprovalModel, DayCountModel])
    await remove(tx, model, { groupId });
  for (const model of [ToldHeadModel, WithdrawalRequestModel]) await remove(tx, model, { groupId });
  // What is on its way comes to its end by itself.
  await remove(tx, OutboxModel, { groupId, state: { $in: ["waiting", "parked", "held"] } });
  for (const model of [HeadModel, RuleBookModel, GroupModel]) await remove(tx, model, { _id: groupId });
  await remove(tx, PracticeModel, { _id: of });
}

async function remove(tx: Tx, { collection }: { collection: mongoose.Collection }, filter: object): Promise<void> {
  await collection.deleteMany(filter, { session: tx.session });
}
