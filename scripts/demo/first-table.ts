import { createHash } from "node:crypto";
import { memberId } from "../../src/domain/ids";
import type { DemoPerson } from "./people";
import { motherNo } from "./roster";

/** The phones that lie on the table of a trial, and the group chat in which they meet. */
export interface FirstTable {
  /** The mother with three passbooks, the treasurer and the secretary of the first group, by LINE user id. */
  users: string[];
  groupChat: { id: string; name: string; members: string[] };
}

/** The first phones of a trial. Throws an Error when the first group lacks one of the three. */
export function firstTable(people: readonly DemoPerson[]): FirstTable {
  const [first] = people;
  const group = people.filter(({ groupId }) => groupId === first?.groupId);
  const officer = (position: string): string | undefined =>
    group.find(({ offices }) => offices.some((one) => one.committee === "executive" && one.position === position))?.id;
  const mother = group.find((person) => person.memberId === memberId(person.groupId, motherNo))?.id;
  const [treasurer, secretary] = [officer("treasurer"), officer("secretary")];
  if (!mother || !treasurer || !secretary)
    throw new Error("the demo's first group lacks one of its three first phones");
  const hex = createHash("sha256").update("sajja-demo-1\ngroup chat").digest("hex").slice(0, 32);
  return {
    users: [mother, treasurer, secretary],
    groupChat: { id: `C${hex}`, name: "ห้องกรรมการ", members: [treasurer, secretary] },
  };
}
