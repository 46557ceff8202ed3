import { memberPlace, problemAt, type GroupPlan, type MemberPlan, type SetupProblem } from "./plan";

/** How many members act for an occupational group. */
const signatoriesNeeded = 3;

/** Member numbers are unique, and every number that a row names belongs to somebody who can be what it says. */
export function checkMembers(group: GroupPlan): SetupProblem[] {
  const byNo = new Map<string, MemberPlan>();
  const problems: SetupProblem[] = [];
  for (const member of group.members) {
    const first = byNo.get(member.memberNo);
    if (!first) byNo.set(member.memberNo, member);
    else if (member.memberNo)
      problems.push(
        problemAt(
          memberPlace(group, member, "member_no"),
          `Member number ${member.memberNo} stands already on row ${first.row ?? "?"}.`,
        ),
      );
  }
  return [
    ...problems,
    ...group.members.flatMap((member) => [
      ...checkReferences(group, member, byNo),
      ...checkSpouse(group, member, byNo),
      ...checkSignatories(group, member, byNo),
    ]),
  ];
}

function checkReferences(group: GroupPlan, member: MemberPlan, byNo: ReadonlyMap<string, MemberPlan>): SetupProblem[] {
  const references = [
    { field: "spouse_no", no: member.spouseNo, what: "spouse", mayBeSelf: false },
    { field: "guardian_no", no: member.guardianNo, what: "guardian", mayBeSelf: false },
    { field: "line_head_no", no: member.lineHeadNo, what: "line head", mayBeSelf: true },
  ];
  return references.flatMap(({ field, no, what, mayBeSelf }) => {
    if (no === null) return [];
    const place = memberPlace(group, member, field);
    if (!byNo.has(no)) return [problemAt(place, `Member ${no}, named as ${what}, is not in this file.`)];
    if (no === member.memberNo && !mayBeSelf) return [problemAt(place, `A member cannot be the own ${what}.`)];
    return [];
  });
}

/** Rights to decide hang on who is married to whom, so two rows may not say different things about it. */
function checkSpouse(group: GroupPlan, member: MemberPlan, byNo: ReadonlyMap<string, MemberPlan>): SetupProblem[] {
  const other = member.spouseNo === null ? undefined : byNo.get(member.spouseNo);
  if (!other || other.spouseNo === null || other.spouseNo === member.memberNo) return [];
  const message = `Member ${other.memberNo} names ${other.spouseNo} as spouse, not ${member.memberNo}.`;
  return [problemAt(memberPlace(group, member, "spouse_no"), message)];
}

function checkSignatories(group: GroupPlan, member: MemberPlan, byNo: ReadonlyMap<string, MemberPlan>): SetupProblem[] {
  const place = memberPlace(group, member, "signatory_nos");
  const nos = member.signatoryNos;
  if (member.kind !== "occupational-group") {
    return nos.length === 0 ? [] : [problemAt(place, "Only an occupational group has signatories.")];
  }
  if (nos.length !== signatoriesNeeded || new Set(nos).size !== nos.length) {
    return [problemAt(place, `An occupational group has ${signatoriesNeeded} different signatories.`)];
  }
  return nos.flatMap((no) => {
    const signatory = byNo.get(no);
    if (!signatory) return [problemAt(place, `Signatory ${no} is not in this file.`)];
    if (signatory.kind === "occupational-group")
      return [problemAt(place, `Signatory ${no} is a group, not a person who can sign.`)];
    if (signatory.status !== "active") return [problemAt(place, `Signatory ${no} is not an active member.`)];
    return [];
  });
}
