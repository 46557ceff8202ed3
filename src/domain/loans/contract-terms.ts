import type { LocalDate } from "../dates";
import type { Satang } from "../money";
import { ratioFromDecimal, times, type Ratio } from "../ratio";
import type { Rounding } from "../rounding";
import type { LoanProduct } from "./loan-rules";
import type { InterestBasis, LoanTerms, ScheduleMethod } from "./schedule/terms";

/** What binds a contract, as it is stored: taken from the rules that held when it was asked for, and never changed by later ones. */
export interface ContractTerms {
  product: LoanProduct;
  /** The rules' version and clause. */
  rules: { version: number; clause: string };
  /** Satang that the schedule repays: what was lent, or of a contract on paper what was owed when it came in. */
  principal: Satang;
  /** A decimal: "12". */
  yearlyRatePercent: string;
  method: ScheduleMethod;
  basis: InterestBasis;
  /** Monthly instalments. */
  instalments: number;
  disbursedOn: LocalDate;
  /** The first due day as the rule counts it; where that is a holiday, `dueOn` says where it went. */
  firstDueOn: LocalDate;
  /** Each due day, as it stood when the terms were made, where they are not simply counted from the first: no later word on holidays moves them. */
  dueOn?: LocalDate[];
  instalmentRounding: Rounding;
  interestRounding: Rounding;
  gracePrincipal: number;
  graceInterest: number;
  /** Kept from the payout, in satang. */
  fee: Satang;
  /** What an earlier contract hands on, in satang; left out where there is none. */
  carried?: CarriedSums;
}

/** Interest and fine of an earlier contract that this one asks for with its first instalment, in satang; interest below zero was paid ahead. */
export interface CarriedSums {
  interest: Satang;
  fine: Satang;
}

const hundredth: Ratio = { num: 1n, den: 100n };

/** A percentage written as a decimal as a fraction; throws a RangeError where it is none. */
export function ratioOfPercent(text: string): Ratio {
  const percent = ratioFromDecimal(text);
  if (!percent) throw new RangeError("not a decimal number of percent");
  return times(percent, hundredth);
}

/** The same as what schedules are made of. Throws a RangeError where the rate is no number. */
export function loanTermsOf(terms: ContractTerms): LoanTerms {
  const { yearlyRatePercent, fee, product: _product, rules: _rules, carried: _carried, ...rest } = terms;
  return { ...rest, yearlyRate: ratioOfPercent(yearlyRatePercent), every: { count: 1, unit: "month" }, fees: fee };
}
