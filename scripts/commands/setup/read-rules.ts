import { createHash } from "node:crypto";
import type { FinanceMode } from "../../../src/domain/groups/group";
import { checkRules } from "../../../src/domain/rules/check-rules";
import { completeClauses, type WrittenClause } from "../../../src/domain/rules/complete";
import type { RulesPlan, SetupProblem } from "../../../src/domain/setup/plan";
import { clauseSchema, rulesFileSchema, valueSchemas } from "./rules-schema";
import { fieldPath, parsePart, readYaml, type YamlFile } from "./yaml-file";

/** What a rules file says: the plan, or null where it could not be read whole; and every problem. */
export interface RulesRead {
  rules: RulesPlan | null;
  problems: SetupProblem[];
}

/**
 * Reads a group's `rules/<group-key>.yaml`. What it leaves out comes from the shipped rules of the finance mode; null: the group itself
 * could not be read, so only the file's own form is checked.
 */
export function readRules(file: string, text: string, financeMode: FinanceMode | null): RulesRead {
  const yaml = readYaml(file, text);
  const problems = [...yaml.problems];
  if (problems.length > 0) return { rules: null, problems };
  const read = parsePart(yaml, rulesFileSchema, yaml.value ?? {}, [], problems);
  // A head that cannot be read hides nothing of the clauses.
  const { clauses: values } = (yaml.value ?? {}) as { clauses?: unknown };
  const written = Array.isArray(values) ? readClauses(yaml, values, problems) : [];
  if (read && read.resolution.on > read.effectiveFrom)
    problems.push({
      ...yaml.place(["effectiveFrom"]),
      message: "Rules are in force from their resolution's day at the earliest.",
    });
  if (problems.length > 0 || !read || financeMode === null) return { rules: null, problems };
  const clauses = completeClauses(written, financeMode);
  for (const { key, field, message } of checkRules(clauses, financeMode)) {
    const index = written.findIndex((clause) => clause.key === key);
    const clause = written[index];
    const place = clause ? yaml.place(["clauses", index, "values", field]) : yaml.place(["clauses"]);
    problems.push({ ...place, message: clause ? `Clause ${clause.no}: ${message}` : message });
  }
  const { resolution, effectiveFrom } = read;
  const hash = createHash("sha256").update(JSON.stringify({ resolution, effectiveFrom, written })).digest("hex");
  const at: RulesPlan["at"] = (path) => yaml.place(fieldPath(path));
  return { rules: problems.length === 0 ? { resolution, effectiveFrom, clauses, written: hash, at } : null, problems };
}

function readClauses(yaml: YamlFile, values: readonly unknown[], problems: SetupProblem[]): WrittenClause[] {
  const clauses: WrittenClause[] = [];
  values.forEach((value, index) => {
    const path = ["clauses", index];
    const read = parsePart(yaml, clauseSchema, value, path, problems);
    if (!read) return;
    const { no, key = null, th, en } = read;
    const report = (field: string, message: string) => problems.push({ ...yaml.place([...path, field]), message });
    if (clauses.some((other) => other.no === no)) report("no", `Clause ${no} stands twice.`);
    if (key !== null && clauses.some((other) => other.key === key)) report("key", `The key ${key} stands twice.`);
    if (key === null && read.values !== undefined) report("values", "A clause with values names its key.");
    const named =
      key === null || read.values === undefined
        ? {}
        : parsePart(yaml, valueSchemas[key], read.values, [...path, "values"], problems);
    clauses.push({ no, key, text: en === undefined ? { th } : { th, en }, values: named ?? {} });
  });
  return clauses;
}
