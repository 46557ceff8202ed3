import { Decimal } from "decimal.js";
import type { ScheduleMethod } from "../../src/domain/loans/schedule/terms";

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
const monthsInYear = new Exact(1_200);
const satangInBaht = new Exact(100);

/** A loan repaid monthly, its sum in satang and its yearly rate in percent as a text. */
export interface DecimalLoan {
  principal: number;
  percent: string;
  method: ScheduleMethod;
  instalments: number;
}

/**
 * A schedule by decimal.js with 40 digits: principal and interest of each row in satang, half a satang rounded up, interest multiplied first and
 * divided last. Whatever is the same in each row is computed once.
 */
export function scheduleByDecimal({ principal, percent, method, instalments }: DecimalLoan): [number, number][] {
  const lent = new Exact(principal);
  const rate = new Exact(percent);
  const interestOf = (sum: Decimal) => sum.times(rate).div(monthsInYear).toDecimalPlaces(0);
  switch (method) {
    case "equal-instalment": {
      const growth = rate.div(monthsInYear).plus(1).pow(instalments);
      const level = lent.times(rate).times(growth).div(growth.minus(1).times(monthsInYear)).toDecimalPlaces(0);
      return rowsOf(lent, instalments, interestOf, (interest) => level.minus(interest));
    }
    case "equal-principal": {
      const part = lent.div(instalments).toDecimalPlaces(0);
      return rowsOf(lent, instalments, interestOf, () => part);
    }
    case "monthly-on-outstanding": {
      const part = lent.div(instalments).toDecimalPlaces(0);
      const inBaht = monthsInYear.times(satangInBaht);
      return rowsOf(
        lent,
        instalments,
        (owed) => owed.times(rate).div(inBaht).floor().times(satangInBaht),
        () => part,
      );
    }
    case "flat": {
      const interest = interestOf(lent);
      const instalment = lent
        .times(rate.times(instalments).plus(monthsInYear))
        .div(monthsInYear.times(instalments))
        .toDecimalPlaces(0);
      const part = instalment.minus(interest);
      return rowsOf(
        lent,
        instalments,
        () => interest,
        () => part,
      );
    }
    case "interest-only": {
      const [interest, part] = [interestOf(lent), new Exact(0)];
      return rowsOf(
        lent,
        instalments,
        () => interest,
        () => part,
      );
    }
    case "lump-sum":
      return [[principal, lent.times(rate).times(instalments).div(monthsInYear).toDecimalPlaces(0).toNumber()]];
  }
}

/** The rows, with the last one taking what is left. */
function rowsOf(
  lent: Decimal,
  instalments: number,
  interestOf: (owed: Decimal) => Decimal,
  partOf: (interest: Decimal) => Decimal,
): [number, number][] {
  let owed = lent;
  return Array.from({ length: instalments }, (_, at) => {
    const interest = interestOf(owed);
    const part = at === instalments - 1 ? owed : Exact.min(owed, partOf(interest));
    owed = owed.minus(part);
    return [part.toNumber(), interest.toNumber()];
  });
}
