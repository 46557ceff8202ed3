import { z } from "zod";
import { tieRules } from "../../../src/domain/approvals/policy";
import { committees } from "../../../src/domain/groups/offices";
import { dueDayRules, holidayMoves, loanProducts, queueOrders } from "../../../src/domain/loans/loan-rules";
import { interestBases, scheduleMethods } from "../../../src/domain/loans/schedule/terms";
import type { Satang } from "../../../src/domain/money";
import { ratioFromDecimal } from "../../../src/domain/ratio";
import { finePurses } from "../../../src/domain/savings/deposit";
import { arabicDigits, readSum, readWhole, type Reading } from "./cells";
import { field } from "./network-schema";

const sum = field(readSum);
const whole = (min: number, max: number) => field(readWhole(min, max)).optional();
const isNone = (text: string) => /^(?:none|no limit|ไม่จำกัด|ไม่มี)$/i.test(text);
const limit = field((text): Reading<Satang | null> => (isNone(text) ? { value: null } : readSum(text))).optional();
const wholeOrNone = (min: number, max: number) =>
  field((text): Reading<number | null> => (isNone(text) ? { value: null } : readWhole(min, max)(text))).optional();
const percent = field((text): Reading<string> =>
  ratioFromDecimal(arabicDigits(text))
    ? { value: arabicDigits(text) }
    : { problem: 'A rate is a decimal number of percent, such as "12" or "7.5".' },
).optional();

const flag = field((text): Reading<boolean> => {
  if (/^(?:true|yes|ใช่)$/i.test(text)) return { value: true };
  return /^(?:false|no|ไม่|ไม่ใช่)$/i.test(text) ? { value: false } : { problem: "This is neither true nor false." };
});

/** Only what a clause names; the rest comes from the shipped rules. */
export const named = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const product = z
  .strictObject({
    offered: flag.optional(),
    yearlyRatePercent: percent,
    method: z.enum(scheduleMethods).optional(),
    basis: z.enum(interestBases).optional(),
    instalments: whole(1, 360),
    gracePrincipal: whole(0, 60),
    graceInterest: whole(0, 60),
    savingsPercent: wholeOrNone(1, 10_000),
    mostBaht: limit,
    cashPercent: wholeOrNone(1, 100),
    waitingMonths: whole(0, 120),
    guarantors: z
      .array(
        z
          .strictObject({ upToBaht: limit, count: field(readWhole(0, 10)) })
          .transform(({ upToBaht = null, count }) => ({ upTo: upToBaht, count })),
      )
      .min(1)
      .optional(),
    feeBaht: sum.optional(),
  })
  .transform(({ mostBaht: most, feeBaht: fee, ...rest }) => named({ ...rest, most, fee }));

const [ordinary, emergency, production, inKind, special] = loanProducts;

/** The values of the clauses on loans, as a file writes them. */
export const loanValueSchemas = {
  [`loan-${ordinary}` as const]: product,
  [`loan-${emergency}` as const]: product,
  [`loan-${production}` as const]: product,
  [`loan-${inKind}` as const]: product,
  [`loan-${special}` as const]: product,
  "loan-limits": z
    .strictObject({
      openLoans: whole(1, 10),
      guarantees: whole(0, 20),
      guaranteePercent: wholeOrNone(1, 10_000),
      keptBackBaht: sum.optional(),
      queue: z.enum(queueOrders).optional(),
      reservedDays: whole(1, 180),
      answerDays: whole(1, 60),
      renewPercent: wholeOrNone(0, 100),
    })
    .transform(({ keptBackBaht: keptBack, ...rest }) => named({ ...rest, keptBack })),
  "loan-due-days": z
    .strictObject({
      due: z.enum(dueDayRules).optional(),
      dayOfMonth: whole(1, 31),
      holidays: z.enum(holidayMoves).optional(),
      firstPeriodDays: whole(1, 62),
      instalmentMultipleBaht: sum.optional(),
    })
    .transform(({ instalmentMultipleBaht: instalmentMultiple, ...rest }) => named({ ...rest, instalmentMultiple })),
  "late-loan": z
    .strictObject({
      percentPerMonth: percent,
      mostPercent: whole(0, 100),
      freeDays: whole(0, 90),
      fineGoesTo: z.enum(finePurses).optional(),
    })
    .transform(named),
  "loan-decisions": z
    .strictObject({
      bands: z
        .array(
          z
            .strictObject({
              upToBaht: limit,
              committees: z.array(z.enum(committees)).min(1),
              quorum: field(readWhole(2, 30)),
              betweenMeetings: flag,
            })
            .transform(({ upToBaht = null, ...rest }) => ({ upTo: upToBaht, ...rest })),
        )
        .min(1)
        .optional(),
      tie: z.enum(tieRules).optional(),
      hours: whole(1, 720),
      remindHours: whole(1, 720),
      deputyHours: wholeOrNone(1, 720),
      deputies: z.array(z.enum(committees)).optional(),
    })
    .transform(named),
} as const;
