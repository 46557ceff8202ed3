import { localDateOf } from "../../domain/dates";
import type { Notice } from "../../domain/notice";
import { getGroup } from "../../storage/groups";
import { findLinkedMembers } from "../../storage/members";
import { findUntoldRun, saveToldRun } from "../../storage/parallel-runs";
import type { Tx } from "../../storage/tx";

/** Members who hear of it in one transaction. */
const membersAtOnce = 200;

/**
 * The next members who have not heard yet that their group went live; null where everybody has. They count as told with this transaction, so
 * that a run after a crash tells nobody twice.
 */
export async function tellNextLive(tx: Tx): Promise<Notice[] | null> {
  const run = await findUntoldRun(tx);
  if (!run) return null;
  const group = await getGroup(tx, run.groupId);
  const through = run.told?.through ?? null;
  const members = await findLinkedMembers(tx, run.groupId, { after: through, limit: membersAtOnce });
  await saveToldRun(tx, run.groupId, { through: members.at(-1)?.id ?? through, all: members.length < membersAtOnce });
  const view = { group, on: localDateOf(run.liveAt ?? run.startedAt) };
  return members.map((member) => ({ to: { memberId: member.id, member }, kind: "go-live.told", view }));
}
