import { refuse } from "./errors";

/** What of one kind of name the engine knows. A name that is not on the list is refused, whether MongoDB has it or not. */
export interface Section {
  /** What the names are, for messages. */
  readonly kind: string;
  /** Done exactly as MongoDB does. */
  readonly implemented: readonly string[];
  /** Accepted without effect, which changes no result. */
  readonly ignored: readonly string[];
}

function section(kind: string, implemented: string, ignored?: string): Section {
  return { kind, implemented: implemented.split(" "), ignored: ignored?.split(" ") ?? [] };
}

/** All that the engine knows besides commands (allow-list-commands.ts). Headings are those of the MongoDB manual. */
export const ALLOWED = {
  query: section(
    "query operator",
    "$eq $ne $gt $gte $lt $lte $in $nin $and $or $nor $not $exists $regex $options $all $elemMatch $size $expr",
    "$comment",
  ),
  update: section(
    "update operator",
    "$set $setOnInsert $unset $inc $mul $min $max $push $addToSet $pull $pullAll $pop",
  ),
  push: section("clause of $push", "$each $slice $position"),
  stage: section(
    "aggregation stage",
    "$match $group $sort $project $addFields $set $unset $limit $skip $unwind $count",
  ),
  accumulator: section("accumulator", "$sum $avg $min $max $first $last $push $addToSet $count"),
  expression: section(
    "expression",
    "$literal $add $subtract $multiply $eq $ne $gt $gte $lt $lte $and $or $not $cond $ifNull",
  ),
  index: section(
    "index option",
    "key name unique sparse partialFilterExpression expireAfterSeconds v",
    "background ns",
  ),
};

/** True for a name that is done, false for one without effect; refuses all others. */
export function isImplemented(list: Section, name: string): boolean {
  if (list.implemented.includes(name)) return true;
  return list.ignored.includes(name) ? false : refuse(`the ${list.kind} ${name}`);
}
