import type { Group } from "../../domain/groups/group";
import { findLiveGroups } from "../../storage/groups";
import type { Tx } from "../../storage/tx";

/** Every group that is live. */
export function getLiveGroups(tx: Tx): Promise<Group[]> {
  return findLiveGroups(tx);
}
