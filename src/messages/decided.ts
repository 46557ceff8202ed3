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

/** The badge of a request by what became of it. */
export const verdictBadge = { open: "waiting", approved: "done", rejected: "refused" } as const;

/** Who asked for something and, once it is decided, who answered and when. */
export function decidedText(
  say: Speak,
  view: {
    requestedBy: OfficerName | null;
    decidedBy: OfficerName | null;
    decidedAt: Date | null;
    photographedBy?: OfficerName;
    verdict: keyof typeof verdictBadge;
  },
): string {
  const asker = shortName(say.officer(view.requestedBy));
  if (!view.decidedAt) return say.t("payments.askedBy", { asker });
  const values = { asker, answerer: answererText(say, view), at: say.instant(view.decidedAt) };
  return say.t(view.verdict === "rejected" ? "payments.rejectedBy" : "payments.confirmedBy", values);
}
