import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isObject, type JsonObject } from "../../../scripts/simulator/json";
import { validateMessages } from "../../../scripts/simulator/limits/validate-messages";
import { validateRichMenu } from "../../../scripts/simulator/limits/rich-menu";
import { flex } from "./flex-sample";
import { buttons, carousel, column, imagemap, quick, say } from "./message-parts";

type Path = (string | number)[];

function pathsIn(value: unknown, at: Path = []): Path[] {
  const children = Array.isArray(value)
    ? value.map((one, index) => [index, one] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  return [at, ...children.flatMap(([key, inner]) => pathsIn(inner, [...at, key]))];
}

function withValue(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = (Array.isArray(whole) ? [...(whole as unknown[])] : { ...(whole as JsonObject) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}

const samples: unknown[] = [flex(), quick(say("a")), buttons(), carousel(column()), imagemap()];
const nested = fc
  .constantFrom(...samples)
  .chain((sample) => fc.tuple(fc.constant(sample), fc.constantFrom(...pathsIn(sample))));

describe("the validator", () => {
  it("answers whatever stands wherever in a message, and never throws", () => {
    fc.assert(
      fc.property(nested, fc.jsonValue(), ([sample, path], value) => {
        const problems = validateMessages("push", [withValue(sample, path, value)]);
        expect(problems.every((problem) => problem.message !== "" && typeof problem.property === "string")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("answers for any JSON in place of messages or menus", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(validateMessages("reply", value).length).toBeGreaterThan(0);
        expect(validateRichMenu(value).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
