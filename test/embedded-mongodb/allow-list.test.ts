import { describe, expect, it } from "@jest/globals";
import { ACCUMULATORS } from "../../src/embedded-mongodb/aggregate/accumulators";
import { STAGES } from "../../src/embedded-mongodb/aggregate/pipeline";
import { ALLOWED, isImplemented } from "../../src/embedded-mongodb/allow-list";
import { VALUE_OPERATORS } from "../../src/embedded-mongodb/query/operators";
import { CHANGES } from "../../src/embedded-mongodb/update/operators";

describe("the allow-list", () => {
  it("names exactly what the tables implement", () => {
    const builtOfConditions = ["$ne", "$nin", "$not", "$elemMatch", "$and", "$or", "$nor"];
    const tables = [
      [ALLOWED.query, [...VALUE_OPERATORS.keys(), ...builtOfConditions]],
      [ALLOWED.update, [...CHANGES.keys()]],
      [ALLOWED.stage, [...STAGES.keys()]],
      [ALLOWED.accumulator, [...ACCUMULATORS.keys()]],
      [ALLOWED.expression, ["$literal"]],
    ] as const;
    for (const [section, names] of tables) expect([...section.implemented].sort()).toEqual([...names].sort());
  });

  it("refuses what it does not name, with code 238", () => {
    expect(() => isImplemented(ALLOWED.stage, "$lookup")).toThrow(
      /^embedded: the aggregation stage \$lookup is not supported/,
    );
    expect(isImplemented(ALLOWED.index, "background")).toBe(false);
  });
});
