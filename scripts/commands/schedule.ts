import { z } from "zod";
import { isLocalDate, type LocalDate } from "../../src/domain/dates";
import {
  faultOf,
  interestBases,
  mostInstalments,
  periodUnits,
  scheduleMethods,
  type LoanTerms,
  type TermsFault,
} from "../../src/domain/loans/schedule/terms";
import { scheduleOf } from "../../src/domain/loans/schedule/schedule";
import { satang, type Satang } from "../../src/domain/money";
import { ratioFromDecimal, times, type Ratio } from "../../src/domain/ratio";
import { roundingModes } from "../../src/domain/rounding";
import type { Command } from "./command";
import { exitCode } from "./context";
import { linesOf } from "./stdin-lines";

const wholeSatang = z
  .int()
  .nonnegative()
  .transform((amount): Satang => satang(amount));
const multiple = z
  .int()
  .positive()
  .transform((amount): Satang => satang(amount));
const day = z
  .string()
  .refine(isLocalDate, "is a real day written YYYY-MM-DD")
  .transform((text) => text as LocalDate);
const hundredth: Ratio = { num: 1n, den: 100n };

const rate = z.string().transform((text, context): Ratio => {
  const percent = ratioFromDecimal(text);
  if (percent) return times(percent, hundredth);
  context.addIssue('is a decimal number of percent, such as "12" or "14.4"');
  return z.NEVER;
});

const every = z.string().transform((text, context) => {
  const match = /^([1-9]\d{0,2}) (month|week|day)$/.exec(text);
  const unit = periodUnits.find((one) => one === match?.[2]);
  if (match && unit) return { count: Number(match[1]), unit };
  context.addIssue('is "N month", "N week" or "N day"');
  return z.NEVER;
});

/** A loan as `sajja schedule` takes it; the words are those of docs/schedule.md. */
const loan = z.strictObject({
  principal: wholeSatang,
  yearlyRatePercent: rate,
  method: z.enum(scheduleMethods),
  instalments: z.int(),
  every,
  disbursedOn: day,
  firstDueOn: day,
  interest: z.enum(interestBases).default("per-period"),
  instalmentMultiple: multiple.default(satang(1)),
  rounding: z.enum(roundingModes).default("half-even"),
  roundTo: multiple.default(satang(1)),
  gracePrincipal: z.int().default(0),
  graceInterest: z.int().default(0),
  fees: wholeSatang.default(satang(0)),
});

const faults: Readonly<Record<TermsFault, string>> = {
  principal: "principal is above 0",
  instalments: `instalments are 1 to ${mostInstalments}`,
  every: "every is at most 120 periods long",
  "first-due": "firstDueOn comes after disbursedOn",
  "grace-principal": "gracePrincipal is fewer than the instalments",
  "grace-interest": "graceInterest is fewer than the instalments",
  fees: "fees are less than the principal",
};

/** One loan as JSON, its schedule; or the sentence that says why there is none. */
export function scheduleLine(line: string): { error: string } | object {
  const input = loan.safeParse(jsonOf(line));
  if (!input.success)
    return {
      error: input.error.issues.map(({ path, message }) => `${path.join(".") || "loan"}: ${message}`).join("; "),
    };
  const terms = termsOf(input.data);
  const fault = faultOf(terms);
  if (fault) return { error: faults[fault] };
  try {
    return scheduleOf(terms);
  } catch (error) {
    if (error instanceof RangeError) return { error: "the sums are too large to be exact" };
    throw error;
  }
}

function termsOf({
  yearlyRatePercent,
  interest,
  instalmentMultiple,
  rounding,
  roundTo,
  ...rest
}: z.infer<typeof loan>): LoanTerms {
  return {
    ...rest,
    yearlyRate: yearlyRatePercent,
    basis: interest,
    instalmentRounding: { mode: rounding, multiple: instalmentMultiple },
    interestRounding: { mode: rounding, multiple: roundTo },
  };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** `sajja schedule`: one loan a line from stdin as JSON, its schedule as one line of JSON each. */
export const schedule: Command = {
  usage: "schedule",
  about: "makes schedules of loans, one as JSON a line from stdin",
  options: {},
  needs: "nothing",
  async run(_, context) {
    let refused = false;
    for await (const line of linesOf(process.stdin)) {
      const made = scheduleLine(line);
      refused ||= "error" in made;
      context.out(JSON.stringify(made));
    }
    return refused ? exitCode.refused : exitCode.done;
  },
};
