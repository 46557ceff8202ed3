import type { GroupId } from "../domain/ids";
import type { RuleVersion } from "../domain/rules/rule-book";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

/** A group's rules: the versions in the order of their numbers, and the hash of the rules file that setup read last. */
export interface RuleBookRow {
  _id: GroupId;
  versions: RuleVersion[];
  written: string | null;
}

export const RuleBookModel = defineModel<RuleBookRow>({
  collection: "rule_books",
  fields: { versions: { type: [Mixed], required: true }, written: { type: String } },
});

/** The rules of these groups; one that has only the shipped rules, and was never given a file, is left out. */
export async function findRuleBooks(tx: Tx, groupIds: readonly GroupId[]): Promise<Map<GroupId, RuleBookRow>> {
  if (groupIds.length === 0) return new Map();
  const rows = await RuleBookModel.find({ _id: { $in: groupIds } })
    .session(tx.session)
    .lean<RuleBookRow[]>();
  return new Map(rows.map((row) => [row._id, row]));
}

/** The versions that a group made of its rules, in the order of their numbers; none where it has only the shipped ones. */
export async function findRuleVersions(tx: Tx, groupId: GroupId): Promise<RuleVersion[]> {
  return (await findRuleBooks(tx, [groupId])).get(groupId)?.versions ?? [];
}

/** Adds a version to a group's rules, after all that are there. */
export async function addRuleVersion(tx: Tx, groupId: GroupId, version: RuleVersion): Promise<void> {
  await driverOf(RuleBookModel).updateOne(
    { _id: groupId },
    { $push: { versions: version }, $setOnInsert: { written: null } },
    { upsert: true, session: tx.session },
  );
}

/** Keeps the hash of the rules file that setup has read, so that the same file says nothing new. */
export async function saveWrittenRules(tx: Tx, groupId: GroupId, written: string): Promise<void> {
  await driverOf(RuleBookModel).updateOne(
    { _id: groupId },
    { $set: { written }, $setOnInsert: { versions: [] } },
    { upsert: true, session: tx.session },
  );
}
