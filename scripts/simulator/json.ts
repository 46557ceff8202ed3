/** A JSON object whose shape has not been checked yet. */
export type JsonObject = Record<string, unknown>;

/** Tells a JSON object from every other JSON value (arrays and null included). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Gives the objects of a JSON array; anything else in it, or no array at all, is left out. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
