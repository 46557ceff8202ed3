import { strict as assert } from "node:assert";
import { addMonths, localDateOf, monthOf, type YearMonth } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import { add, subtract, sum, zero, type Satang } from "../../domain/money";
import type { BehindPaper, CollectionPaper, DueRow, MemberRow, RegisterPaper } from "../../domain/reports/views";
import { hearersOf, whoMayHear } from "../../domain/members/openers";
import { lateFine } from "../../domain/rules/fines";
import { pledgeDue, pledgeIn, pledgeOf, pledgeStanding } from "../../domain/savings/pledge";
import { findLastWorkingDay } from "../../storage/days";
import { findContractsOfGroup } from "../../storage/loan-contracts";
import { findMembersOfGroup } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { rulesInForce } from "../rules/rules-in-force";
import { balancesNow, type Balances } from "./balances-then";
import { headNow } from "./report-head";

/** The register of all members with their balances. Throws an AssertionError where they are not what stands in the books. */
export async function registerPaper(tx: Tx, group: Group, now: Date): Promise<RegisterPaper> {
  const balances = await balancesNow(tx, group.id);
  const rows = await memberRows(tx, group, balances, monthOf(localDateOf(now)));
  const pledge = sum(rows.map((row) => row.pledge));
  const special = sum(rows.map((row) => row.special));
  const loans = sum(rows.map((row) => row.loans));
  assert.equal(pledge, balances.whole(account.pledgeSavings), "the register's pledges are those of the books");
  assert.equal(
    special,
    balances.whole(account.specialSavings),
    "the register's special savings are those of the books",
  );
  const loansApart = subtract(balances.whole(account.loans), loans);
  return {
    kind: "register",
    ...(await headNow(tx, group, now)),
    rows,
    pledge,
    special,
    loans,
    loansApart,
  };
}

async function memberRows(tx: Tx, group: Group, balances: Balances, month: YearMonth): Promise<MemberRow[]> {
  const members = await findMembersOfGroup(tx, group.id);
  const register = new Map(members.map((member) => [member.memberNo, member]));
  const owed = new Map<MemberId, Satang>();
  for (const { memberId, contractNo } of await findContractsOfGroup(tx, group.id)) {
    const left = balances.of({ groupId: group.id, code: account.loans, memberId, contractNo });
    owed.set(memberId, add(owed.get(memberId) ?? zero, left));
  }
  return members.map((member) => {
    const { id, groupId } = member;
    const pledge = balances.of({ groupId, code: account.pledgeSavings, memberId: id });
    return {
      member,
      pledgeNow: pledgeIn(member, month),
      pledge,
      special: balances.of({ groupId, code: account.specialSavings, memberId: id }),
      loans: owed.get(id) ?? zero,
      paidThrough: pledgeStanding(member, pledge).paidThrough,
      hasLine: hearersOf(member, whoMayHear(member, register)).length > 0,
    };
  });
}

/** What each active member is to bring this month. */
async function dueRows(tx: Tx, group: Group, now: Date): Promise<DueRow[]> {
  const today = localDateOf(now);
  const late = (await rulesInForce(tx, group, today)).values["late-pledge"];
  const rows = await memberRows(tx, group, await balancesNow(tx, group.id), monthOf(today));
  return rows
    .filter(({ member }) => member.status === "active")
    .map((row) => {
      const { arrears, amount } = pledgeDue(row.member, row.pledge, monthOf(today));
      const missed = arrears.length;
      return {
        ...row,
        missed,
        due: amount,
        fine: lateFine(late, { missedMonths: missed, owed: pledgeOf(row.member, arrears) }),
      };
    });
}

const byName = new Intl.Collator("th", { numeric: true });

/** The collection sheet (ใบเก็บเงิน) of this month: every active passbook, household by household. */
export async function collectionPaper(tx: Tx, group: Group, now: Date): Promise<CollectionPaper> {
  const rows = await dueRows(tx, group, now);
  const byHouse = new Map<string | null, DueRow[]>();
  for (const row of rows) {
    const own = byHouse.get(row.member.household);
    if (own) own.push(row);
    else byHouse.set(row.member.household, [row]);
  }
  const households = [...byHouse]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : byName.compare(a, b)))
    .map(([name, own]) => ({ name, rows: own, due: sum(own.map(({ due }) => due)) }));
  const month = monthOf(localDateOf(now));
  return {
    kind: "collection",
    ...(await headNow(tx, group, now)),
    month,
    households,
    due: sum(rows.map(({ due }) => due)),
  };
}

/** Who is behind (ค้างส่ง): members whose pledge is not paid through the last month that is over, the longest first. */
export async function behindPaper(tx: Tx, group: Group, now: Date): Promise<BehindPaper> {
  const month = monthOf(localDateOf(now));
  const last = await findLastWorkingDay(tx, group.id);
  const through = last && monthOf(last.on) >= month ? month : addMonths(month, -1);
  const rows = (await dueRows(tx, group, now))
    .filter(({ member, paidThrough }) => pledgeIn(member, through) > 0 && paidThrough < through)
    .map((row) => {
      // Months and money of the same months: up to the last one that is over.
      const { arrears, amount } = pledgeDue(row.member, row.pledge, through);
      return { ...row, missed: arrears.length + 1, due: amount };
    })
    .sort((a, b) => b.missed - a.missed || byName.compare(a.member.memberNo, b.member.memberNo));
  return { kind: "behind", ...(await headNow(tx, group, now)), through, rows, due: sum(rows.map(({ due }) => due)) };
}
