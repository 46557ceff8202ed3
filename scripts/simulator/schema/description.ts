import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { isObject, type JsonObject } from "../json";
import { closeSchemas, type Schemas } from "./close-schemas";

/** The two descriptions that LINE publishes: what may be sent to it, and what it sends. */
export type Description = "messaging-api" | "webhook";

/** The webhook description of July 2026 lacks this event; the shape is that of the Messaging API reference ("Edit event"). */
const messageEdited: Schemas = {
  MessageEditedEvent: {
    allOf: [
      { $ref: "#/components/schemas/Event" },
      {
        type: "object",
        required: ["replyToken", "message"],
        properties: { replyToken: { type: "string" }, message: { $ref: "#/components/schemas/EditedMessageContent" } },
      },
    ],
  },
  EditedMessageContent: {
    type: "object",
    required: ["type", "id", "text", "quoteToken"],
    properties: {
      type: { const: "text" },
      id: { type: "string" },
      text: { type: "string" },
      quoteToken: { type: "string" },
      quotedMessageId: { type: "string" },
      emojis: { type: "array", items: { $ref: "#/components/schemas/Emoji" } },
      mention: { $ref: "#/components/schemas/Mention" },
    },
  },
};

function withMessageEdited(schemas: Schemas): Schemas {
  const event = structuredClone(schemas["Event"] ?? {});
  const discriminator = event["discriminator"];
  if (!isObject(discriminator) || !isObject(discriminator["mapping"]))
    throw new Error("webhook.yml has no event types");
  discriminator["mapping"]["messageEdited"] = "#/components/schemas/MessageEditedEvent";
  return { ...schemas, Event: event, ...messageEdited };
}

const documents = new Map<Description, JsonObject>();

function documentOf(description: Description): JsonObject {
  const known = documents.get(description);
  if (known) return known;
  const file = path.join(__dirname, "..", "openapi", `${description}.yml`);
  const document = parse(readFileSync(file, "utf8"), { uniqueKeys: false }) as JsonObject;
  documents.set(description, document);
  return document;
}

/** The schemas of a description as one JSON Schema with `$defs`, closed as `closeSchemas` says. */
export function closedSchemas(description: Description): JsonObject {
  const { components } = documentOf(description) as { components: { schemas: Schemas } };
  return closeSchemas(description === "webhook" ? withMessageEdited(components.schemas) : components.schemas);
}

/** The paths of the Messaging API with the methods that LINE describes for each. */
export function describedPaths(): Map<string, string[]> {
  const { paths } = documentOf("messaging-api") as { paths: Record<string, JsonObject> };
  return new Map(Object.entries(paths).map(([at, methods]) => [at, Object.keys(methods).map((m) => m.toUpperCase())]));
}

/** The event types that the webhook description and this simulator know. */
export function knownEventTypes(): Set<string> {
  const { components } = documentOf("webhook") as { components: { schemas: Schemas } };
  const discriminator = withMessageEdited(components.schemas)["Event"]?.["discriminator"] as { mapping: JsonObject };
  return new Set(Object.keys(discriminator.mapping));
}
