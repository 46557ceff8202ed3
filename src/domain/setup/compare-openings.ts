import { satang, sum, type Satang } from "../money";
import { checkControlTotals } from "./check-opening";
import { comparePaths } from "./differences";
import {
  bahtFigure,
  memberPlace,
  openingSums,
  problemAt,
  type GroupPlan,
  type MemberPlan,
  type OpeningPlan,
  type OpeningSum,
  type SetupProblem,
} from "./plan";
import { groupRecord, sumFact, type SetupRecord } from "./records";

/** Control totals that rise with members who are brought in later; the others of a living group stand for ever. */
const risingSums = ["pledgeSavings", "specialSavings", "cash", "bank", "loans"] as const;
const mayRise: ReadonlySet<string> = new Set(["opening/members", ...risingSums.map(sumFact)]);

/**
 * The control totals of a living group either stand as they were, and new members bring no savings; or they rise by exactly what the
 * new members bring, in money that the group then holds.
 */
export function compareOpenings(plan: GroupPlan, before: SetupRecord, added: readonly MemberPlan[]): SetupProblem[] {
  const after = groupRecord(plan, "");
  const { changed } = comparePaths(openingOf(before), openingOf(after));
  if (changed.length === 0) return added.flatMap((member) => refuseSavings(plan, member));
  const refused = changed.filter(
    (path) => !mayRise.has(path) || Number(after[path] ?? 0) < Number(before[path] ?? 0) || added.length === 0,
  );
  if (refused.length > 0) {
    return refused.map((path) => {
      const message = `This control total of the living group ${plan.id} was ${shown(path, before[path])}: setup changes nothing that lives.`;
      return problemAt(plan.at(path.replaceAll("/", ".")), message);
    });
  }
  return [...checkControlTotals(plan, plan.members), ...checkRise(plan, before, added)];
}

function checkRise(plan: GroupPlan, before: SetupRecord, added: readonly MemberPlan[]): SetupProblem[] {
  if (!plan.opening || !plan.complete) return [];
  const brought = sum(added.flatMap((member) => [member.pledgeSavings, member.specialSavings]));
  const { cash, bank, loans } = riseOf(plan.opening, before);
  const money = sum([cash, bank, loans]);
  const message = `The new members bring ${bahtFigure(brought)}, but the group's money rises by ${bahtFigure(money)}.`;
  return money === brought ? [] : [problemAt(plan.at("opening"), message)];
}

/** What a living group's opening gains over what setup said before, as an opening of its own. */
export function riseOf(opening: OpeningPlan, before: SetupRecord): OpeningPlan {
  const rise = (name: OpeningSum) => satang(opening[name] - Number(before[sumFact(name)] ?? 0));
  const sums = Object.fromEntries(openingSums.map((name) => [name, rise(name)])) as Record<OpeningSum, Satang>;
  return { ...opening, ...sums, accounts: [], difference: null };
}

function refuseSavings(plan: GroupPlan, member: MemberPlan): SetupProblem[] {
  const message =
    "A new member of a living group starts at zero, unless the group's control totals rise by what she brings.";
  return (["pledge", "special"] as const)
    .filter((kind) => member[`${kind}Savings`] > 0)
    .map((kind) => problemAt(memberPlace(plan, member, `${kind}_savings_baht`), message));
}

function openingOf(record: SetupRecord): SetupRecord {
  return Object.fromEntries(Object.entries(record).filter(([path]) => path.startsWith("opening/")));
}

function shown(path: string, value: SetupRecord[string] | undefined): string {
  return typeof value === "number" && path !== "opening/members" ? bahtFigure(value) : String(value ?? "not given");
}
