import { addMonths, dayInMonth, monthOf, type LocalDate } from "../../dates";
import type { Member } from "../../members/member";

/** The age at which a person binds herself, in years: Civil and Commercial Code 19; who is married may before (CCC 20). */
const ageOfMajority = 20;

const childTitle = /^(?:เด็กชาย|เด็กหญิง|ด\.\s?ช\.|ด\.\s?ญ\.)/;

/** Whether a member cannot bind herself yet on a day, by her date of birth; where the register has none, by a child's title or a guardian who keeps her passbook. */
export function isMinor(
  { bornOn, spouseNo, name, guardianNo }: Pick<Member, "bornOn" | "spouseNo" | "name" | "guardianNo">,
  on: LocalDate,
): boolean {
  if (spouseNo !== null) return false;
  if (bornOn === null) return guardianNo !== null || childTitle.test(name);
  const birthday = dayInMonth(addMonths(monthOf(bornOn), ageOfMajority * 12), Number(bornOn.slice(8)));
  return on < birthday;
}
