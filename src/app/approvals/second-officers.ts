import { DomainError } from "../../domain/errors";
import { mayDecide, paperKinds, type Approval, type ApprovalKind } from "../../domain/approvals/two-officers";
import type { Group } from "../../domain/groups/group";
import { officesWith, type Power } from "../../domain/groups/offices";
import { memberId } from "../../domain/ids";
import { isTooNew, type Member } from "../../domain/members/member";
import type { Notice } from "../../domain/notice";
import type { OfficerName } from "../../domain/people";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** Members of the group who hold the power, each once, active ones only. */
export async function officersWithPower(tx: Tx, group: Group, power: Power): Promise<Member[]> {
  const numbers = new Set(officesWith(group.officers, power).map((office) => office.memberNo));
  const members = await findMembers(
    tx,
    [...numbers].map((no) => memberId(group.id, no)),
  );
  return members.filter((member) => member.status === "active");
}

/** Who may be asked as the second officer; empty where only officers without a phone can, who sign on paper. Throws `second-person.missing` when nobody can, or may yet. */
export async function secondOfficersFor(
  tx: Tx,
  group: Group,
  approval: Approval,
  power: Power,
  now: Date,
): Promise<Member[]> {
  const officers = await officersWithPower(tx, group, power);
  const able = officers.filter(
    ({ id, link }) =>
      link.personId !== null && !isTooNew(link, now) && mayDecide(approval, { personId: link.personId, memberId: id }),
  );
  if (able.length === 0 && !signsOnPaper(approval, officers))
    throw new DomainError("second-person.missing", { groupName: group.name.th });
  return able;
}

/** Whether one of them has no phone and may sign on paper instead. */
function signsOnPaper(approval: Approval, officers: readonly Member[]): boolean {
  if (!paperKinds.includes(approval.kind)) return false;
  return officers.some(
    ({ id, link }) => link.personId === null && mayDecide(approval, { personId: null, memberId: id }),
  );
}

/** The commands with which a second officer answers: each of these has an `approve` and a `reject`. */
export const answerCommands: Readonly<Record<ApprovalKind, string>> = {
  reversal: "ledger.reverse",
  payment: "payment",
  link: "link",
  helper: "helper",
  rules: "rules",
  officers: "officers",
  "office-cash": "office-cash",
  suspense: "suspense.settle",
  "payment-details": "payment-details",
  pledge: "pledge",
  difference: "difference",
  "parallel-run": "parallel-run",
  "go-live": "go-live",
  "set-off": "set-off",
  "loan-change": "loan.change",
  guarantee: "guarantee.entered",
};

/** What an officer must be able to do to be the second person of each kind. */
export const secondPowers: Readonly<Record<ApprovalKind, Power>> = {
  reversal: "second-money",
  payment: "second-money",
  link: "second-link",
  helper: "second-link",
  rules: "decide-rules",
  officers: "second-money",
  "office-cash": "second-money",
  suspense: "second-money",
  "payment-details": "second-money",
  pledge: "second-money",
  difference: "second-money",
  "parallel-run": "second-money",
  "go-live": "sign-go-live",
  "set-off": "second-money",
  "loan-change": "second-money",
  guarantee: "second-link",
};

/** A request as those hear of it who may be its second officer, with the two buttons of their answer. */
export function askSeconds(seconds: readonly Member[], { id, kind }: Approval, view: object): Notice[] {
  const payload = { approvalId: id };
  const buttons = {
    approve: { name: `${answerCommands[kind]}.approve`, payload },
    reject: { name: `${answerCommands[kind]}.reject`, payload },
  };
  return seconds.map((second) => ({
    to: { memberId: second.id },
    kind: `${kind}.request`,
    view,
    buttons,
    approvalId: id,
  }));
}

/** Officers by the first office that gives them the power, as a card names whom a request waits for. */
export function namesByPower(group: Group, power: Power, officers: readonly Member[]): OfficerName[] {
  const offices = officesWith(group.officers, power);
  return officers.flatMap(({ memberNo, name }) => {
    const office = offices.find((held) => held.memberNo === memberNo);
    return office ? [{ committee: office.committee, position: office.position, name }] : [];
  });
}
