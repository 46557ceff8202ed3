import { randomBytes } from "node:crypto";
import { localDateOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { memberId } from "../../domain/ids";
import { sealAll } from "../../domain/ledger/head";
import type { Member } from "../../domain/members/member";
import { practiceBooks, planOf, practiceMembers } from "../../domain/practice/practice-books";
import { practiceGroupId, practicePersonId, type Practice } from "../../domain/practice/practice";
import { zero } from "../../domain/money";
import { memberOf, memberOpening } from "../../domain/setup/books";
import { getGroup } from "../../storage/groups";
import { findHeads, lockHead } from "../../storage/ledger-heads";
import { findMembersOfGroup, findMember, takePassbook } from "../../storage/members";
import { updatePerson } from "../../storage/persons";
import { findPractices, insertPractice, insertRuleBook } from "../../storage/practices";
import { findRuleBooks } from "../../storage/rule-books";
import { insertAddedBooks, insertPracticeBooks } from "../../storage/setup";
import { takeTurn, type Tx } from "../../storage/tx";
import { holdsPower, type Actor } from "../people/actor";
import { throwAway } from "./end-practice";
import { practiceView, type PracticeView } from "./practice-view";

/** What stands before a person who wants to practise in a group. */
export interface PracticeDoor {
  group: Group;
  /** A practice runs, which she joins; else she starts one. */
  runs: boolean;
  /** The group's real working day stands open, and she records money there: she is warned. */
  warned: boolean;
}

/** The groups in which a person could practise, each with what stands before it. */
export async function findPracticeDoors(tx: Tx, actor: Actor, now: Date): Promise<PracticeDoor[]> {
  const groups = [...new Map(actor.own.map(({ group }) => [group.id, group])).values()].filter(
    ({ mode }) => mode === "digital",
  );
  const ids = groups.map(({ id }) => id);
  const [practices, heads] = [await findPractices(tx, ids), await findHeads(tx, ids)];
  return groups.flatMap((group) => {
    const runs = practices.some(({ of, on }) => of === group.id && on === localDateOf(now));
    if (!runs && !isOfficer(actor, group)) return [];
    const isOpen = heads.some(({ groupId, day }) => groupId === group.id && day.kind === "working");
    return [{ group, runs, warned: isOpen && recordsMoney(actor, group) }];
  });
}

const isOfficer = ({ offices }: Actor, { id }: Group): boolean => offices.some(({ group }) => group.id === id);

const recordsMoney = (actor: Actor, { id }: Group): boolean =>
  (["record-money", "pay-out", "open-day"] as const).some((power) => holdsPower(actor, id, power));

/**
 * Takes a person into the practice of her group, which an officer starts where none runs. The real books are read alone, and not locked.
 * Throws `practice.none` where none runs and she holds no office.
 */
export async function takePart(
  tx: Tx,
  actor: Actor,
  { group, now }: { group: Group; now: Date },
): Promise<PracticeView> {
  takeTurn(tx, `practice ${group.id}`);
  const own = actor.own.filter((passbook) => passbook.group.id === group.id).map(({ member }) => member);
  const on = localDateOf(now);
  const [last] = await findPractices(tx, [group.id]);
  const practice = last?.on === on ? last : await startAnew(tx, actor, { group, last, on, now });
  for (const member of own) await takeSeat(tx, practice, member, actor, now);
  await updatePerson(tx, actor.personId, { practice: { groupId: practice.groupId, on } });
  return practiceView(tx, practice);
}

interface Start {
  group: Group;
  last: Practice | undefined;
  on: LocalDate;
  now: Date;
}

async function startAnew(tx: Tx, actor: Actor, { group, last, on, now }: Start): Promise<Practice> {
  const seat = actor.offices.find((held) => held.group.id === group.id);
  if (!seat) throw new DomainError("practice.none", { groupName: group.name.th });
  if (last) await throwAway(tx, last);
  const groupId = practiceGroupId(group.id, randomBytes(6).toString("hex"));
  const members = standIns(await findMembersOfGroup(tx, group.id), group);
  const salt = randomBytes(16).toString("hex");
  await insertPracticeBooks(tx, practiceBooks({ group, groupId, members, salt, now, on }));
  const rules = (await findRuleBooks(tx, [group.id])).get(group.id);
  if (rules) await insertRuleBook(tx, { ...rules, _id: groupId });
  const practice = { of: group.id, groupId, on, startedBy: seat.member.id, startedAt: now };
  await insertPractice(tx, practice);
  return practice;
}

/** Officers, and the first of the others. */
function standIns(members: readonly Member[], { officers }: Group): Member[] {
  const active = members.filter(({ status }) => status === "active");
  const holds = ({ memberNo }: Member) => officers.some((office) => office.memberNo === memberNo);
  return [...active.filter(holds), ...active.filter((member) => !holds(member)).slice(0, practiceMembers)];
}

/** Puts a person in the place of her number; who has none there yet gets an empty passbook. */
async function takeSeat(tx: Tx, practice: Practice, member: Member, actor: Actor, now: Date): Promise<void> {
  const id = memberId(practice.groupId, member.memberNo);
  if (!(await findMember(tx, id))) await addPassbook(tx, practice, member, now);
  const { name, nickname } = member;
  await takePassbook(tx, id, { name, nickname, personId: practicePersonId(actor.personId, practice), at: now });
}

async function addPassbook(tx: Tx, { groupId, on }: Practice, member: Member, now: Date): Promise<void> {
  const group = await getGroup(tx, groupId);
  const head = await lockHead(tx, groupId);
  const plan = { ...planOf(member, group, on), pledgeSavings: zero, specialSavings: zero };
  const sealed = sealAll(head, [memberOpening(groupId, plan, group.salt, { now, on })]);
  await insertAddedBooks(tx, head, { members: [memberOf(group, plan, on)], ...sealed });
}
