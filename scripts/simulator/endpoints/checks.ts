import { isLineId } from "../ids";
import type { JsonObject } from "../json";
import { refusals } from "../line-error";
import { validateMessages, type SendType } from "../limits/validate-messages";
import { validateAgainstSchema } from "../schema/validate";
import type { LineRequest } from "./request";

const standIn = [{ type: "text", text: "-" }];

/** Throws LINE's 400 unless the body is what its description says. */
export function checkBody(schemaName: string, body: JsonObject): void {
  const problems = validateAgainstSchema(schemaName, body);
  if (problems.length > 0) throw refusals.problems(problems);
}

/** Throws LINE's 400 unless body and message objects are right; gives the messages. */
export function checkedMessages(schemaName: string, sendType: SendType, body: JsonObject): JsonObject[] {
  const around = validateAgainstSchema(schemaName, { ...body, messages: standIn });
  const problems = [...around, ...validateMessages(sendType, body["messages"])];
  if (problems.length > 0) throw refusals.problems(problems);
  return body["messages"] as JsonObject[];
}

/** Throws unless the aggregation unit is one name of 1 to 30 letters, digits and underscores. */
export function checkAggregationUnits(body: JsonObject): void {
  const units = body["customAggregationUnits"];
  if (!Array.isArray(units)) return;
  const good = units.length <= 1 && units.every((unit) => /^[A-Za-z0-9_]{1,30}$/.test(String(unit)));
  if (!good) throw refusals.problems([{ message: "invalid value", property: "customAggregationUnits" }]);
}

/** The user or group id in the path; throws LINE's 400 when it has not the form of one. */
export function idInPath(request: LineRequest, name: "userId" | "groupId"): string {
  const id = request.params[name];
  if (!isLineId(name === "userId" ? "U" : "C", id)) throw refusals.invalidParameter(name);
  return id;
}

/** One page of a list, with LINE's continuation token; throws its 400 for a token that it did not give. */
export function pageOf(ids: readonly string[], query: URLSearchParams, size: number): { ids: string[]; next?: string } {
  const start = query.get("start");
  const from = start === null ? 0 : Number(Buffer.from(start, "base64url").toString());
  if (!Number.isInteger(from) || from < 0 || (start !== null && from === 0)) {
    throw refusals.message(400, "Invalid start param");
  }
  const page = ids.slice(from, from + size);
  if (from + size >= ids.length) return { ids: page };
  return { ids: page, next: Buffer.from(String(from + size)).toString("base64url") };
}
