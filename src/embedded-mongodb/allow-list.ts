/** What the engine does with the names of one kind. A name in none of the lists is unknown to MongoDB too and gets MongoDB's own error. */
export interface Section {
  /** Done exactly as MongoDB does. */
  readonly implemented: readonly string[];
  /** Accepted without effect, which changes no result. */
  readonly ignored: readonly string[];
  /** MongoDB 7.0 has it; here it is refused with code 238. */
  readonly refused: readonly string[];
}

function section(implemented: string, ignored: string, refused: string): Section {
  const names = (text: string) => text.split(/\s+/).filter((name) => name !== "");
  return { implemented: names(implemented), ignored: names(ignored), refused: names(refused) };
}

/** Operators of a filter (MongoDB manual: Query and Projection Operators). */
export const QUERY_OPERATORS = section(
  "$eq $ne $gt $gte $lt $lte $in $nin $and $or $nor $not $exists $type $regex $options $mod $all $elemMatch $size $expr",
  "$comment",
  `$where $text $jsonSchema $geoWithin $geoIntersects $near $nearSphere $within $bitsAllSet $bitsAllClear $bitsAnySet $bitsAnyClear
   $sampleRate $alwaysTrue $alwaysFalse $ref $id $db $maxDistance $minDistance $rand`,
);

/** Operators of an update document (manual: Update Operators). */
export const UPDATE_OPERATORS = section(
  "$set $unset $inc $mul $min $max $setOnInsert $rename $push $addToSet $pull $pullAll $pop $currentDate",
  "",
  "$bit",
);

/** Modifiers of $push and $addToSet (manual: Update Operator Modifiers). */
export const PUSH_MODIFIERS = section("$each $slice $sort $position", "", "");

/** Operators of a find projection (manual: Projection Operators). */
export const PROJECTION_OPERATORS = section("$elemMatch $slice", "", "$meta");

/** Stages of an aggregation pipeline (manual: Aggregation Stages). */
export const STAGES = section(
  "$match $group $sort $project $addFields $set $unset $limit $skip $unwind $count",
  "",
  `$bucket $bucketAuto $changeStream $changeStreamSplitLargeEvent $collStats $currentOp $densify $documents $facet $fill $geoNear
   $graphLookup $indexStats $listLocalSessions $listSampledQueries $listSearchIndexes $listSessions $lookup $merge $out
   $planCacheStats $redact $replaceRoot $replaceWith $sample $search $searchMeta $setWindowFields $shardedDataDistribution
   $sortByCount $unionWith`,
);

/** Accumulators of $group (manual: Accumulators). */
export const ACCUMULATORS = section(
  "$sum $avg $min $max $first $last $push $addToSet $count",
  "",
  `$accumulator $bottom $bottomN $firstN $lastN $maxN $median $mergeObjects $minN $percentile $stdDevPop $stdDevSamp $top $topN`,
);

/** Expression operators (manual: Aggregation Operators). */
export const EXPRESSIONS = section(
  `$literal $add $subtract $multiply $divide $mod $abs $eq $ne $gt $gte $lt $lte $cmp $and $or $not $cond $ifNull $in $size
   $arrayElemAt $concat`,
  "",
  `$accumulator $acos $acosh $allElementsTrue $anyElementTrue $arrayToObject $asin $asinh $atan $atan2 $atanh $avg $binarySize
   $bitAnd $bitNot $bitOr $bitXor $bsonSize $ceil $concatArrays $const $convert $cos $cosh $dateAdd $dateDiff $dateFromParts
   $dateFromString $dateSubtract $dateToParts $dateToString $dateTrunc $dayOfMonth $dayOfWeek $dayOfYear $degreesToRadians $exp
   $filter $first $firstN $floor $function $getField $hour $indexOfArray $indexOfBytes $indexOfCP $isArray $isNumber $isoDayOfWeek
   $isoWeek $isoWeekYear $last $lastN $let $ln $log $log10 $ltrim $map $max $maxN $median $mergeObjects $meta $millisecond $min
   $minN $minute $month $objectToArray $percentile $pow $radiansToDegrees $rand $range $reduce $regexFind $regexFindAll $regexMatch
   $replaceAll $replaceOne $reverseArray $round $rtrim $sampleRate $second $setDifference $setEquals $setField $setIntersection
   $setIsSubset $setUnion $sin $sinh $slice $sortArray $split $sqrt $stdDevPop $stdDevSamp $strLenBytes $strLenCP $strcasecmp
   $substr $substrBytes $substrCP $sum $switch $tan $tanh $toBool $toDate $toDecimal $toDouble $toHashedIndexKey $toInt $toLong
   $toLower $toObjectId $toString $toUpper $trim $trunc $tsIncrement $tsSecond $type $unsetField $week $year $zip`,
);

/** Options of an index (manual: createIndexes). */
export const INDEX_OPTIONS = section(
  "key name unique sparse partialFilterExpression expireAfterSeconds v",
  "background ns",
  `collation hidden storageEngine weights default_language language_override textIndexVersion 2dsphereIndexVersion bits min max
   wildcardProjection columnstoreProjection clustered prepareUnique dropDups bucketSize`,
);

/** Where a name stands in a section. */
export function statusOf(list: Section, name: string): "implemented" | "ignored" | "refused" | "unknown" {
  if (list.implemented.includes(name)) return "implemented";
  if (list.ignored.includes(name)) return "ignored";
  return list.refused.includes(name) ? "refused" : "unknown";
}
