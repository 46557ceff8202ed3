import type { Benefit } from "../domain/groups/benefit";
import type { GroupId } from "../domain/ids";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

interface BenefitsRow {
  _id: GroupId;
  benefits: Benefit[];
}

export const BenefitsModel = defineModel<BenefitsRow>({
  collection: "benefits",
  fields: { benefits: { type: [Mixed], required: true } },
});

/** The benefits of these groups, in the order of their files; a group that wrote none is left out. */
export async function findBenefits(tx: Tx, groupIds: readonly GroupId[]): Promise<Map<GroupId, Benefit[]>> {
  if (groupIds.length === 0) return new Map();
  const rows = await BenefitsModel.find({ _id: { $in: groupIds } })
    .session(tx.session)
    .lean<BenefitsRow[]>();
  return new Map(rows.map(({ _id, benefits }) => [_id, benefits]));
}

/** Puts a group's benefits in the place of what it wrote before. */
export async function saveBenefits(tx: Tx, groupId: GroupId, benefits: Benefit[]): Promise<void> {
  const filter = { _id: groupId };
  await driverOf(BenefitsModel).replaceOne(filter, { benefits }, { upsert: true, session: tx.session });
}
