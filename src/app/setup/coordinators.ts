import { memberId } from "../../domain/ids";
import type { Network } from "../../domain/groups/group";
import { saveNetwork } from "../../storage/groups";
import { findMembers } from "../../storage/members";
import { forgetMenusOf } from "../../storage/persons";
import type { Tx } from "../../storage/tx";

/** Writes the network with these new coordinators among its own; the phones linked with their passbooks get the coordinator's menu with their next message. */
export async function saveNetworkWith(tx: Tx, network: Network, added: Network["coordinators"]): Promise<void> {
  await saveNetwork(tx, { ...network, coordinators: [...network.coordinators, ...added] });
  const members = await findMembers(
    tx,
    added.map(({ groupId, memberNo }) => memberId(groupId, memberNo)),
  );
  await forgetMenusOf(
    tx,
    members.flatMap(({ link }) => link.personId ?? []),
  );
}
