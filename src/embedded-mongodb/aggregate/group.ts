import { CommandError } from "../errors";
import { ALLOWED, isImplemented } from "../allow-list";
import { keyOf } from "../bson/key";
import { isDoc, type Doc, type Value } from "../bson/value";
import { ACCUMULATORS, type Accumulator } from "./accumulators";
import { compileExpression, type Expression } from "./expressions";

interface Field {
  readonly name: string;
  readonly expression: Expression;
  readonly make: () => Accumulator;
}

/** $group: one document per distinct key, in the order of their first documents. */
export function compileGroup(specification: Value): (docs: readonly Doc[]) => Doc[] {
  if (!isDoc(specification)) throw new CommandError(15947, "a group's fields must be specified in an object");
  const key = specification.get("_id");
  if (key === undefined) throw new CommandError(15955, "a group specification must include an _id");
  const id = compileExpression(key);
  const fields = [...specification]
    .filter(([name]) => name !== "_id")
    .map(([name, field]) => compileField(name, field));
  return (docs) => {
    const groups = new Map<string, { id: Value; accumulators: Accumulator[] }>();
    for (const doc of docs) {
      const value = id(doc) ?? null;
      const key = keyOf(value);
      const group = groups.get(key) ?? { id: value, accumulators: fields.map(({ make }) => make()) };
      groups.set(key, group);
      fields.forEach(({ expression }, index) => group.accumulators[index]?.add(expression(doc)));
    }
    return [...groups.values()].map(({ id: value, accumulators }) => {
      const results = accumulators.map(
        (accumulator, index) => [fields[index]?.name as string, accumulator.result()] as const,
      );
      return new Map<string, Value>([["_id", value], ...results]);
    });
  };
}

function compileField(name: string, specification: Value): Field {
  if (name.includes(".")) throw new CommandError(40235, `The field name '${name}' cannot contain '.'`);
  if (name.startsWith("$")) throw new CommandError(40236, `The field name '${name}' cannot be an operator name`);
  if (!isDoc(specification)) throw new CommandError(40234, `The field '${name}' must be an accumulator object`);
  if (specification.size !== 1) throw new CommandError(40238, `The field '${name}' must specify one accumulator`);
  const [operator, argument] = [...specification][0] as [string, Value];
  isImplemented(ALLOWED.accumulator, operator);
  const make = ACCUMULATORS.get(operator) as () => Accumulator;
  if (Array.isArray(argument)) throw new CommandError(40237, `The ${operator} accumulator is a unary operator`);
  return { name, expression: compileExpression(argument), make };
}
