import { missingBaht } from "./closing";
import { debtors, owedBaht, saverNo, savers, specialBaht, specialSavers } from "./people";
import { out, paid, wrong } from "./script";
import { special, transferred, withLoan } from "./transfers";

/** What each account and each member's part of it must come to, in baht, debit positive: counted from the month's sums alone. */
export function expectedBalances(transfers: number): Map<string, number> {
  const wanted = new Map<string, number>();
  const add = (key: string, baht: number) => wanted.set(key, (wanted.get(key) ?? 0) + baht);
  const saves = (code: string, memberNo: string, baht: number) =>
    [code, `${code}/${memberNo}`].map((key) => add(key, -baht));
  const repays = (memberNo: string, { principal, interest }: { principal: number; interest: number }) => {
    add(`1200/${memberNo}`, -principal);
    add("4100", -interest);
    return principal + interest;
  };

  let taken = 0;
  for (let n = 0; n < savers; n++) {
    const pledge = wrong.savers.includes(n) ? wrong.thenPay : paid.pledge;
    saves("2100", saverNo(n), pledge);
    taken += pledge;
  }
  for (let n = 0; n < debtors; n++) {
    add(`1200/${saverNo(n)}`, owedBaht);
    taken += repays(saverNo(n), paid);
  }
  for (let n = 0; n < transfers; n++) {
    if (n === special.refused) continue;
    saves("2110", saverNo(n), transferred(n));
    add("1110", transferred(n) + (n < withLoan.transfers ? repays(saverNo(n), withLoan) : 0));
  }
  for (let n = 0; n < specialSavers; n++) {
    const memberNo = saverNo(savers - specialSavers + n);
    saves("2110", memberNo, specialBaht - (n < out.withdrawals ? out.withdrawal : 0));
    add("1110", specialBaht);
  }
  add("5200", out.voucher);
  add("1110", out.banked);
  add("3960", missingBaht);
  add("1100", taken - out.withdrawal * out.withdrawals - out.voucher - out.banked - missingBaht);
  return wanted;
}
