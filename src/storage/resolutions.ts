import type { CommitteeResolution } from "../domain/approvals/committee-resolution";
import type { GroupId } from "../domain/ids";
import { defineModel, Mixed } from "./model";
import type { Tx } from "./tx";

type ResolutionRow = Omit<CommitteeResolution, "id"> & { _id: string };

export const ResolutionModel = defineModel<ResolutionRow>({
  collection: "resolutions",
  fields: {
    groupId: { type: String, required: true },
    resolutionNo: { type: String, required: true },
    year: { type: Number, required: true },
    no: { type: Number, required: true },
    how: { type: String, required: true },
    decidedAt: { type: Date, required: true },
    items: { type: Mixed, required: true },
    voices: { type: Mixed, required: true },
    excluded: { type: Mixed, required: true },
  },
  indexes: [[{ groupId: 1, year: 1, no: 1 }, { unique: true }]],
});

const fromRow = ({ _id, ...rest }: ResolutionRow): CommitteeResolution => ({ id: _id, ...rest });

/** Stores a resolution. */
export async function insertResolution(tx: Tx, { id, ...rest }: CommitteeResolution): Promise<void> {
  await ResolutionModel.create([{ _id: id, ...rest }], { session: tx.session });
}

/** The number of a group's last resolution of a Buddhist year; 0 where there is none. */
export async function lastResolutionNo(tx: Tx, groupId: GroupId, year: number): Promise<number> {
  const row = await ResolutionModel.findOne({ groupId, year })
    .sort({ no: -1 })
    .session(tx.session)
    .lean<ResolutionRow>();
  return row?.no ?? 0;
}

/** The resolution by its number, or null. */
export async function findResolution(
  tx: Tx,
  groupId: GroupId,
  resolutionNo: string,
): Promise<CommitteeResolution | null> {
  const row = await ResolutionModel.findById(`${groupId}/${resolutionNo}`).session(tx.session).lean<ResolutionRow>();
  return row && fromRow(row);
}

/** A group's resolutions, the newest first. */
export async function findResolutions(
  tx: Tx,
  groupId: GroupId,
  { skip, limit }: { skip: number; limit: number },
): Promise<{ resolutions: CommitteeResolution[]; count: number }> {
  const rows = await ResolutionModel.find({ groupId })
    .sort({ year: -1, no: -1 })
    .skip(skip)
    .limit(limit)
    .session(tx.session)
    .lean<ResolutionRow[]>();
  const count = await ResolutionModel.countDocuments({ groupId }).session(tx.session);
  return { resolutions: rows.map(fromRow), count };
}
