import { checkMembers } from "./check-members";
import { checkCoordinators, checkOfficers } from "./check-officers";
import { checkLoans } from "./loans";
import { checkOpening } from "./check-opening";
import { problemAt, type GroupPlan, type SetupPlan, type SetupProblem } from "./plan";

/** Everything about a folder that can be judged without knowing what lives already; every problem, not only the first. */
export function checkPlan(plan: SetupPlan): SetupProblem[] {
  return [
    ...checkKeys(plan),
    ...plan.groups.flatMap((group) => (group.mode === "paper" ? checkPaperGroup(group) : checkDigitalGroup(group))),
    ...checkCoordinators(plan),
  ];
}

function checkKeys(plan: SetupPlan): SetupProblem[] {
  return plan.groups.flatMap((group, index) =>
    plan.groups.slice(0, index).some((other) => other.id === group.id)
      ? [problemAt(group.at("key"), `The group ${group.id} stands twice in this folder.`)]
      : [],
  );
}

function checkDigitalGroup(group: GroupPlan): SetupProblem[] {
  const delegates = group.delegates.length === 0 ? [] : ["Only a group with `mode: paper` has delegates."];
  const opening = group.opening ? [] : ["The control totals of the first import are missing."];
  return [
    ...delegates.map((message) => problemAt(group.at("delegates"), message)),
    ...opening.map((message) => problemAt(group.at("opening"), message)),
    ...checkMembers(group),
    ...checkOfficers(group),
    ...checkOpening(group),
    ...checkLoans(group),
  ];
}

function checkPaperGroup(group: GroupPlan): SetupProblem[] {
  const problems: SetupProblem[] = [];
  const report = (path: string, message: string) => problems.push(problemAt(group.at(path), message));
  if (group.delegates.length === 0) report("delegates", "A group that stays on paper names its delegates.");
  if (group.officers.length > 0)
    report("officers", "A group that stays on paper has no officers here: name its delegates.");
  if (group.opening) report("opening", "A group that stays on paper has no opening totals.");
  group.delegates.forEach(({ no }, index) => {
    const twice = group.delegates.slice(0, index).some((other) => other.no === no);
    if (twice) report(`delegates[${index}].no`, `Delegate number ${no} stands twice.`);
  });
  return problems;
}
