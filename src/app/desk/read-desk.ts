import { localDateOf, monthOf, type LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { account } from "../../domain/ledger/accounts";
import type { JournalEntry } from "../../domain/ledger/chain";
import { countedOn, type OpenDay } from "../../domain/ledger/head";
import type { LoanContract } from "../../domain/loans/contract";
import type { LoanStanding } from "../../domain/loans/standing";
import { householdsOf } from "../../domain/members/households";
import type { Member } from "../../domain/members/member";
import { satang, type Satang } from "../../domain/money";
import { pledgeDue } from "../../domain/savings/pledge";
import type { DepositPurpose, DepositSplit } from "../../domain/savings/deposit";
import { usualSums } from "../../domain/savings/usual-sums";
import type { RuleBook } from "../../domain/rules/rule-book";
import { findAccountsOfGroup, type AccountRow } from "../../storage/accounts";
import { findEntriesOfDay } from "../../storage/journal";
import { findHeads } from "../../storage/ledger-heads";
import { findContractsOfGroup } from "../../storage/loan-contracts";
import { findMembersOfGroup } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { progressOf, type SheetProgress } from "../closing/sheet";
import { notOpen, refuseLeftOpen } from "../days/next-day";
import type { OpenContract } from "../loans/open-contracts";
import { standingsOf } from "../loans/standings";
import { authorize, type Actor, type HeldOffice } from "../people/actor";
import { withWord, type WordedGroup } from "../rules/money-words";
import { rulesInForce } from "../rules/rules-in-force";
import { boxesOf, type Box } from "./boxes";
import { standingDeposits } from "../savings/standing-deposits";

/** A passbook at the desk. */
export interface DeskPassbook {
  member: Member;
  /** What is due of her now; none where it is in. */
  usual: DepositSplit[];
  /** Months behind this one. */
  arrears: number;
  contracts: OpenContract[];
  /** Her deposits of the day that still hold. */
  recorded: JournalEntry[];
}

/** The open working day as the officers at its table see it. */
export interface Desk {
  group: WordedGroup;
  day: OpenDay;
  seat: HeldOffice;
  /** What this desk takes. */
  takes: readonly DepositPurpose[];
  households: { name: string | null; passbooks: DeskPassbook[] }[];
  boxes: Box[];
  /** How far the paper is entered that its money comes from; null where it comes from none. */
  sheet: SheetProgress | null;
  /** All members, to name who recorded. */
  members: readonly Member[];
}

/**
 * The open working day with every household: what is due of each passbook, what was recorded of it today, and what each officer took. Throws
 * `role.missing`, `role.too-new`, `day.not-open`, `day.left-open`.
 */
export async function readDesk(tx: Tx, actor: Actor, { group, now }: { group: Group; now: Date }): Promise<Desk> {
  const seat = authorize(actor, group.id, "record-money", now, group.name.th);
  const [head] = await findHeads(tx, [group.id]);
  if (head?.day.kind !== "working") throw await notOpen(tx, group, now);
  const { day } = head;
  refuseLeftOpen(group, day, now);
  const on = countedOn(day, localDateOf(now));
  const rules = await rulesInForce(tx, group, on);
  const members = await findMembersOfGroup(tx, group.id);
  const accounts = await findAccountsOfGroup(tx, group.id);
  const contracts = await findContractsOfGroup(tx, group.id);
  const recorded = await standingDeposits(tx, await findEntriesOfDay(tx, group.id, day.id));
  const loans = await standingsOf(tx, group, contracts, on);
  const passbookOf = passbooks({ rules, on, accounts, contracts, loans, recorded });
  const taken = members.filter(({ status }) => status !== "closed");
  return {
    group: withWord(group, rules),
    day,
    seat,
    takes: rules.values["money-kinds"].takes,
    households: householdsOf(taken).map((house) => ({ name: house.name, passbooks: house.members.map(passbookOf) })),
    boxes: boxesOf(recorded, members, seat),
    sheet: await progressOf(tx, group, day),
    members,
  };
}

/** What of a group's day belongs to one member, found in what was read of all. */
function passbooks(read: {
  rules: RuleBook;
  on: LocalDate;
  accounts: readonly AccountRow[];
  contracts: readonly LoanContract[];
  loans: readonly LoanStanding[];
  recorded: readonly JournalEntry[];
}): (member: Member) => DeskPassbook {
  const balances = new Map(read.accounts.map((row) => [keyOf(row), satang(row.balance)]));
  const contracts = grouped(read.contracts, ({ memberId }) => [memberId]);
  const loans = grouped(read.loans, ({ contract }) => [contract.memberId]);
  const recorded = grouped(read.recorded, ({ postings }) => [
    ...new Set(postings.flatMap((one) => one.memberId ?? [])),
  ]);
  const month = monthOf(read.on);
  return (member) => {
    const held = (code: string, contractNo?: string): Satang =>
      balances.get(keyOf({ code, memberId: member.id, contractNo })) ?? satang(0);
    const savings = held(account.pledgeSavings);
    const isActive = member.status === "active";
    return {
      member,
      usual: isActive
        ? usualSums(member, { savings, loans: loans.get(member.id) ?? [] }, read.rules.values, month)
        : [],
      arrears: isActive ? pledgeDue(member, savings, month).arrears.length : 0,
      contracts: (contracts.get(member.id) ?? [])
        .map((contract) => ({ ...contract, owed: held(account.loans, contract.contractNo) }))
        .filter(({ owed }) => owed > 0),
      recorded: recorded.get(member.id) ?? [],
    };
  };
}

function keyOf(row: { code: string; memberId: string | null; contractNo?: string | null | undefined }): string {
  return [row.code, row.memberId ?? "", row.contractNo ?? ""].join(" ");
}

function grouped<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) for (const key of keysOf(one)) groups.set(key, [...(groups.get(key) ?? []), one]);
  return groups;
}
