import { CommandError, refuse } from "../errors";
import { compareValues } from "../bson/compare";
import { LongOverflow, addNumbers, multiplyNumbers, toDouble } from "../bson/numbers";
import type { NumberValue } from "../bson/numbers";
import { int32, isNumber } from "../bson/value";
import type { Value } from "../bson/value";
import { isTruthy } from "../query/operators";

type Operands = readonly (Value | undefined)[];

/** An expression that evaluates all its operands, with how many it takes (undefined: any number). */
export interface ExpressionFunction {
  readonly count: number | undefined;
  apply(operands: Operands): Value | undefined;
}

const isNullish = (value: Value | undefined): value is null | undefined => value === undefined || value === null;

/** The operands as numbers; undefined when one is null or missing. They are looked at from left to right. */
function numbersOf(name: string, operands: Operands): NumberValue[] | undefined {
  const numbers: NumberValue[] = [];
  for (const operand of operands) {
    if (isNullish(operand)) return undefined;
    if (operand instanceof Date) refuse(`${name} of a date`);
    if (!isNumber(operand)) throw new CommandError(14, `${name} only supports numeric types`);
    numbers.push(operand);
  }
  return numbers;
}

/** The result as double where 64 bits do not hold it. */
function orDouble(compute: () => NumberValue, asDoubles: () => number): NumberValue {
  try {
    return compute();
  } catch (error) {
    if (error instanceof LongOverflow) return asDoubles();
    throw error;
  }
}

const plus = (a: NumberValue, b: NumberValue): NumberValue =>
  orDouble(
    () => addNumbers(a, b),
    () => toDouble(a) + toDouble(b),
  );

function add(operands: Operands): Value {
  return numbersOf("$add", operands)?.reduce(plus, int32(0)) ?? null;
}

function subtract(operands: Operands): Value {
  const numbers = operands.some(isNullish) ? undefined : numbersOf("$subtract", operands);
  if (!numbers) return null;
  const [left, right] = numbers as [NumberValue, NumberValue];
  return orDouble(
    () => addNumbers(left, multiplyNumbers(int32(-1), right)),
    () => toDouble(left) - toDouble(right),
  );
}

/** Factors before a double are multiplied as doubles too. */
function multiply(operands: Operands): Value {
  const factors = numbersOf("$multiply", operands);
  if (!factors) return null;
  const asDoubles = () => factors.reduce<number>((product, factor) => product * toDouble(factor), 1);
  const hasDouble = factors.some((factor) => typeof factor === "number");
  return orDouble(() => factors.reduce(multiplyNumbers, hasDouble ? 1 : int32(1)), asDoubles);
}

const comparing = (accepts: (order: number) => boolean): ExpressionFunction => ({
  count: 2,
  apply: ([left, right]) => accepts(compareValues(left, right)),
});

/** Expressions whose operands are all evaluated first; `$literal`, `$cond`, `$and`, `$or` are in expressions.ts. */
export const FUNCTIONS = new Map<string, ExpressionFunction>([
  ["$add", { count: undefined, apply: add }],
  ["$subtract", { count: 2, apply: subtract }],
  ["$multiply", { count: undefined, apply: multiply }],
  ["$eq", comparing((order) => order === 0)],
  ["$ne", comparing((order) => order !== 0)],
  ["$gt", comparing((order) => order > 0)],
  ["$gte", comparing((order) => order >= 0)],
  ["$lt", comparing((order) => order < 0)],
  ["$lte", comparing((order) => order <= 0)],
  ["$not", { count: 1, apply: ([value]) => !isTruthy(value) }],
  [
    "$ifNull",
    { count: undefined, apply: (operands) => operands.find((value) => !isNullish(value)) ?? operands.at(-1) },
  ],
]);
