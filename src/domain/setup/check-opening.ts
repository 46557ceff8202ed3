import { add, sum, type Satang } from "../money";
import { normalSide } from "../ledger/accounts";
import { accountsWithField, openingGap, openingLines } from "./opening";
import { bahtFigure, problemAt, type GroupPlan, type MemberPlan, type OpeningPlan, type SetupProblem } from "./plan";

/** Assets and claims of a group's opening tie, or the difference is named and accepted by two officers, one of them an auditor. */
export function checkOpening(group: GroupPlan): SetupProblem[] {
  const { opening } = group;
  if (!opening) return [];
  return [...checkAccounts(group, opening), ...checkGap(group, opening), ...checkAcceptance(group, opening)];
}

/** A group's control totals are those of these rows; rows with unreadable cells leave nothing to compare. */
export function checkControlTotals(group: GroupPlan, rows: readonly MemberPlan[]): SetupProblem[] {
  const { opening, membersFile } = group;
  if (!opening || !group.complete) return [];
  const problems: SetupProblem[] = [];
  if (opening.members !== rows.length) {
    const message = `The control total is ${opening.members} members, but ${membersFile} has ${rows.length}.`;
    problems.push(problemAt(group.at("opening.members"), message));
  }
  for (const name of ["pledgeSavings", "specialSavings"] as const) {
    const total = sum(rows.map((row) => row[name]));
    if (opening[name] === total) continue;
    const message = `The control total is ${bahtFigure(opening[name])}, but the members of ${membersFile} have ${bahtFigure(total)}.`;
    problems.push(problemAt(group.at(`opening.${name}Baht`), message));
  }
  return problems;
}

function checkAccounts(group: GroupPlan, opening: OpeningPlan): SetupProblem[] {
  return opening.accounts
    .filter(({ code }) => accountsWithField.has(code))
    .map(({ code }) =>
      problemAt(group.at(`opening.accounts.${code}`), `Account ${code} has a field of its own or is kept by Sajja.`),
    );
}

function checkGap(group: GroupPlan, opening: OpeningPlan): SetupProblem[] {
  const gap = openingGap(opening);
  const accepted = opening.difference;
  const place = group.at(accepted ? "opening.openingDifference.baht" : "opening");
  if (!accepted) {
    return gap === 0 ? [] : [problemAt(place, `${sidesOf(opening)}: they differ by ${bahtFigure(Math.abs(gap))}.`)];
  }
  if (Math.abs(accepted.amount) === Math.abs(gap) && gap !== 0) return [];
  const named = bahtFigure(accepted.amount);
  return [problemAt(place, `${sidesOf(opening)}: the difference is ${bahtFigure(gap)}, not the accepted ${named}.`)];
}

function sidesOf(opening: OpeningPlan): string {
  const lines = openingLines(opening);
  const total = (side: "debit" | "credit"): Satang =>
    lines.filter(({ code }) => normalSide(code) === side).reduce((so, { amount }) => add(so, amount), sum([]));
  return `Assets are ${bahtFigure(total("debit"))} and claims ${bahtFigure(total("credit"))}`;
}

function checkAcceptance(group: GroupPlan, { difference }: OpeningPlan): SetupProblem[] {
  if (!difference) return [];
  const place = group.at("opening.openingDifference.acceptedBy");
  const [first, second, ...more] = difference.acceptedBy;
  if (first === undefined || second === undefined || more.length > 0 || first === second) {
    return [problemAt(place, "A difference is accepted by two different officers.")];
  }
  const strangers = [first, second].filter((no) => !group.officers.some((office) => office.memberNo === no));
  if (strangers.length > 0) return strangers.map((no) => problemAt(place, `Member ${no} is no officer of this group.`));
  const audits = (no: string) =>
    group.officers.some((office) => office.memberNo === no && office.committee === "audit");
  return audits(first) || audits(second)
    ? []
    : [problemAt(place, "One of the two who accept a difference is of the audit committee.")];
}
