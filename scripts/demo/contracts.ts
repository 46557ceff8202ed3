import { addMonths, dayInMonth, monthOf, type LocalDate } from "../../src/domain/dates";
import { baht, satang, type Satang } from "../../src/domain/money";
import type { LoanPlan } from "../../src/domain/setup/loans";
import type { MemberPlan } from "../../src/domain/setup/plan";

/** One adult in so many has a contract. */
const oneIn = 4;

/** Contracts of a group's adults that together owe what its opening says of loans; each is guaranteed by the two after her. */
export function contractsOf(members: readonly MemberPlan[], loans: Satang, asOf: LocalDate): LoanPlan[] {
  const adults = members.filter(({ kind, status }) => kind === "ordinary" && status === "active");
  const borrowers = adults.filter((_, index) => index % oneIn === 0);
  const [first] = borrowers;
  if (!first || loans <= 0) return [];
  const each = baht(100 * Math.floor(loans / borrowers.length / 10_000));
  return borrowers.map((member, index) => {
    const outstanding = index === 0 ? satang(loans - each * (borrowers.length - 1)) : each;
    const at = adults.indexOf(member);
    const guarantors = [1, 2].map((step) => adults[(at + step) % adults.length]?.memberNo ?? "");
    return {
      row: null,
      complete: true,
      contractNo: `${index + 1}/${Number(asOf.slice(0, 4)) + 543}`,
      memberNo: member.memberNo,
      product: "กู้สามัญ",
      disbursedOn: dayInMonth(addMonths(monthOf(asOf), -(index % 12)), 5),
      principal: satang(outstanding + baht(500 * (index % 5))),
      outstanding,
      instalments: 24,
      paidThrough: monthOf(asOf),
      yearlyRatePercent: "12",
      method: "ร้อยละบาทต่อเดือน จากเงินต้นคงเหลือ",
      guarantorNos: guarantors.filter((no) => no !== "" && no !== member.memberNo),
    };
  });
}
