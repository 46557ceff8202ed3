import type { MemberId, PersonId } from "./ids";
import type { Member } from "./members/member";
import type { NoticeKind } from "./notices";

/** A button of a notice: the postback command that answers it, and its payload. */
export interface NoticeButton {
  name: string;
  payload: Record<string, unknown>;
}

/** Who else must hear of what happened, as plain values. Its text is made in the reader's language when it is put into the outbox. */
export interface Notice {
  /** A member (her phone, or her guardian's; as just read, where the use case has her), or one LINE identity, whatever its links are. */
  to: { memberId: MemberId; member?: Member } | { personId: PersonId };
  kind: NoticeKind;
  /** What `messages/notices.ts` needs for this kind. */
  view: object;
  buttons?: Record<string, NoticeButton>;
  /** The request that it asks for a word on: once that is decided, nobody needs to hear of it any more. */
  approvalId?: string;
}

/** What a use case gives: its result, and who else must hear. */
export interface Done<Result> {
  result: Result;
  notices: Notice[];
}
