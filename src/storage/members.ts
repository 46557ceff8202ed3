import type { Satang } from "../domain/money";
import type { GroupId, MemberId, PersonId } from "../domain/ids";
import type { Helper, Link, Member } from "../domain/members/member";
import type { PledgeStep } from "../domain/savings/pledge";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type MemberRow = Omit<Member, "id"> & { _id: MemberId };

export const MemberModel = defineModel<MemberRow>({
  collection: "members",
  fields: {
    groupId: { type: String, required: true },
    memberNo: { type: String, required: true },
    name: { type: String, required: true },
    nickname: { type: String },
    kind: { type: String, required: true },
    status: { type: String, required: true },
    joinedOn: { type: String, required: true },
    pledge: { type: Number, required: true },
    pledgePaidThrough: { type: String, required: true },
    pledgeBase: { type: Number, required: true },
    pledgeSteps: { type: Mixed },
    spouseNo: { type: String },
    guardianNo: { type: String },
    lineHeadNo: { type: String },
    household: { type: String },
    bornOn: { type: String },
    sex: { type: String },
    welfareJoinedOn: { type: String },
    signatoryNos: { type: [String], required: true },
    admission: { type: Mixed },
    link: { type: Mixed, required: true },
    helpers: { type: [Mixed], required: true },
  },
  indexes: [
    [{ groupId: 1, memberNo: 1 }, { unique: true }],
    [{ "link.personId": 1 }],
    [{ groupId: 1, guardianNo: 1 }],
    [{ groupId: 1, "helpers.memberNo": 1 }],
    [{ groupId: 1, signatoryNos: 1 }],
    [{ groupId: 1, lineHeadNo: 1 }],
  ],
});

const fromRow = ({ _id, ...rest }: MemberRow): Member => ({ id: _id, ...rest });

/** The document of a member, for bulk writes of setup. */
export function memberRow({ id, ...rest }: Member): MemberRow {
  return { _id: id, ...rest };
}

/** The member, or null. */
export async function findMember(tx: Tx, id: MemberId): Promise<Member | null> {
  const row = await MemberModel.findById(id).session(tx.session).lean<MemberRow>();
  return row && fromRow(row);
}

/** Members by id. */
export async function findMembers(tx: Tx, ids: readonly MemberId[]): Promise<Member[]> {
  if (ids.length === 0) return [];
  const rows = await MemberModel.find({ _id: { $in: ids } })
    .session(tx.session)
    .lean<MemberRow[]>();
  return rows.map(fromRow);
}

/** Members whose LINE this person is. */
export async function findOwnMembers(tx: Tx, personId: PersonId): Promise<Member[]> {
  const rows = await MemberModel.find({ "link.personId": personId })
    .sort({ _id: 1 })
    .session(tx.session)
    .lean<MemberRow[]>();
  return rows.map(fromRow);
}

/** Members whose LINE this person is, and one more. */
export async function findOwnMembersAnd(tx: Tx, personId: PersonId, id: MemberId): Promise<Member[]> {
  const rows = await MemberModel.find({ $or: [{ "link.personId": personId }, { _id: id }] })
    .sort({ _id: 1 })
    .session(tx.session)
    .lean<MemberRow[]>();
  return rows.map(fromRow);
}

/** Passbooks of others that these members open or see: as guardian, as helper with recorded consent, or as signatory of an occupational group. */
export async function findPassbooksOpenedBy(tx: Tx, members: readonly Member[]): Promise<Member[]> {
  if (members.length === 0) return [];
  const groupIds = [...new Set(members.map(({ groupId }) => groupId))];
  const either = groupIds.flatMap((groupId) => {
    const nos = { $in: members.filter((one) => one.groupId === groupId).map(({ memberNo }) => memberNo) };
    return [
      { groupId, guardianNo: nos },
      { groupId, "helpers.memberNo": nos },
      { groupId, signatoryNos: nos },
    ];
  });
  // The embedded database finds by an index what stands beside an alternative, not what stands in it.
  const filter = { groupId: { $in: groupIds }, $or: either };
  const rows = await MemberModel.find(filter).sort({ _id: 1 }).session(tx.session).lean<MemberRow[]>();
  return rows.map(fromRow);
}

/** The active occupational groups for which these members sign. */
export async function findSignedBy(tx: Tx, members: readonly Member[]): Promise<Member[]> {
  const opened = await findPassbooksOpenedBy(tx, members);
  const isSigned = (one: Member): boolean =>
    members.some(({ groupId, memberNo }) => groupId === one.groupId && one.signatoryNos.includes(memberNo));
  return opened.filter((one) => one.status === "active" && isSigned(one));
}

/** All members of a group, by number. */
export async function findMembersOfGroup(tx: Tx, groupId: GroupId): Promise<Member[]> {
  const rows = await MemberModel.find({ groupId }).sort({ memberNo: 1 }).session(tx.session).lean<MemberRow[]>();
  return rows.map(fromRow);
}

