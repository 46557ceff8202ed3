import type { GroupId } from "../domain/ids";
import type { RuleVersion } from "../domain/rules/rule-book";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

interface RuleBookRow {
  _id: GroupId;
  versions: RuleVersion[];
}

export const RuleBookModel = defineModel<RuleBookRow>({
  collection: "rule_books",
  fields: { versions: { type: [Mixed], required: true } },
});

/** The versions that these groups made of their rules, in the order of their numbers; a group that has only the template is left out. */
export async function findRuleVersions(tx: Tx, groupIds: readonly GroupId[]): Promise<Map<GroupId, RuleVersion[]>> {
  if (groupIds.length === 0) return new Map();
  const rows = await RuleBookModel.find({ _id: { $in: groupIds } })
    .session(tx.session)
    .lean<RuleBookRow[]>();
  return new Map(rows.map(({ _id, versions }) => [_id, versions]));
}

/** Adds a version to a group's rules, after all that are there. */
export async function addRuleVersion(tx: Tx, groupId: GroupId, version: RuleVersion): Promise<void> {
  await driverOf(RuleBookModel).updateOne(
    { _id: groupId },
    { $push: { versions: version } },
    { upsert: true, session: tx.session },
  );
}
