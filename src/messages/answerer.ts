import type { OfficerName } from "../domain/people";
import { shortName } from "./labels";
import type { Speak } from "./speak";

/** The second officer of a decision; where she signed on paper, that she did, and who photographed it. */
export function answererText(
  say: Speak,
  { decidedBy, photographedBy }: { decidedBy: OfficerName | null; photographedBy?: OfficerName },
): string {
  const answerer = shortName(say.officer(decidedBy));
  if (!photographedBy) return answerer;
  return say.t("paper.signed", { answerer, third: shortName(say.officer(photographedBy)) });
}
