import type { LocalDate } from "../dates";
import type { GroupId, MemberId, PersonId } from "../ids";

/** Stands in the ids of a practice, and in no key of a group and no id of a person. */
const mark = "~";

/** A practice day of a group: an invented group beside it, with books of its own. At most one a group. */
export interface Practice {
  /** The group whose officers and members practise. */
  of: GroupId;
  /** The invented group: its key ends with a part that no other practice has. */
  groupId: GroupId;
  /** The day with which it ends by itself. */
  on: LocalDate;
  startedBy: MemberId;
  startedAt: Date;
}

/** In which practice a person is. */
export type PracticeSeat = Pick<Practice, "groupId" | "on">;

/** The invented group of a practice, by a part that no other practice has (letters and digits). */
export function practiceGroupId(of: GroupId, part: string): GroupId {
  return `${of}${mark}${part}` as GroupId;
}

/** Whether the group is that one itself or its invented one. */
export function isOrPractises(groupId: GroupId, of: GroupId): boolean {
  return groupId === of || groupId.startsWith(`${of}${mark}`);
}

/** As whom a person acts in a practice: another one than herself, so that nothing real is found by it. */
export function practicePersonId(personId: PersonId, { groupId }: Pick<Practice, "groupId">): PersonId {
  return `${personId}${groupId.slice(groupId.indexOf(mark))}` as PersonId;
}

/** Whether the id is of a practice: of an invented group, or of a person as she acts there. */
export function isOfPractice(id: string): boolean {
  return id.includes(mark);
}

/** The person behind an id by which somebody acts, in a practice or for real. */
export function realPersonId(id: PersonId): PersonId {
  return (isOfPractice(id) ? id.slice(0, id.indexOf(mark)) : id) as PersonId;
}
