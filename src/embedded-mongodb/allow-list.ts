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
  query: section("query operator", "$eq $ne $gt $gte $lt $lte $in $nin $and $or $nor $not $exists $elemMatch"),
  update: section("update operator", "$set $setOnInsert $unset $inc $push $pull"),
  push: section("clause of $push", "$each"),
  stage: section("aggregation stage", "$match $group $sort $project $addFields $unset $limit $skip $unwind $count"),
  accumulator: section("accumulator", "$sum $avg $min $max $first $last $push"),
  expression: section("expression", "$literal"),
  index: section("index option", "key name unique sparse partialFilterExpression expireAfterSeconds v", "background"),
};

/** True for a name that is done, false for one without effect; refuses all others. */
export function isImplemented(list: Section, name: string): boolean {
  if (list.implemented.includes(name)) return true;
  return list.ignored.includes(name) ? false : refuse(`the ${list.kind} ${name}`);
}
