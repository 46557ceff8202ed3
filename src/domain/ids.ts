/** A group's key (a-z 0-9 and -); it never changes, so it is the group's id. */
export type GroupId = string & { readonly groupId: unique symbol };
/** `<group key>:<member number>`. */
export type MemberId = string & { readonly memberId: unique symbol };
/** A LINE identity known to us: one row of `persons`. */
export type PersonId = string & { readonly personId: unique symbol };
/** `<group key>:<sequence number, nine digits>`: one entry of a group's chain. */
export type EntryId = string & { readonly entryId: unique symbol };
/** A random 128-bit id in hex: one button of one card, and the operation behind it. */
export type ActionId = string & { readonly actionId: unique symbol };
/** A random 128-bit id in hex: one picture that somebody sent. */
export type PhotoId = string & { readonly photoId: unique symbol };

/** The id of a member by group and member number. */
export function memberId(groupId: GroupId, memberNo: string): MemberId {
  return `${groupId}:${memberNo}` as MemberId;
}

/** The group of a member id. */
export function groupOf(id: MemberId): GroupId {
  return id.slice(0, id.indexOf(":")) as GroupId;
}

/** The member number of a member id. */
export function memberNoOf(id: MemberId): string {
  return id.slice(id.indexOf(":") + 1);
}

/** The id of the entry with that number in a group's chain. */
export function entryId(groupId: GroupId, seq: number): EntryId {
  return `${groupId}:${String(seq).padStart(9, "0")}` as EntryId;
}
