import { isObject, objectsOf, type JsonObject } from "../json";

/** The schemas of an OpenAPI description by name. */
export type Schemas = Record<string, JsonObject>;

interface Tag {
  property: string;
  value: string;
}

const wordsOnly = new Set(["description", "externalDocs", "example"]);

function nameOf(reference: unknown): string {
  return String(reference).replace(/^.*\//, "");
}

function tagsOf(schemas: Schemas): Map<string, Tag> {
  const tags = new Map<string, Tag>();
  for (const schema of Object.values(schemas)) {
    if (!isObject(schema["discriminator"])) continue;
    const { propertyName, mapping } = schema["discriminator"];
    for (const [value, target] of Object.entries(isObject(mapping) ? mapping : {})) {
      tags.set(nameOf(target), { property: String(propertyName), value });
    }
  }
  return tags;
}

/** All properties of a schema, its allOf parts included; what the parts demand together is required. */
function flatten(schemas: Schemas, schema: JsonObject): { properties: JsonObject; required: Set<string> } {
  const properties: JsonObject = {};
  const required = new Set<string>();
  const parts = [...objectsOf(schema["allOf"]), schema];
  for (const part of parts) {
    const whole =
      part === schema
        ? { properties: isObject(part["properties"]) ? part["properties"] : {}, required: requiredOf(part) }
        : flatten(schemas, "$ref" in part ? (schemas[nameOf(part["$ref"])] ?? {}) : part);
    Object.assign(properties, whole.properties);
    whole.required.forEach((name) => required.add(name));
  }
  return { properties, required };
}

function requiredOf(schema: JsonObject): Set<string> {
  return new Set(Array.isArray(schema["required"]) ? schema["required"].map(String) : []);
}

function closed(schemas: Schemas, schema: JsonObject, tag: Tag | undefined): JsonObject {
  const { properties, required } = flatten(schemas, schema);
  if (tag) {
    properties[tag.property] = { const: tag.value };
    required.add(tag.property);
  }
  return { type: "object", properties, required: [...required], additionalProperties: false };
}

function choice(schema: JsonObject, discriminator: JsonObject): JsonObject {
  const property = String(discriminator["propertyName"]);
  const mapping = isObject(discriminator["mapping"]) ? discriminator["mapping"] : {};
  return {
    type: "object",
    required: [...requiredOf(schema).add(property)],
    discriminator: { propertyName: property },
    tagValues: Object.keys(mapping), // No JSON Schema keyword: the words of a refusal name them.
    oneOf: Object.values(mapping).map((target) => ({ $ref: `#/$defs/${nameOf(target)}` })),
  };
}

function tidy(value: unknown, underProperties: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => tidy(item, false));
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    if (!underProperties && wordsOnly.has(key)) continue;
    if (key === "$ref") result[key] = `#/$defs/${nameOf(inner)}`;
    else result[key] = tidy(inner, !underProperties && (key === "properties" || key === "$defs"));
  }
  return result;
}

/**
 * Turns OpenAPI's "discriminator + allOf" into what a JSON Schema validator enforces: a base becomes a choice among its
 * kinds by tag, and each kind becomes one flat, closed object. Left alone, the description would accept unknown message
 * types and unknown properties.
 */
export function closeSchemas(schemas: Schemas): JsonObject {
  const tags = tagsOf(schemas);
  const result: JsonObject = {};
  for (const [name, schema] of Object.entries(schemas)) {
    if (isObject(schema["discriminator"])) result[name] = choice(schema, schema["discriminator"]);
    else if ("properties" in schema || "allOf" in schema) result[name] = closed(schemas, schema, tags.get(name));
    else result[name] = schema;
  }
  return tidy({ $defs: result }, false) as JsonObject;
}
