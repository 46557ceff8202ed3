import mongoose from "mongoose";
import { defineModel } from "./model";

/** One lane, the jobs lane, or the sign of life of a process; held until an instant of real time. */
interface Lease {
  _id: string;
  holder: string;
  until: Date;
}

export const LeaseModel = defineModel<Lease>({
  collection: "leases",
  fields: { holder: { type: String, required: true }, until: { type: Date, required: true } },
});

/** Takes a lease that is free, expired or our own, for `ms` from now. False when another holds it. */
export async function takeLease(name: string, holder: string, ms: number): Promise<boolean> {
  const now = new Date();
  const change = { $set: { holder, until: new Date(now.getTime() + ms) } };
  try {
    const { matchedCount, upsertedCount } = await LeaseModel.updateOne(
      { _id: name, $or: [{ holder }, { until: { $lt: now } }] },
      change,
      { upsert: true },
    );
    return matchedCount + upsertedCount > 0;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === 11000) return false; // It exists and is another's.
    throw error;
  }
}

/** Renews the leases that are still ours; gives their names. */
export async function renewLeases(names: readonly string[], holder: string, ms: number): Promise<string[]> {
  const until = new Date(Date.now() + ms);
  await LeaseModel.updateMany({ _id: { $in: names }, holder }, { $set: { until } });
  const held = await LeaseModel.find({ _id: { $in: names }, holder }).lean<Lease[]>();
  return held.map((lease) => lease._id);
}

/** Gives leases back at once. */
export async function releaseLeases(names: readonly string[], holder: string): Promise<void> {
  await LeaseModel.deleteMany({ _id: { $in: names }, holder });
}

/** Takes every lease away, in a database whose processes are gone. */
export async function forgetLeases(): Promise<void> {
  await LeaseModel.deleteMany({});
}

/** Names of leases with the prefix that are held by anybody now. */
export async function findHeldLeases(prefix: string): Promise<{ name: string; holder: string }[]> {
  const rows = await LeaseModel.find({ until: { $gte: new Date() } }).lean<Lease[]>();
  return rows.filter((row) => row._id.startsWith(prefix)).map((row) => ({ name: row._id, holder: row.holder }));
}
