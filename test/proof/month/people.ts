import type { Person as Phone } from "../../../scripts/simulator/people/person";
import { addMonths, localDateOf, monthOf } from "../../../src/domain/dates";
import type { GroupId } from "../../../src/domain/ids";
import { baht } from "../../../src/domain/money";
import { buildGroup, buildMember, buildPerson } from "../../support/builders";
import { buildContract } from "../../support/contracts";
import type { Stage } from "../stage";

/** Members of the group, its officers among them. */
export const members = 100;
/** Officers have the first numbers, who saves those from 101 on. */
export const officerNos = ["001", "002", "003"] as const;
export const savers = members - officerNos.length;
/** The first savers have LINE. */
export const linked = 20;
/** The first savers owe on a paper contract each, in baht. */
export const debtors = 6;
export const owedBaht = 5_000;
/** The last savers have special savings, in baht each. */
export const specialSavers = 5;
export const specialBaht = 2_000;

/** The people of the month who act. */
export interface People {
  groupId: GroupId;
  treasurer: Phone;
  secretary: Phone;
  auditor: Phone;
  /** Phones of the savers who have LINE, by member number. */
  savers: Map<string, Phone>;
}

/** Member number of the n-th saver, from 0. */
export const saverNo = (n: number): string => String(101 + n);

/** Puts a group of a hundred into the open database of a stage. */
export async function seedMonth({ simulator }: Stage): Promise<People> {
  const payment = { bank: "ธ.ก.ส. 123-4-56789-0", bankName: "กลุ่มออมทรัพย์บ้านทดลอง" };
  const group = await buildGroup({ today: localDateOf(new Date()), payment });
  const officer = async (
    memberNo: (typeof officerNos)[number],
    committee: "executive" | "audit",
    position: "treasurer" | "secretary" | "chair",
  ) => {
    const phone = simulator.addUser({ name: `${position} ${memberNo}` });
    const personId = (await buildPerson(phone.id))._id;
    await buildMember(group, { memberNo, name: `กรรมการ ${memberNo}`, personId, office: { committee, position } });
    return phone;
  };
  const treasurer = await officer("001", "executive", "treasurer");
  const secretary = await officer("002", "executive", "secretary");
  const auditor = await officer("003", "audit", "chair");
  const pledgePaidThrough = addMonths(monthOf(localDateOf(new Date())), -1);
  const phones = new Map<string, Phone>();
  for (let n = 0; n < savers; n++) {
    const memberNo = saverNo(n);
    const special = n >= savers - specialSavers ? { specialSavings: baht(specialBaht) } : {};
    const facts = { ...special, pledgePaidThrough };
    const phone = n < linked ? simulator.addUser({ name: `สมาชิก ${memberNo}` }) : null;
    if (phone) phones.set(memberNo, phone);
    const personId = phone ? { personId: (await buildPerson(phone.id))._id } : {};
    const member = await buildMember(group, { memberNo, name: `สมาชิก ${memberNo}`, ...facts, ...personId });
    if (n < debtors) await buildContract(group, member, { contractNo: `ก${n + 1}/2568`, owed: baht(owedBaht) });
  }
  return { groupId: group.id, treasurer, secretary, auditor, savers: phones };
}
