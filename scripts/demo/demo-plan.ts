import { nextWorkingDay } from "../../src/domain/calendar";
import { addDays, addMonths, dayInMonth, monthOf, type LocalDate, type YearMonth } from "../../src/domain/dates";
import type { GroupId } from "../../src/domain/ids";
import { baht, satang, sum, zero, type Satang } from "../../src/domain/money";
import type { GroupPlan, MemberPlan, SetupPlan } from "../../src/domain/setup/plan";
import { benefitsOf } from "./benefits";
import { contractsOf } from "./contracts";
import { Dice } from "./dice";
import { demoGroups, type DemoGroup } from "./groups";
import { demoOfficers, rosterOf, type DemoMember } from "./roster";
import { rulesOf } from "./rules";

/** Working days that the demo's history tells. */
export const daysOfHistory = 12;

/** A demo group with its people, and its part of the plan. */
export interface DemoPart {
  group: DemoGroup;
  people: DemoMember[];
  plan: GroupPlan;
  /** The working days of the history, oldest first; all before today. */
  days: LocalDate[];
  dice: Dice;
}

/** The invented network as it stood a year before `today`, with what is needed to tell the year. The same day gives the same network. */
export function planDemo(today: LocalDate): { plan: SetupPlan; parts: DemoPart[] } {
  const parts = demoGroups.map((group, index) => planGroup(group, index, today));
  const coordinators = [
    { groupId: "khuanmai" as GroupId, memberNo: "001" },
    { groupId: "nongbua" as GroupId, memberNo: "003" },
  ];
  const network = {
    key: "demo",
    name: { th: "เครือข่ายกลุ่มออมทรัพย์สงขลา (ตัวอย่าง)", en: "Songkhla savings network (example)" },
  };
  return { plan: { network, coordinators, groups: parts.map((part) => part.plan), at: demoPlace }, parts };
}

/** The people of each demo group; they are the same every day. */
export function demoRosters(): { group: DemoGroup; people: DemoMember[] }[] {
  return demoGroups.map((group, index) => ({ group, people: rosterOf(group, seedOf(index)) }));
}

const seedOf = (index: number): number => 2521 + index * 97;
const demoPlace = (field: string) => ({ file: "demo", row: null, field });

function planGroup(group: DemoGroup, index: number, today: LocalDate): DemoPart {
  const people = rosterOf(group, seedOf(index));
  const dice = new Dice(seedOf(index) + 50_000);
  const days = workingDaysBefore(group, today);
  const [first] = days;
  const asOf = addDays(dayInMonth(monthOf(first ?? today), 1), -1);
  const lineHeads = ["001", "005", "009"];
  const members = people.map((person): MemberPlan => {
    const { monthsBefore, hasSpecial, phone: _phone, ...facts } = person;
    const paid =
      person.status === "active"
        ? satang(person.pledge * Math.max(1, monthsBefore - dice.between(0, Math.ceil(monthsBefore / 10))))
        : zero;
    return {
      ...facts,
      row: null,
      complete: true,
      joinedOn: dayInMonth(addMonths(monthOf(asOf), -monthsBefore), group.workingDay.dayOfMonth),
      pledgePaidThrough: person.status === "active" ? monthOf(asOf) : null,
      pledgeSavings: paid,
      specialSavings: hasSpecial ? baht(100 * dice.between(2, 80)) : zero,
      lineHeadNo: lineHeads[Number(person.household) % lineHeads.length] ?? null,
      welfareJoinedOn: null,
    };
  });
  const { key, name, district, workingDay, financeMode } = group;
  const opening = openingOf(members, asOf, dice);
  const plan: GroupPlan = {
    id: key as GroupId,
    name,
    district,
    workingDay,
    financeMode,
    mode: "digital",
    payment: paymentOf(group),
    delegates: [],
    officers: [...demoOfficers],
    opening,
    benefits: benefitsOf(key),
    rules: rulesOf(key, financeMode, asOf),
    loans: { file: "demo", loans: contractsOf(members, opening.loans, asOf) },
    members,
    membersFile: "demo",
    complete: true,
    at: demoPlace,
  };
  return { group, people, plan, days, dice };
}

function workingDaysBefore({ workingDay }: DemoGroup, today: LocalDate): LocalDate[] {
  const months = Array.from({ length: daysOfHistory + 1 }, (_, back): YearMonth =>
    addMonths(monthOf(today), back - daysOfHistory),
  );
  return months
    .map((month) => nextWorkingDay(workingDay, dayInMonth(month, 1)))
    .filter((day) => day < today)
    .slice(-daysOfHistory);
}

/** Books of a sound group: most of the money is lent, some lies at the bank, little in the box; a reserve stands behind it. */
function openingOf(members: readonly MemberPlan[], asOf: LocalDate, dice: Dice): NonNullable<GroupPlan["opening"]> {
  const pledgeSavings = sum(members.map((member) => member.pledgeSavings));
  const specialSavings = sum(members.map((member) => member.specialSavings));
  const savings = sum([pledgeSavings, specialSavings]);
  const [reserve, welfareFund, surplus] = [share(savings, 8), share(savings, 5), share(savings, 3)];
  const assets = sum([savings, reserve, welfareFund, surplus]);
  const [cash, loans] = [baht(100 * dice.between(5, 20)), share(assets, 62)];
  const bank = satang(assets - cash - loans);
  return {
    asOf,
    members: members.length,
    pledgeSavings,
    specialSavings,
    cash,
    bank,
    loans,
    welfareFund,
    reserve,
    surplus,
    accounts: [],
    difference: null,
  };
}

/** So many hundredths of a sum, down to whole hundreds of baht. */
function share(total: Satang, percent: number): Satang {
  return baht(100 * Math.floor((total * percent) / 100 / 10_000));
}

/** Numbers that nobody has: a code of the demo that somebody really scans pays nobody. The largest group has PromptPay, the others a bank account. */
function paymentOf({ name, isTheLargest }: DemoGroup): GroupPlan["payment"] {
  return isTheLargest
    ? { promptPay: "0000000000", promptPayName: name.th }
    : { bank: "ธ.ก.ส. 000-0-00000-0", bankName: name.th };
}
