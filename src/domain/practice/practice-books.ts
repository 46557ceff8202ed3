import { addDays, addMonths, monthOf, type LocalDate } from "../dates";
import type { Group } from "../groups/group";
import type { GroupId } from "../ids";
import type { Member } from "../members/member";
import { baht, satang, zero } from "../money";
import { openBooks, type Books } from "../setup/books";
import type { GroupPlan, MemberPlan, OpeningPlan } from "../setup/plan";

/** Invented sums of a practice, the same for everybody: what each passbook holds, and what lies in the box. */
export const practiceSums = {
  pledge: baht(100),
  pledgeSavings: baht(1_200),
  specialSavings: baht(2_000),
  cash: baht(1_000),
} as const;

/** Members of a group who stand in its practice besides the officers, in the order of their numbers. */
export const practiceMembers = 40;

/** What an invented group is made of. */
export interface PracticeFacts {
  group: Group;
  groupId: GroupId;
  /** Who of the group stands in it. */
  members: readonly Member[];
  salt: string;
  now: Date;
  on: LocalDate;
}

/**
 * The books of an invented group: the numbers, offices and working day of a real one, so that what is learned is what will be done; with
 * invented sums, and invented names for all but officers, whom everybody knows.
 */
export function practiceBooks({ group, groupId, members, salt, now, on }: PracticeFacts): Books {
  const plans = members.map((member) => planOf(member, group, on));
  const plan: GroupPlan = {
    ...group,
    id: groupId,
    name: { th: `ซ้อม · ${group.name.th}`, en: `Practice · ${group.name.en ?? group.name.th}` },
    mode: "digital",
    payment: {},
    delegates: [],
    officers: group.officers.filter(({ memberNo }) => plans.some((one) => one.memberNo === memberNo)),
    opening: openingOf(plans.length, on),
    benefits: null,
    rules: null,
    members: plans,
    loans: null,
    membersFile: "",
    complete: true,
    at: () => ({ file: "", row: null, field: null }),
  };
  return openBooks(plan, { salt, now, on });
}

/** A member as she stands in a practice before anybody takes her place. */
export function planOf(member: Member, { officers }: Pick<Group, "officers">, on: LocalDate): MemberPlan {
  const { memberNo, name, nickname, spouseNo } = member;
  const isOfficer = officers.some((office) => office.memberNo === memberNo);
  return {
    row: null,
    complete: true,
    memberNo,
    name: isOfficer ? name : practiceName(memberNo),
    nickname: isOfficer ? nickname : "",
    kind: "ordinary",
    status: "active",
    joinedOn: addDays(on, -365),
    pledge: practiceSums.pledge,
    // What falls due on the practised day is not paid yet.
    pledgePaidThrough: addMonths(monthOf(on), -1),
    pledgeSavings: practiceSums.pledgeSavings,
    specialSavings: practiceSums.specialSavings,
    spouseNo: isOfficer ? spouseNo : null,
    guardianNo: null,
    lineHeadNo: null,
    household: null,
    bornOn: null,
    sex: null,
    welfareJoinedOn: null,
    signatoryNos: [],
  };
}

const practiceName = (memberNo: string): string => `สมาชิกซ้อม ${memberNo}`;

/** The opening sums of so many passbooks: all that members have lies in the bank, the box holds the group's own. */
function openingOf(members: number, asOf: LocalDate): OpeningPlan {
  const pledgeSavings = satang(members * practiceSums.pledgeSavings);
  const specialSavings = satang(members * practiceSums.specialSavings);
  return {
    asOf,
    members,
    pledgeSavings,
    specialSavings,
    cash: practiceSums.cash,
    bank: satang(pledgeSavings + specialSavings),
    loans: zero,
    welfareFund: zero,
    reserve: zero,
    surplus: practiceSums.cash,
    accounts: [],
    difference: null,
  };
}
