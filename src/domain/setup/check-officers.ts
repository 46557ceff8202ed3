import type { Office } from "../groups/offices";
import { problemAt, type GroupPlan, type SetupPlan, type SetupProblem } from "./plan";

/** Officers are active members, each seat is held once, and who audits sits on no other committee. */
export function checkOfficers(group: GroupPlan): SetupProblem[] {
  return group.officers.flatMap((office, index) => {
    const place = group.at(`officers[${index}]`);
    const earlier = group.officers.slice(0, index);
    return [
      ...whyNoOfficer(group, office.memberNo).map((message) =>
        problemAt(group.at(`officers[${index}].member`), message),
      ),
      ...seatProblems(office, earlier).map((message) => problemAt(place, message)),
    ];
  });
}

function seatProblems(office: Office, earlier: readonly Office[]): string[] {
  const { memberNo, committee, position } = office;
  const sameSeat = (other: Office) => other.committee === committee && other.position === position;
  if (earlier.some((other) => sameSeat(other) && other.memberNo === memberNo)) {
    return [`Member ${memberNo} stands twice as ${committee} ${position}.`];
  }
  if (position === "chair" && earlier.some(sameSeat)) return [`The ${committee} committee has two chairs.`];
  const clash = earlier.some(
    (other) => other.memberNo === memberNo && (other.committee === "audit") !== (committee === "audit"),
  );
  return clash
    ? [`Member ${memberNo} sits on the audit committee and on another: who audits sits on no other committee.`]
    : [];
}

function whyNoOfficer(group: GroupPlan, memberNo: string): string[] {
  if (group.members.length === 0 && !group.complete) return []; // The file could not be read at all, which is told once.
  const member = group.members.find((candidate) => candidate.memberNo === memberNo);
  if (!member) return [`Member ${memberNo} is not in ${group.membersFile}.`];
  if (member.status !== "active")
    return [`Member ${memberNo} is ${member.status}: only active members hold an office.`];
  if (member.kind === "occupational-group")
    return [`Member ${memberNo} is a group, not a person who can hold an office.`];
  return [];
}

/** Coordinators are active members, or delegates, of groups of this folder, each named once. */
export function checkCoordinators(plan: SetupPlan): SetupProblem[] {
  return plan.coordinators.flatMap(({ groupId, memberNo }, index) => {
    const group = plan.groups.find((candidate) => candidate.id === groupId);
    if (!group) return [problemAt(plan.at(`coordinators[${index}].group`), `Group ${groupId} is not in this folder.`)];
    const place = plan.at(`coordinators[${index}].member`);
    const twice = plan.coordinators
      .slice(0, index)
      .some((other) => other.groupId === groupId && other.memberNo === memberNo);
    if (twice) return [problemAt(place, `Member ${memberNo} of ${groupId} stands twice as coordinator.`)];
    if (group.delegates.some((delegate) => delegate.no === memberNo)) return [];
    return whyNoOfficer(group, memberNo).map((message) => problemAt(place, message));
  });
}
