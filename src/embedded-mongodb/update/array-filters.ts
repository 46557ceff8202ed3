import { CommandError } from "../errors";
import { isDoc, type Doc, type Value } from "../bson/value";
import { compileFilter } from "../query/filter";
import { isIdentifier, type ArrayFilters, type Path } from "./paths";

/** Compiles `arrayFilters` and checks that the identifiers of paths and filters are the same ones. */
export function compileArrayFilters(filters: readonly Value[], paths: readonly Path[]): ArrayFilters {
  const compiled = new Map<string, (element: Value) => boolean>();
  for (const filter of filters) {
    if (!isDoc(filter)) throw new CommandError(14, "arrayFilters must be an array of objects");
    const [name = "", other] = new Set(namesOf(filter));
    if (name === "" || other !== undefined)
      throw new CommandError(9, "An array filter needs a single top-level field name");
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
      throw new CommandError(2, `The array filter name '${name}' must be alphanumeric`);
    if (compiled.has(name)) throw new CommandError(9, `Found multiple array filters for ${name}`);
    const matches = compileFilter(filter);
    compiled.set(name, (element) => matches(new Map([[name, element]])));
  }
  const used = new Set(paths.flatMap((path) => path.filter(isIdentifier).map((part) => part.slice(2, -1))));
  for (const name of compiled.keys()) {
    if (!used.has(name)) throw new CommandError(9, `The array filter for identifier '${name}' was not used`);
  }
  for (const name of used) {
    if (name !== "" && !compiled.has(name)) throw new CommandError(2, `No array filter found for identifier '${name}'`);
  }
  return compiled;
}

function namesOf(filter: Doc): string[] {
  return [...filter].flatMap(([name, argument]) => {
    if (!name.startsWith("$")) return [name.split(".")[0] as string];
    return Array.isArray(argument) ? argument.filter(isDoc).flatMap(namesOf) : [];
  });
}
