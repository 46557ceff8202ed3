import type { Group } from "../../domain/groups/group";
import type { Notice } from "../../domain/notice";
import { findUntoldChange, saveToldChange, type DayChangeRow } from "../../storage/day-changes";
import { getGroup } from "../../storage/groups";
import { findLinkedMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** Members who hear of a moved day in one transaction. */
const membersAtOnce = 200;

/**
 * The next members who have not heard yet that a working day was moved, or is not held; null where everybody has. They count as told with this
 * transaction, so that a run after a crash tells nobody twice.
 */
export async function tellNextMove(tx: Tx): Promise<Notice[] | null> {
  const row = await findUntoldChange(tx);
  return row && tellMove(tx, await getGroup(tx, row.groupId), row);
}

/** The next members of a group who are to hear of one change; who made it knows. They count as told. */
export async function tellMove(tx: Tx, group: Group, row: DayChangeRow): Promise<Notice[]> {
  const { _id, changedBy, moved, told } = row;
  const members = await findLinkedMembers(tx, group.id, { after: told.through, limit: membersAtOnce });
  await saveToldChange(tx, _id, {
    through: members.at(-1)?.id ?? told.through,
    all: members.length < membersAtOnce,
  });
  const others = members.filter(({ id }) => id !== changedBy);
  const view = { group, ...moved };
  return others.map((member) => ({ to: { memberId: member.id, member }, kind: "day.moved", view }));
}
