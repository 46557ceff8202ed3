import { addDays, localDateOf, monthOf } from "../../domain/dates";
import { account } from "../../domain/ledger/accounts";
import { satang, type Satang } from "../../domain/money";
import { pledgeDue } from "../../domain/savings/pledge";
import type { Group } from "../../domain/groups/group";
import type { GroupId, MemberId, PersonId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { memberName } from "../../domain/people";
import type { Notice } from "../../domain/notice";
import { findAccountsOfMembers } from "../../storage/accounts";
import { findReminded, saveReminded } from "../../storage/day-changes";
import { findLiveGroups, getGroup } from "../../storage/groups";
import { findLinkedMembers, findMembersOfLines } from "../../storage/members";
import { findPersons, updatePerson } from "../../storage/persons";
import type { Tx } from "../../storage/tx";
import { findComingDays, getComingDay } from "../days/next-day";
import type { Actor } from "../people/actor";
import { findSilentOpenedBy, heardBy } from "../people/reached";

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
 * her line's names, a guardian or helper what is due in the passbooks of which she hears. Null where everybody was. They count as told with this transaction.
 */
export async function remindGroup(tx: Tx, groupId: GroupId, now: Date): Promise<Notice[] | null> {
  const on = addDays(localDateOf(now), 1);
  const told = await findReminded(tx, groupId, on);
  if (told?.isDone) return null;
  const group = await getGroup(tx, groupId);
  const day = await getComingDay(tx, group, on);
  if (day.on !== on) return null;
  const after = told?.through ?? null;
  const linked = await findLinkedMembers(tx, groupId, { after, limit: membersAtOnce });
  await saveReminded(tx, groupId, on, { through: linked.at(-1)?.id ?? after, isDone: linked.length < membersAtOnce });
  const members = linked.filter(({ status }) => status === "active");
  const ids = members.flatMap(({ link }) => link.personId ?? []);
  const asked = new Set<PersonId>(
    (await findPersons(tx, ids)).filter(({ reminded }) => reminded).map(({ _id }) => _id),
  );
  const named: Group = { ...group, workingDay: day.workingDay };
  const silent = await findSilentOpenedBy(tx, members);
  const lines = await findMembersOfLines(
    tx,
    groupId,
    members.map(({ memberNo }) => memberNo),
  );
  const accounts = await findAccountsOfMembers(
    tx,
    [...members, ...silent.map((passbook) => passbook.member)].map(({ id }) => id),
  );
  const savingsOf = (id: MemberId): Satang =>
    satang(accounts.find((row) => row.memberId === id && row.code === account.pledgeSavings)?.balance ?? 0);
  const dueOf = (member: Member): Satang => pledgeDue(member, savingsOf(member.id), monthOf(on)).amount;
  return members.map((member): Notice => {
    const { memberNo } = member;
    const line = lines.filter((of) => of.lineHeadNo === memberNo && of.id !== member.id && of.status === "active");
    const kind = member.link.personId !== null && asked.has(member.link.personId) ? "day.reminder" : "day.coming";
    const view = {
      group: named,
      on,
      pledge: dueOf(member),
      wards: heardBy(member, silent).map((ward) => ({ member: memberName(ward), pledge: dueOf(ward) })),
      line: line.map(memberName),
    };
    return { to: { memberId: member.id, member }, kind, view };
  });
}

/** Notes whether a person wants to be reminded of working days. */
export async function setReminder(tx: Tx, { personId }: Actor, reminded: boolean): Promise<void> {
  await updatePerson(tx, personId, { reminded });
}
