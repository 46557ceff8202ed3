import type { JsonObject } from "../json";
import { knownEventTypes } from "../schema/description";
import { validateAgainstSchema } from "../schema/validate";

let types: Set<string> | undefined;

/** Characters outside the basic plane are sometimes sent escaped by LINE; here always, so that nobody gets away with signing anew. */
function escapeAstral(json: string): string {
  return json.replace(/[\ud800-\udfff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * The text of a webhook. Throws when an event of a known type is not what LINE's description says: then the simulator is
 * wrong. Event types that nobody knows yet pass, as LINE promises to add some.
 */
export function webhookBody(destination: string, events: readonly JsonObject[]): string {
  types ??= knownEventTypes();
  const known = events.filter((event) => types?.has(String(event["type"])));
  const problems = validateAgainstSchema("CallbackRequest", { destination, events: known }, "webhook");
  if (problems.length > 0) throw new Error(`no webhook of LINE: ${JSON.stringify(problems)}`);
  return escapeAstral(JSON.stringify({ destination, events }));
}
