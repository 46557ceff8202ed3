import { z } from "zod";
import type { Satang } from "../../../src/domain/money";
import { positions } from "../../../src/domain/groups/offices";
import { ruleLimits } from "../../../src/domain/rules/proposal";
import { roundingModes } from "../../../src/domain/rounding";
import { ruleKeys, type RuleKey } from "../../../src/domain/rules/rule-values";
import { depositPurposes, finePurses } from "../../../src/domain/savings/deposit";
import { arabicDigits, readSum, readText, readWhole, type Reading } from "./cells";
import { readDate } from "./dates";
import { loanValueSchemas, named } from "./loan-rules-schema";
import { field } from "./network-schema";
import { told } from "./read-welfare";

const sum = field(readSum);
const months = (min: number, max: number) => field(readWhole(min, max)).optional();

/** A sum, or that there is no limit. */
const limit = field((text): Reading<Satang | null> =>
  /^(?:none|no limit|ไม่จำกัด|ไม่มี)$/i.test(text) ? { value: null } : readSum(text),
);

const word = z
  .strictObject({ th: field(told(ruleLimits.word)), en: field(told(ruleLimits.word)).optional() })
  .transform(({ th, en }) => (en === undefined ? { th } : { th, en }));

/** The values of each key, as a file writes them. */
export const valueSchemas = {
  pledge: z
    .strictObject({
      minimumBaht: sum.optional(),
      maximumBaht: limit.optional(),
      stepBaht: sum.optional(),
      monthsAhead: months(0, 60),
      tellAfterMissed: months(1, 24),
    })
    .transform(({ minimumBaht: minimum, maximumBaht: maximum, stepBaht: step, ...rest }) =>
      named({ minimum, maximum, step, ...rest }),
    ),
  "late-pledge": z
    .strictObject({
      finePerMonthBaht: sum.optional(),
      mostInAllBaht: sum.optional(),
      fineGoesTo: z.enum(finePurses).optional(),
    })
    .transform(({ finePerMonthBaht: finePerMonth, mostInAllBaht: mostInAll, fineGoesTo }) =>
      named({ finePerMonth, mostInAll, fineGoesTo }),
    ),
  "entry-fee": z.strictObject({ amountBaht: sum.optional() }).transform(({ amountBaht: amount }) => named({ amount })),
  rounding: z
    .strictObject({
      mode: z.enum(roundingModes).optional(),
      multipleSatang: field(readWhole(1, 10_000)).optional(),
    })
    .transform(({ mode, multipleSatang: multiple }) => named({ mode, multiple })),
  "money-words": z.strictObject({ interest: word.optional(), workingDay: word.optional() }).transform(named),
  "money-kinds": z.strictObject({ takes: z.array(z.enum(depositPurposes)).min(1).optional() }).transform(named),
  "cash-overnight": z
    .strictObject({
      keepers: z
        .array(
          z
            .strictObject({ position: z.enum(positions), limitBaht: sum })
            .transform(({ position, limitBaht }) => ({ position, limit: limitBaht })),
        )
        .optional(),
    })
    .transform(named),
  ...loanValueSchemas,
} as const satisfies Record<RuleKey, z.ZodType>;

const clauseNo = field((text): Reading<string> => {
  const no = arabicDigits(text);
  return /^[1-9]\d{0,2}(?:\.[1-9]\d?){0,2}$/.test(no)
    ? { value: no }
    : { problem: "A clause has a number such as 5 or 5.1." };
});

/** One clause, its values still unread: what they may be hangs on its key. */
export const clauseSchema = z.strictObject({
  no: clauseNo,
  key: z.enum(ruleKeys).optional(),
  th: field(told(ruleLimits.text)),
  en: field(told(ruleLimits.text)).optional(),
  values: z.unknown().optional(),
});

/** The whole file, its clauses still unread. */
export const rulesFileSchema = z.strictObject({
  resolution: z.strictObject(
    { no: field(readText(ruleLimits.resolution)), on: field(readDate) },
    {
      error: ({ input }) =>
        input === undefined
          ? "The resolution that made these rules is missing: its number and its day. Rules change by a meeting alone."
          : undefined,
    },
  ),
  effectiveFrom: field(readDate),
  clauses: z
    .array(z.unknown())
    .min(1, { message: "A rule book has at least one clause." })
    .refine((clauses) => clauses.length <= ruleLimits.clauses, {
      message: `A rule book has at most ${ruleLimits.clauses} clauses.`,
    }),
});
