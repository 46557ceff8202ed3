import type { MemberName } from "../domain/people";
import { namesText } from "./rows";
import type { Speak } from "./speak";

/** Who hears of money in the place of an owner who does not; nobody where no helper has a phone. */
export interface UnheardView {
  helpers: MemberName[];
}

/** That the owner hears nothing, and who does: where officers decide (`ask`, `takeBack`) and where auditors are told; null where she hears. */
export function unheardText(
  say: Speak,
  where: "ask" | "takeBack" | "told",
  unheard: UnheardView | null,
): string | null {
  if (!unheard) return null;
  const { helpers } = unheard;
  if (helpers.length === 0) return say.t(`unheard.${where}.nobody`);
  return say.t(`unheard.${where}.helpers`, {
    helpers: namesText(
      say,
      // Where officers decide, the card has no room for more than her number.
      helpers.map((helper) => (where === "told" ? shortMember(say, helper) : helper.memberNo)),
    ),
  });
}

/** A member in short: number and nickname. */
export function shortMember(say: Speak, member: MemberName): string {
  return `${member.memberNo} ${say.nickname(member)}`;
}
