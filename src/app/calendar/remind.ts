import { addDays, localDateOf, monthOf } from "../../domain/dates";
import { account } from "../../domain/ledger/accounts";
import { satang, type Satang } from "../../domain/money";
import { pledgeDue } from "../../domain/savings/pledge";
import type { Group } from "../../domain/groups/group";
import type { GroupId, MemberId, PersonId } from "../../domain/ids";
import { memberName } from "../../domain/people";
import type { Notice } from "../../domain/notice";
import { findAccountsOfMembers } from "../../storage/accounts";
import { findReminded, saveReminded } from "../../storage/day-changes";
import { findLiveGroups, getGroup } from "../../storage/groups";
import { findLinkedMembers, findMembersOfLine } from "../../storage/members";
import { findPersons, updatePerson } from "../../storage/persons";
import type { Tx } from "../../storage/tx";
import { findComingDays, getComingDay } from "../days/next-day";
import type { Actor } from "../people/actor";

/** Members who are reminded in one transaction. */
const membersAtOnce = 200;

/** Groups that meet on the day after `now`. */
export async function findGroupsOfTomorrow(tx: Tx, now: Date): Promise<GroupId[]> {
  const tomorrow = addDays(localDateOf(now), 1);
  const groups = (await findLiveGroups(tx)).filter(({ mode }) => mode === "digital");
  const days = await findComingDays(tx, groups, tomorrow);
  return groups.filter((_, at) => days[at]?.on === tomorrow).map(({ id }) => id);
}

/**
 * The next members of a group who were not reminded of tomorrow's working day yet: `day` for who asked for it, else it rides; a line head gets
 * her line's names. Null where everybody was. They count as told with this transaction.
 */
export async function remindGroup(tx: Tx, groupId: GroupId, now: Date): Promise<Notice[] | null> {
  const on = addDays(localDateOf(now), 1);
  const told = await findReminded(tx, groupId, on);
  if (told?.isDone) return null;
  const group = await getGroup(tx, groupId);
  const day = await getComingDay(tx, group, on);
  if (day.on !== on) return null;
  const after = told?.through ?? null;
  const members = await findLinkedMembers(tx, groupId, { after, limit: membersAtOnce });
  await saveReminded(tx, groupId, on, { through: members.at(-1)?.id ?? after, isDone: members.length < membersAtOnce });
  const ids = members.flatMap(({ link }) => link.personId ?? []);
  const asked = new Set<PersonId>(
    (await findPersons(tx, ids)).filter(({ reminded }) => reminded).map(({ _id }) => _id),
  );
  const named: Group = { ...group, workingDay: day.workingDay };
  const accounts = await findAccountsOfMembers(
    tx,
    members.map(({ id }) => id),
  );
  const savingsOf = (id: MemberId): Satang =>
    satang(accounts.find((row) => row.memberId === id && row.code === account.pledgeSavings)?.balance ?? 0);
  const notices: Notice[] = [];
  for (const member of members) {
    const line = (await findMembersOfLine(tx, groupId, member.memberNo)).filter(({ id }) => id !== member.id);
    const kind = member.link.personId !== null && asked.has(member.link.personId) ? "day.reminder" : "day.coming";
    const view = {
      group: named,
      on,
      pledge: pledgeDue(member, savingsOf(member.id), monthOf(on)).amount,
      line: line.map(memberName),
    };
    notices.push({ to: { memberId: member.id, member }, kind, view });
  }
  return notices;
}

/** Notes whether a person wants to be reminded of working days. */
export async function setReminder(tx: Tx, { personId }: Actor, reminded: boolean): Promise<void> {
  await updatePerson(tx, personId, { reminded });
}
