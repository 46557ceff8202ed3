import Ajv2019, { type ErrorObject, type ValidateFunction } from "ajv/dist/2019";
import addFormats from "ajv-formats";
import { Spot, type Problem } from "../problem";
import { closedSchemas, type Description } from "./description";

const ajvs = new Map<Description, Ajv2019>();
const compiled = new Map<string, ValidateFunction>();

function ajvOf(description: Description): Ajv2019 {
  const known = ajvs.get(description);
  if (known) return known;
  // Neither is worth its time: the schemas are ours, and each is compiled once for few values.
  const fastStart = { validateSchema: false, code: { optimize: false } };
  const ajv = new Ajv2019({ allErrors: true, strict: false, discriminator: true, verbose: true, ...fastStart });
  addFormats(ajv);
  ajv.addSchema(closedSchemas(description), description);
  ajvs.set(description, ajv);
  return ajv;
}

function validatorOf(description: Description, schemaName: string): ValidateFunction {
  const key = `${description}#/$defs/${schemaName}`;
  const known = compiled.get(key);
  if (known) return known;
  const validator = ajvOf(description).getSchema(key);
  if (!validator) throw new Error(`${description} describes no ${schemaName}`);
  compiled.set(key, validator as ValidateFunction);
  return validator as ValidateFunction;
}

/** The path of an Ajv error as keys, numbers where an array is meant. */
function keysOf(error: ErrorObject): (string | number)[] {
  const keys = error.instancePath
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const params = error.params as { missingProperty?: string; additionalProperty?: string; tag?: string };
  const last = params.missingProperty ?? params.additionalProperty ?? params.tag;
  return [...keys, ...(last === undefined ? [] : [last])].map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

function range(schema: unknown, low: string, high: string): string {
  const limits = (schema ?? {}) as Record<string, number | undefined>;
  return `between ${limits[low] ?? 0} and ${limits[high] ?? "unlimited"}`;
}

/** Words close to LINE's own; LINE promises none of them. */
function wordsFor(error: ErrorObject): string {
  switch (error.keyword) {
    case "required":
      return "May not be empty";
    case "additionalProperties":
      return "invalid property";
    case "minItems":
    case "maxItems":
      return error.instancePath.endsWith("/items")
        ? `must not be more than ${String((error.params as { limit: number }).limit)} items`
        : `Size must be ${range(error.parentSchema, "minItems", "maxItems")}`;
    case "minLength":
    case "maxLength":
      return `Length must be ${range(error.parentSchema, "minLength", "maxLength")}`;
    case "minimum":
    case "maximum":
      return `Must be ${range(error.parentSchema, "minimum", "maximum")}`;
    case "enum":
      return `Must be one of the following values: [${(error.params as { allowedValues: unknown[] }).allowedValues.join(", ")}]`;
    case "discriminator":
      return (error.params as { error: string }).error === "tag"
        ? "May not be empty"
        : `Must be one of the following values: [${(error.parentSchema as { tagValues: string[] }).tagValues.join(", ")}]`;
    case "format":
      return (error.params as { format: string }).format === "uri" ? "invalid uri" : "invalid value";
    default:
      return error.message ?? "invalid value";
  }
}

/** A Flex container's own problems are told by pointer inside it. */
function note(root: Spot, keys: (string | number)[], words: string): void {
  const [list, index, contents, ...inner] = keys;
  const inFlex = list === "messages" && typeof index === "number" && contents === "contents";
  if (inFlex)
    root
      .at(list, index)
      .intoFlex()
      .at(...inner)
      .refuse(words);
  else root.at(...keys).refuse(words);
}

/**
 * Compares a value with a schema of LINE's own description and gives what does not fit, in LINE's notation. Lengths and
 * most other limits are not in the description: see `validateMessages`. Throws when the description has no such schema.
 */
export function validateAgainstSchema(
  schemaName: string,
  value: unknown,
  description: Description = "messaging-api",
): Problem[] {
  const validator = validatorOf(description, schemaName);
  const problems: Problem[] = [];
  if (validator(value)) return problems;
  const root = new Spot(problems);
  for (const error of validator.errors ?? []) note(root, keysOf(error), wordsFor(error));
  return problems;
}
