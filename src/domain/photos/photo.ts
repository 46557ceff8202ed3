import type { GroupId, MemberId, PersonId, PhotoId } from "../ids";
import type { EntryActor } from "../ledger/journal-entry";

/** What a picture is kept for; who may see it follows from that alone. */
export const photoPurposes = ["signed-paper", "bank-passbook", "transfer-slip", "loan-paper", "payout-slip"] as const;
export type PhotoPurpose = (typeof photoPurposes)[number];

/** What a picture is and belongs to; none of it ever changes, and its bytes open under nothing else. */
export interface PhotoIdentity {
  id: PhotoId;
  groupId: GroupId;
  purpose: PhotoPurpose;
  /** Id of what it shows or proves: a request, a day, an entry. */
  aboutId: string;
}

/** Everything about a picture but its bytes. */
export interface Photo extends PhotoIdentity {
  sentBy: { personId: PersonId; memberId: MemberId | null };
  sentAt: Date;
  /** Of the kept JPEG, in bytes and pixels. */
  size: number;
  width: number;
  height: number;
  /** SHA-256 in hex of the bytes as they were sent, to recognise the same file. */
  originalSha256: string;
  /** What it looks like (domain/photos/look.ts), to recognise a picture that was written anew; null of those that were kept before looks were. */
  look: string | null;
  state: "kept" | "destroyed";
  /** Who deleted its bytes, when and why; null while they are kept. */
  destroyed: { by: EntryActor; at: Date; why: string } | null;
}

/** Through which door a picture was looked at. */
export type ViewDoor = "page";

/** One look at a picture, written down before its bytes were given. */
export interface PhotoView {
  id: string;
  photoId: PhotoId;
  groupId: GroupId;
  /** Who looked, and by what right: her position. */
  by: EntryActor;
  at: Date;
  why: ViewDoor;
}
