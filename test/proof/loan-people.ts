import type { Person as Phone } from "../../scripts/simulator/people/person";
import { addDays, localDateOf } from "../../src/domain/dates";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { buildGroup, buildMember, buildPerson } from "../support/builders";
import { buildLoanRequest, fillBox, putToVote } from "../support/loans";
import type { Stage } from "./stage";

/** Requests of so many baht each, and what the bank's account holds: money for all of them but one. */
export const loans = { count: 4, baht: 10_000, heldBaht: 35_000 };

/** The executive committee, which votes and pays out, and the borrowers. */
export interface LoanPeople {
  treasurer: Phone;
  secretary: Phone;
  chair: Phone;
  vice: Phone;
  borrowers: Phone[];
}

/** Puts a group into the open database of a stage, its requests before their committee. */
export async function seedLoans({ simulator }: Stage): Promise<LoanPeople> {
  const now = new Date();
  const on = localDateOf(now);
  const group = await buildGroup({ today: on });
  const officer = async (memberNo: string, position: "treasurer" | "secretary" | "chair" | "vice-chair") => {
    const phone = simulator.addUser({ name: position });
    const personId = (await buildPerson(phone.id))._id;
    await buildMember(group, { memberNo, name: position, personId, office: { committee: "executive", position } });
    return phone;
  };
  const chair = await officer("001", "chair");
  const treasurer = await officer("002", "treasurer");
  const secretary = await officer("003", "secretary");
  const vice = await officer("004", "vice-chair");
  await fillBox(group, baht(loans.heldBaht), account.bank);
  const borrowers: Phone[] = [];
  for (let n = 1; n <= loans.count; n++) {
    const phone = simulator.addUser({ name: `ผู้กู้ ${n}` });
    const personId = (await buildPerson(phone.id))._id;
    const member = await buildMember(group, { memberNo: `10${n}`, personId });
    const paperSigned = { at: now, by: { personId: null, memberId: null, position: "executive.chair" } };
    const { id } = await buildLoanRequest(group, member, {
      requestNo: `ก${n}/2569`,
      on: addDays(on, -1),
      amount: baht(loans.baht),
      state: "guarantors",
      decision: null,
      reservedUntil: null,
      paperSigned,
    });
    await putToVote(group, id, now);
    borrowers.push(phone);
  }
  return { treasurer, secretary, chair, vice, borrowers };
}
