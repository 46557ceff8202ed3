import { sayTheSame, type Benefit } from "../groups/benefit";
import type { Network } from "../groups/group";
import { memberId, memberNoOf, type GroupId, type MemberId } from "../ids";
import { checkControlTotals } from "./check-opening";
import { withoutDecided, type ChatDecided } from "./chat-decides";
import { comparePaths, type Differences } from "./differences";
import { memberPlace, problemAt, type GroupPlan, type MemberPlan, type SetupPlan, type SetupProblem } from "./plan";
import { columnOfFact, groupRecord, memberRecord, type SetupRecord } from "./records";
import { compareOpenings } from "./compare-openings";

/** What setup said of a living group: its last record, how often it was extended, and each member's record; null for who joined otherwise. */
export interface LivingGroup extends ChatDecided {
  salt: string;
  round: number;
  record: SetupRecord;
  members: ReadonlyMap<MemberId, SetupRecord | null>;
}

/** What lives already, as far as a plan speaks of it. */
export interface Living {
  network: Network | null;
  groups: ReadonlyMap<GroupId, LivingGroup>;
  benefits: ReadonlyMap<GroupId, Benefit[]>;
}

/** What a plan adds to a living group. */
export interface GroupExtension {
  plan: GroupPlan;
  salt: string;
  round: number;
  members: MemberPlan[];
  officers: GroupPlan["officers"];
  delegates: GroupPlan["delegates"];
  /** The record before this extension. */
  before: SetupRecord;
}

/** What a plan changes in the world. */
export interface SetupChanges {
  groups: GroupPlan[];
  extensions: GroupExtension[];
  coordinators: Network["coordinators"];
  /** Lists of benefits that are new or say something else now: the one thing that setup replaces. */
  benefits: { groupId: GroupId; benefits: Benefit[] }[];
}

/** Compares a plan with what lives: what is new, and a problem for every value of something living that the plan would change. */
export function compareWithLiving(
  plan: SetupPlan,
  living: Living,
): { changes: SetupChanges; problems: SetupProblem[] } {
  const problems = compareNetwork(plan, living);
  const changes: SetupChanges = {
    groups: [],
    extensions: [],
    coordinators: newCoordinators(plan, living),
    benefits: changedBenefits(plan, living),
  };
  for (const group of plan.groups) {
    const before = living.groups.get(group.id);
    if (!before) {
      problems.push(...checkControlTotals(group, group.members));
      changes.groups.push(group);
      continue;
    }
    const compared = compareGroup(group, before);
    problems.push(...compared.problems);
    if (compared.extension) changes.extensions.push(compared.extension);
  }
  return { changes, problems };
}

function compareNetwork({ network, at }: SetupPlan, { network: before }: Living): SetupProblem[] {
  if (!before) return [];
  const facts = (of: SetupPlan["network"]): SetupRecord => ({
    key: of.key,
    "name/th": of.name.th,
    "name/en": of.name.en ?? null,
  });
  return changedProblems(comparePaths(facts(before), facts(network)), (path) => at(`network.${path}`), "the network");
}

function newCoordinators({ coordinators }: SetupPlan, { network }: Living): Network["coordinators"] {
  return coordinators.filter(
    ({ groupId, memberNo }) =>
      !network?.coordinators.some((seat) => seat.groupId === groupId && seat.memberNo === memberNo),
  );
}

/** A folder that says nothing of a group's benefits leaves them as they are. */
function changedBenefits({ groups }: SetupPlan, living: Living): SetupChanges["benefits"] {
  return groups.flatMap(({ id, benefits }) =>
    benefits === null || sayTheSame(benefits, living.benefits.get(id) ?? []) ? [] : [{ groupId: id, benefits }],
  );
}

function compareGroup(
  plan: GroupPlan,
  living: LivingGroup,
): { extension: GroupExtension | null; problems: SetupProblem[] } {
  const added = plan.members.filter((member) => !living.members.has(memberId(plan.id, member.memberNo)));
  const differences = comparePaths(living.record, groupRecord(plan, living.salt));
  const { changed, addedPaths } = withoutDecided(differences, plan, living, living.record);
  const ofOpening = (path: string) => path === "opening" || path.startsWith("opening/");
  const problems = [
    ...changedProblems(
      { changed: changed.filter((path) => !ofOpening(path)), addedPaths: [] },
      plan.at,
      `the living group ${plan.id}`,
    ),
    ...compareOpenings(plan, living.record, added),
    ...compareMembers(plan, living),
  ];
  const extension: GroupExtension = {
    plan,
    salt: living.salt,
    round: living.round + 1,
    members: added,
    officers: plan.officers.filter(({ memberNo, committee, position }) =>
      addedPaths.includes(`officers/${memberNo}/${committee}/${position}`),
    ),
    delegates: plan.delegates.filter(({ no }) => addedPaths.includes(`delegates/${no}`)),
    before: living.record,
  };
  const isEmpty = added.length + extension.officers.length + extension.delegates.length === 0;
  return { extension: isEmpty ? null : extension, problems };
}

function compareMembers(plan: GroupPlan, living: LivingGroup): SetupProblem[] {
  return [...missingMembers(plan, living), ...plan.members.flatMap((member) => compareMember(plan, member, living))];
}

function missingMembers(plan: GroupPlan, living: LivingGroup): SetupProblem[] {
  if (!plan.complete) return [];
  const named = new Set(plan.members.map((member) => memberId(plan.id, member.memberNo)));
  const gone = [...living.members].filter(([id, record]) => record !== null && !named.has(id));
  return gone.map(([id]) => {
    const message = `Member ${memberNoOf(id)} of the living group ${plan.id} is missing: setup takes nobody away.`;
    return problemAt({ file: plan.membersFile, row: null, field: "member_no" }, message);
  });
}

function compareMember(plan: GroupPlan, member: MemberPlan, living: LivingGroup): SetupProblem[] {
  const before = living.members.get(memberId(plan.id, member.memberNo));
  if (before === undefined || !member.complete) return [];
  const place = (path: string) => memberPlace(plan, member, columnOfFact[path] ?? path);
  if (before === null) {
    return [problemAt(place("memberNo"), `Member ${member.memberNo} joined without setup: leave this row out.`)];
  }
  const differences = comparePaths(before, memberRecord(member, living.salt));
  return changedProblems(differences, place, `member ${member.memberNo}, who lives already,`);
}

function changedProblems({ changed }: Differences, at: GroupPlan["at"], whose: string): SetupProblem[] {
  return changed.map((path) =>
    problemAt(
      at(path.replaceAll("/", ".")),
      `This value of ${whose} differs from what setup said first: setup changes nothing that lives.`,
    ),
  );
}
