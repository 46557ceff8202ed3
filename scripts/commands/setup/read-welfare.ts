import { z } from "zod";
import { benefitLimits, type Benefit } from "../../../src/domain/groups/benefit";
import type { SetupProblem } from "../../../src/domain/setup/plan";
import { readText, type Reader } from "./cells";
import { field } from "./network-schema";
import { parsePart, readYaml } from "./yaml-file";

/** A text that members read on a card. */
export const told = (max: number): Reader<string> => {
  const read = readText(max);
  return (text) => (/[<>]/.test(text) ? { problem: "The text holds < or >: cards show plain text." } : read(text));
};

const benefitSchema = z
  .strictObject({
    name: field(told(benefitLimits.name)),
    pays: field(told(benefitLimits.pays)),
    who: field(told(benefitLimits.who)).optional(),
    papers: z
      .array(field(told(benefitLimits.paper)))
      .refine((papers) => papers.length <= benefitLimits.papers, {
        message: `A benefit has at most ${benefitLimits.papers} papers.`,
      })
      .default([]),
    ask: field(told(benefitLimits.ask)).optional(),
  })
  .transform(({ who = null, ask = null, ...rest }): Benefit => ({ ...rest, who, ask }));

const fileSchema = z.strictObject({
  benefits: z.array(z.unknown()).refine((benefits) => benefits.length <= benefitLimits.benefits, {
    message: `A group has at most ${benefitLimits.benefits} benefits.`,
  }),
});

/** Reads a group's `welfare/<group-key>.yaml`: its benefits, as far as they could be read, and every problem. */
export function readWelfare(file: string, text: string): { benefits: Benefit[]; problems: SetupProblem[] } {
  const yaml = readYaml(file, text);
  const problems = [...yaml.problems];
  const benefits: Benefit[] = [];
  if (problems.length > 0) return { benefits, problems };
  const read = parsePart(yaml, fileSchema, yaml.value ?? {}, [], problems);
  const names = new Set<string>();
  read?.benefits.forEach((value, index) => {
    const benefit = parsePart(yaml, benefitSchema, value, ["benefits", index], problems);
    if (!benefit) return;
    const place = yaml.place(["benefits", index, "name"]);
    if (names.has(benefit.name)) problems.push({ ...place, message: `${benefit.name} stands twice.` });
    names.add(benefit.name);
    benefits.push(benefit);
  });
  return { benefits, problems };
}
