import type { Member } from "../../../domain/members/member";
import type { NoticeButton, Notice, ToMember } from "../../../domain/notice";
import type { NoticeKind } from "../../../domain/notices";

/** Who hears of a borrower's request: she herself, or all who sign for an occupational group. */
export function toBorrower(member: Member): ToMember[] {
  return [{ memberId: member.id, member, asOwner: true }];
}

/** The same notice to each of its readers. */
export function tell(
  readers: readonly ToMember[],
  kind: NoticeKind,
  view: object,
  buttons: Record<string, NoticeButton> = {},
): Notice[] {
  return readers.map((to) => ({ to, kind, view, ...(Object.keys(buttons).length > 0 ? { buttons } : {}) }));
}
