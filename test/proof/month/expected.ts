import { debtors, owedBaht, saverNo, savers, specialBaht, specialSavers } from "./people";
import { out, paid, wrong } from "./script";

/** What each account and each member's part of it must come to, in baht, debit positive: counted from the month's sums alone. */
export function expectedBalances(): Map<string, number> {
  const wanted = new Map<string, number>();
  const withdrawn = out.withdrawal * out.withdrawals;
  const pledges = Array.from({ length: savers }, (_, n) => (wrong.savers.includes(n) ? wrong.thenPay : paid.pledge));
  const pledged = pledges.reduce((sum, baht) => sum + baht, 0);
  pledges.forEach((baht, n) => wanted.set(`2100/${saverNo(n)}`, -baht));
  wanted.set("2100", -pledged);
  for (let n = 0; n < specialSavers; n++) {
    const left = specialBaht - (n < out.withdrawals ? out.withdrawal : 0);
    wanted.set(`2110/${saverNo(savers - specialSavers + n)}`, -left);
  }
  wanted.set("2110", -(specialSavers * specialBaht - withdrawn));
  for (let n = 0; n < debtors; n++) wanted.set(`1200/${saverNo(n)}`, owedBaht - paid.principal);
  wanted.set("4100", -debtors * paid.interest);
  wanted.set("5200", out.voucher);
  wanted.set("1110", specialSavers * specialBaht + out.banked);
  const taken = pledged + debtors * (paid.principal + paid.interest);
  wanted.set("1100", taken - withdrawn - out.voucher - out.banked);
  return wanted;
}
