import { addDays, localDateOf, monthOf } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import { arrearsOf, guarantorNoticeDays, noticeListedDays } from "../../../domain/loans/arrears";
import type { ArrearsNoticeView, LateGuaranteeView } from "../../../domain/loans/arrears-view";
import { guarantorIdsOf } from "../../../domain/loans/contract";
import type { LoanStanding } from "../../../domain/loans/standing";
import { sum } from "../../../domain/money";
import type { Notice } from "../../../domain/notice";
import { memberName } from "../../../domain/people";
import { findClosedWorkingDays } from "../../../storage/days";
import { findGivenReminders, insertReminders } from "../../../storage/loan-reminders";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { officersWithPower } from "../../approvals/second-officers";

interface Standings {
  group: Group;
  standings: readonly LoanStanding[];
  now: Date;
}

/** Whoever stands for a contract that is 60 days behind hears it, kindly and once a contract; running it again tells nobody twice. */
export async function tellLateGuarantors(tx: Tx, { group, standings, now }: Standings): Promise<Notice[]> {
  const far = arrearsOf(standings).late.filter(({ days }) => days >= guarantorNoticeDays);
  const idOf = ({ contract }: LoanStanding): string => `${contract.id}/guarantors`;
  const given = await findGivenReminders(
    tx,
    far.map(({ standing }) => idOf(standing)),
  );
  const fresh = far.filter(({ standing }) => !given.has(idOf(standing)));
  await insertReminders(
    tx,
    fresh.map(({ standing }) => idOf(standing)),
    now,
  );
  const ids = fresh.flatMap(({ standing: { contract } }) => [contract.memberId, ...guarantorIdsOf(contract)]);
  const members = await findMembers(tx, [...new Set(ids)]);
  return fresh.flatMap(({ standing: { contract }, days, due }) => {
    const borrower = members.find(({ id }) => id === contract.memberId);
    if (!borrower) return [];
    const { contractNo, guarantees } = contract;
    const told = members.filter(({ id }) => guarantorIdsOf(contract).includes(id));
    return told.map((guarantor): Notice => {
      const amount = guarantees?.find(({ memberId }) => memberId === guarantor.id)?.amount ?? null;
      const names = { guarantor: memberName(guarantor), borrower: memberName(borrower) };
      const view: LateGuaranteeView = { group, ...names, contractNo, days, due, amount };
      return { to: { memberId: guarantor.id, member: guarantor, asOwner: true }, kind: "guarantee.late", view };
    });
  });
}

/** So many days after a working day its figures are still news: a job that did not run then makes up for it. */
const newsDays = 7;

/** On the day after a working day closed the loan committee hears how many are behind and with how much, once a month; nothing where nobody is. */
export async function tellCommittee(tx: Tx, { group, standings, now }: Standings): Promise<Notice[]> {
  const today = localDateOf(now);
  const { late, outstanding, par30Bps } = arrearsOf(standings);
  if (late.length === 0) return [];
  const closed = await findClosedWorkingDays(tx, group.id, { from: addDays(today, -newsDays), to: addDays(today, -1) });
  const on = closed.at(-1);
  if (on === undefined) return [];
  const id = `${group.id}/${monthOf(on)}/behind`;
  if ((await findGivenReminders(tx, [id])).size > 0) return [];
  await insertReminders(tx, [id], now);
  const toTell = late
    .filter(({ days }) => days >= noticeListedDays)
    .flatMap(({ standing }) => guarantorIdsOf(standing.contract));
  const view: ArrearsNoticeView = {
    group,
    on,
    contracts: late.length,
    due: sum(late.map(({ due }) => due)),
    outstanding,
    par30Bps,
    toTell: toTell.length,
  };
  const show = { name: "loan.arrears.group", payload: { groupId: group.id } };
  return (await officersWithPower(tx, group, "answer-loan-calls")).map((member) => ({
    to: { memberId: member.id, member },
    kind: "loan.behind",
    view,
    buttons: { show },
  }));
}
