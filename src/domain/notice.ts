import type { MemberId, PersonId } from "./ids";
import type { Member } from "./members/member";
import type { NoticeKind } from "./notices";

/** A button of a notice: the postback command that answers it, and its payload. */
export interface NoticeButton {
  name: string;
  payload: Record<string, unknown>;
}

/** A member who is told: by her phone, or her guardian's. */
export interface ToMember {
  memberId: MemberId;
  /** As just read, where the use case has her. */
  member?: Member;
  /** She is told of her own passbook: where neither she nor her guardian has a phone, her helpers hear it. */
  asOwner?: true;
  /** Who did it herself, and need not be told. */
  besides?: PersonId;
}

/** Who else must hear of what happened, as plain values. Its text is made in the reader's language when it is put into the outbox. */
export interface Notice {
  /** A member, or one LINE identity, whatever its links are. */
  to: ToMember | { personId: PersonId };
  kind: NoticeKind;
  /** What `messages/notices.ts` needs for this kind. */
  view: object;
  buttons?: Record<string, NoticeButton>;
  /** One of many of a day: what would ring at once comes with the day's bundle, or rides before it. */
  isCalm?: true;
  /** The request that it asks for a word on: once that is decided, nobody needs to hear of it any more. */
  approvalId?: string;
}

/** What a use case gives: its result, and who else must hear. */
export interface Done<Result> {
  result: Result;
  notices: Notice[];
}

/** A notice that does not ring: it comes with the day's bundle. */
export function calmed(notice: Notice): Notice {
  return { ...notice, isCalm: true };
}
