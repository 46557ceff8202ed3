import type { Committee, Position } from "./groups/offices";
import type { EntryActor } from "./ledger/journal-entry";
import type { Member } from "./members/member";

/** An officer as people know her: position and name. */
export interface OfficerName {
  position: Position;
  committee: Committee;
  name: string;
}

/** A member as people know her. */
export type MemberName = Pick<Member, "memberNo" | "name" | "nickname">;

/** The officer behind an entry; null for setup, import and jobs, which no person made. */
export function officerName(actor: EntryActor, members: readonly Member[]): OfficerName | null {
  const member = members.find((candidate) => candidate.id === actor.memberId);
  const [committee, position] = actor.position.split(".");
  return member && committee && position
    ? { committee: committee as Committee, position: position as Position, name: member.name }
    : null;
}

/** A person's given name, without her title and family name: "นางสาวกัลยา ศรีสวน" is กัลยา. */
export function givenName(name: string): string {
  const bare = name.trim().replace(/^(?:นางสาว|นาง|นาย|น\.ส\.|เด็กชาย|เด็กหญิง|ด\.ช\.|ด\.ญ\.)\s*/, "");
  return bare.split(/\s+/)[0] ?? bare;
}

/** Number, name and nickname of a member. */
export function memberName({ memberNo, name, nickname }: Member): MemberName {
  return { memberNo, name, nickname };
}