/** Members of a group whose LINE is linked, by id: at most `limit` after one of them. */
export async function findLinkedMembers(
  tx: Tx,
  groupId: GroupId,
  { after, limit }: { after: MemberId | null; limit: number },
): Promise<Member[]> {
  const filter = { groupId, "link.personId": { $ne: null }, ...(after === null ? {} : { _id: { $gt: after } }) };
  const rows = await MemberModel.find(filter).sort({ _id: 1 }).limit(limit).session(tx.session).lean<MemberRow[]>();
  return rows.map(fromRow);
}

/** How many members of a group have LINE. */
export async function countLinkedMembers(tx: Tx, groupId: GroupId): Promise<number> {
  return MemberModel.countDocuments({ groupId, "link.personId": { $ne: null } }).session(tx.session);
}

/** Members of these line heads' lines. */
export async function findMembersOfLines(tx: Tx, groupId: GroupId, heads: readonly string[]): Promise<Member[]> {
  if (heads.length === 0) return [];
  const rows = await MemberModel.find({ groupId, lineHeadNo: { $in: heads } })
    .sort({ memberNo: 1 })
    .session(tx.session)
    .lean<MemberRow[]>();
  return rows.map(fromRow);
}

/** Number, name and nickname of a group's members, to find one by what people say. */
export async function findNames(tx: Tx, groupId: GroupId): Promise<Pick<Member, "memberNo" | "name" | "nickname">[]> {
  return MemberModel.find({ groupId }, { _id: 0, memberNo: 1, name: 1, nickname: 1 })
    .sort({ memberNo: 1 })
    .session(tx.session)
    .lean<Pick<Member, "memberNo" | "name" | "nickname">[]>();
}

/** Sets a member's link; the version that was read must still stand, else the transaction's snapshot is stale and this throws. */
export async function setLink(tx: Tx, member: Member, link: Link): Promise<void> {
  const { matchedCount } = await MemberModel.updateOne(
    { _id: member.id, "link.version": member.link.version },
    { $set: { link } },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the link changed under its transaction");
}

/** Puts a person into the place of a member of an invented group. */
export async function takePassbook(
  tx: Tx,
  id: MemberId,
  { name, nickname, personId, at }: Pick<Member, "name" | "nickname"> & { personId: PersonId; at: Date },
): Promise<void> {
  await MemberModel.updateOne(
    { _id: id },
    { $set: { name, nickname, "link.personId": personId, "link.linkedAt": at }, $inc: { "link.version": 1 } },
    { session: tx.session },
  );
}

/** Lets a passbook of an invented group go: what waits for its reader is dropped. */
export async function letGoOfPassbook(tx: Tx, id: MemberId): Promise<void> {
  const change = { $set: { "link.personId": null }, $inc: { "link.version": 1 } };
  await MemberModel.updateOne({ _id: id }, change, { session: tx.session });
}

/** Saves the pledges that follow a member's first one. The caller holds the group's ledger head, which all who change them lock. */
export async function savePledgeSteps(tx: Tx, id: MemberId, pledgeSteps: PledgeStep[]): Promise<void> {
  await MemberModel.updateOne({ _id: id }, { $set: { pledgeSteps } }, { session: tx.session });
}

/** Moves the balance at which a member's pledge stood, in satang, where her savings move otherwise than by her pledge. The caller holds the group's ledger head. */
export async function shiftPledgeBase(tx: Tx, id: MemberId, by: Satang): Promise<void> {
  if (by !== 0) await MemberModel.updateOne({ _id: id }, { $inc: { pledgeBase: by } }, { session: tx.session });
}

/** Saves how a member was taken in and what follows from it. The caller holds the group's ledger head, which all who change it lock. */
export async function saveAdmission(tx: Tx, member: Member): Promise<void> {
  const { status, admission, pledgePaidThrough, pledgeBase } = member;
  const set = { status, admission, pledgePaidThrough, pledgeBase };
  await MemberModel.updateOne({ _id: member.id }, { $set: set }, { session: tx.session });
}

/** Names a member's spouse, where her row names none. */
export async function nameSpouse(tx: Tx, id: MemberId, spouseNo: string): Promise<void> {
  await MemberModel.updateOne({ _id: id, spouseNo: null }, { $set: { spouseNo } }, { session: tx.session });
}

/** Adds a helper, consent recorded face to face; throws when she is one already, since the caller has looked. */
export async function addHelper(tx: Tx, id: MemberId, helper: Helper): Promise<void> {
  const { matchedCount } = await MemberModel.updateOne(
    { _id: id, "helpers.memberNo": { $ne: helper.memberNo } },
    { $push: { helpers: helper } },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the helpers changed under their transaction");
}

/** Takes a helper away; throws when she is none, since the caller has looked. */
export async function removeHelper(tx: Tx, id: MemberId, helperNo: string): Promise<void> {
  const { matchedCount } = await driverOf(MemberModel).updateOne(
    { _id: id, "helpers.memberNo": helperNo },
    { $pull: { helpers: { memberNo: helperNo } } },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the helpers changed under their transaction");
}
