import { randomBytes } from "node:crypto";
import { instantOf, localDate, type LocalDate } from "../../src/domain/dates";
import type { Group } from "../../src/domain/groups/group";
import type { Office } from "../../src/domain/groups/offices";
import type { GroupId, PersonId } from "../../src/domain/ids";
import { account } from "../../src/domain/ledger/accounts";
import { firstHead } from "../../src/domain/ledger/head";
import { credit, debit } from "../../src/domain/ledger/journal-entry";
import type { Member } from "../../src/domain/members/member";
import { baht, type Satang } from "../../src/domain/money";
import { dayRow, insertDay } from "../../src/storage/days";
import { findNetwork, saveGroups, saveNetwork } from "../../src/storage/groups";
import { post } from "../../src/storage/journal";
import { HeadModel, headRow, lockHead } from "../../src/storage/ledger-heads";
import { MemberModel, memberRow } from "../../src/storage/members";
import { driverOf } from "../../src/storage/model";
import { insertPerson, type Person } from "../../src/storage/persons";
import { inTransaction } from "../../src/storage/tx";
import { memberOf } from "./member";

/** A full, valid group that is live in this worker's network; its books are open on the office day of `today`. */
export async function buildGroup(overrides: Partial<Group> & { today?: LocalDate } = {}): Promise<Group> {
  const { today = localDate("2026-03-01"), ...facts } = overrides;
  const id = (facts.id ?? `g-${randomBytes(4).toString("hex")}`) as GroupId;
  const group: Group = {
    id,
    name: { th: `กลุ่มบ้านทดลอง ${id}`, en: `Test village ${id}` },
    district: "จะนะ",
    workingDay: { dayOfMonth: 5, from: "09:00", to: "12:00", place: "ศาลาประชาธิปไตย" },
    financeMode: "interest",
    mode: "digital",
    payment: {},
    delegates: [],
    officers: [],
    salt: "salt",
    ...facts,
  };
  const head = firstHead(id, today, instantOf(today));
  await saveGroups([group]);
  await driverOf(HeadModel).insertOne(headRow(head));
  await inTransaction(async (tx) => {
    await insertDay(tx, dayRow(id, head.day, null));
    const network = (await findNetwork(tx)) ?? {
      key: "test",
      name: { th: "เครือข่ายทดลอง", en: "Test network" },
      groupIds: [],
      coordinators: [],
    };
    await saveNetwork(tx, { ...network, groupIds: [...network.groupIds, id] });
  });
  return group;
}

/** What a member of the tests can be given. */
export interface MemberOverrides extends Partial<Omit<Member, "id" | "groupId" | "link">> {
  pledgeSavings?: Satang;
  specialSavings?: Satang;
  personId?: PersonId;
  office?: Omit<Office, "memberNo">;
}

let nextNumber = 100;

/** A full, valid, active member with her opening balances posted. */
export async function buildMember(group: Group, overrides: MemberOverrides = {}): Promise<Member> {
  const { pledgeSavings = baht(0), specialSavings = baht(0), personId, office, ...facts } = overrides;
  const memberNo = facts.memberNo ?? String(nextNumber++);
  const link = {
    personId: personId ?? null,
    version: personId ? 1 : 0,
    linkedAt: personId ? new Date("2020-01-01T03:00:00Z") : null,
  };
  const member = memberOf(group.id, memberNo, {
    pledgeBase: pledgeSavings,
    ...facts,
    link: { ...link, decidesFrom: null },
  });
  await driverOf(MemberModel).insertOne(memberRow(member));
  if (office) {
    group.officers.push({ memberNo, ...office });
    await saveGroups([group]);
  }
  await postOpening(group, member, pledgeSavings, specialSavings);
  return member;
}

async function postOpening(group: Group, member: Member, pledge: Satang, special: Satang): Promise<void> {
  const parts = [
    { code: account.pledgeSavings, amount: pledge },
    { code: account.specialSavings, amount: special },
  ].filter(({ amount }) => amount > 0);
  if (parts.length === 0) return;
  await inTransaction(async (tx) => {
    const head = await lockHead(tx, group.id);
    await post(tx, head, {
      idempotencyKey: `opening.member:${member.id}`,
      kind: "opening.member",
      effectiveOn: head.day.on,
      postedAt: head.day.openedAt,
      actor: { personId: null, memberId: null, position: "setup" },
      source: "setup",
      withReceipt: false,
      postings: parts.flatMap(({ code, amount }) => [
        debit({ groupId: group.id, code: account.bank }, amount),
        credit({ groupId: group.id, code, memberId: member.id }, amount),
      ]),
    });
  });
}

/** A person who has consented, by her LINE id. */
export async function buildPerson(lineUserId: string, overrides: Partial<Person> = {}): Promise<Person> {
  const person: Person = {
    _id: randomBytes(12).toString("hex") as PersonId,
    lineUserId,
    language: "th",
    consent: { version: 1, at: new Date() },
    stopped: "none",
    friend: true,
    friendTold: overrides.friend ?? true,
    wrongTries: 0,
    lockedAt: null,
    lastGroupId: null,
    createdAt: new Date(),
    menu: null,
    ...overrides,
  };
  await inTransaction((tx) => insertPerson(tx, person));
  return person;
}
