import type { Group, Network } from "../domain/groups/group";
import type { GroupId } from "../domain/ids";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type GroupRow = Omit<Group, "id"> & { _id: GroupId };
type NetworkRow = Network & { _id: "network" };

export const GroupModel = defineModel<GroupRow>({
  collection: "groups",
  fields: {
    name: { type: Mixed, required: true },
    district: { type: String, required: true },
    workingDay: { type: Mixed, required: true },
    financeMode: { type: String, required: true },
    mode: { type: String, required: true },
    payment: { type: Mixed, required: true },
    delegates: { type: [Mixed], required: true },
    officers: { type: [Mixed], required: true },
    besidePaper: { type: Boolean },
    salt: { type: String, required: true },
  },
});

export const NetworkModel = defineModel<NetworkRow>({
  collection: "network",
  fields: {
    key: { type: String, required: true },
    name: { type: Mixed, required: true },
    groupIds: { type: [String], required: true },
    coordinators: { type: [Mixed], required: true },
  },
});

const fromRow = ({ _id, ...rest }: GroupRow): Group => ({ id: _id, ...rest });

/** The network, or null on a database where no setup has gone live. */
export async function findNetwork(tx: Tx): Promise<Network | null> {
  return NetworkModel.findById("network").session(tx.session).lean<NetworkRow>();
}

/** Groups by id, live or not: which are live the network says. */
export async function findGroups(tx: Tx, ids: readonly GroupId[]): Promise<Group[]> {
  if (ids.length === 0) return [];
  const rows = await GroupModel.find({ _id: { $in: ids } })
    .session(tx.session)
    .lean<GroupRow[]>();
  return rows.map(fromRow);
}

/** The group; throws when there is none, since an id that we hold ourselves must lead somewhere. */
export async function getGroup(tx: Tx, id: GroupId): Promise<Group> {
  const [group] = await findGroups(tx, [id]);
  if (!group) throw new Error("no such group");
  return group;
}

/** Every live group, in the network's order. */
export async function findLiveGroups(tx: Tx): Promise<Group[]> {
  const network = await findNetwork(tx);
  if (!network) return [];
  const groups = new Map((await findGroups(tx, network.groupIds)).map((group) => [group.id, group]));
  return network.groupIds.flatMap((id) => groups.get(id) ?? []);
}

/** Replaces a group's row, or makes it: a draft until the network names it. */
export async function saveGroups(groups: readonly Group[], tx?: Tx): Promise<void> {
  const writes = groups.map(({ id, ...rest }) => ({
    replaceOne: { filter: { _id: id }, replacement: rest, upsert: true },
  }));
  if (writes.length > 0) await driverOf(GroupModel).bulkWrite(writes, tx ? { session: tx.session } : {});
}

/** Writes the network row: the one write that makes its groups visible. */
export async function saveNetwork(tx: Tx, network: Network): Promise<void> {
  await driverOf(NetworkModel).replaceOne({ _id: "network" }, network, { upsert: true, session: tx.session });
}
