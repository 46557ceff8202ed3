import type { Group, LocalText } from "../groups/group";
import { clauseOf, templateVersion } from "./rule-book";

/** A group as far as its word for what a loan costs is known. */
export type InterestWorded = Partial<Pick<Group, "financeMode">> & { interestWord?: LocalText };

/** A group's word for what a loan costs: that of its rules, else that of the shipped ones of its finance mode. */
export function interestWordOf({ interestWord, financeMode = "interest" }: InterestWorded): LocalText {
  return interestWord ?? clauseOf(templateVersion(financeMode), "money-words").values.interest;
}
