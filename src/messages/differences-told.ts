import type { SettledDifference } from "../domain/differences/difference";
import { accountOfDifference, differenceThings } from "../domain/differences/difference";
import { satang, type Satang } from "../domain/money";
import type { Speak } from "./speak";

/** A difference that two officers settled: what of, how much, how, and its voucher. */
export function settledText(say: Speak, { what, way, amount, voucher }: SettledDifference): string {
  const values = {
    thing: say.t(`differences.things.${what}`),
    amount: say.money(amount),
    way: say.t(`differences.ways.${way}`),
  };
  return say.t("differences.told.settled", { ...values, voucher });
}

/** The differences of these accounts that nobody has explained yet, as members read of them. */
export function openText(say: Speak, unsolved: readonly { code: string; amount: Satang }[]): string[] {
  return differenceThings.flatMap((what) => {
    const open = unsolved.find(({ code }) => code === accountOfDifference[what]);
    if (!open) return [];
    const values = { thing: say.t(`differences.things.${what}`), amount: say.money(satang(Math.abs(open.amount))) };
    return [say.t(open.amount < 0 ? "differences.told.short" : "differences.told.over", values)];
  });
}
