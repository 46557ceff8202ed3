import type { z } from "zod";
import type { WorkingDayRule } from "../../../src/domain/calendar";
import type { Network } from "../../../src/domain/groups/group";
import type { GroupId } from "../../../src/domain/ids";
import {
  problemAt,
  type GroupPlan,
  type OpeningPlan,
  type PlaceOf,
  type SetupPlan,
  type SetupProblem,
} from "../../../src/domain/setup/plan";
import { coordinatorSchema, digitalGroupSchema, fileSchema, networkSchema, paperGroupSchema } from "./network-schema";
import { fieldPath, parsePart, readYaml } from "./yaml-file";

/** The name of the file that describes a network. */
export const networkFile = "network.yaml";

/** A group without its members, benefits and rules, which stand in files of their own. */
export type GroupHead = Omit<GroupPlan, "members" | "membersFile" | "complete" | "benefits" | "rules" | "loans">;

/** What network.yaml says, as far as it could be read. */
export interface NetworkRead {
  network: SetupPlan["network"] | null;
  groups: GroupHead[];
  coordinators: Network["coordinators"];
  /** Keys of groups that could not be read, so that their members files are not called strangers. */
  unreadKeys: GroupId[];
  problems: SetupProblem[];
  at: PlaceOf;
}

type GroupRead = z.output<typeof paperGroupSchema> | z.output<typeof digitalGroupSchema>;

/** A group on paper may have no working day of its own; nothing is told of one whose place is empty. */
const noWorkingDay: WorkingDayRule = { dayOfMonth: 1, from: "00:00", to: "00:00", place: "" };

/** Reads the text of network.yaml: every problem of every part. */
export function readNetwork(text: string): NetworkRead {
  const yaml = readYaml(networkFile, text);
  const at: PlaceOf = (path) => yaml.place(fieldPath(path), path);
  const result: NetworkRead = {
    network: null,
    groups: [],
    coordinators: [],
    unreadKeys: [],
    problems: [...yaml.problems],
    at,
  };
  if (yaml.problems.length > 0) return result;
  const value = yaml.value ?? {};
  // A key that nobody knows is told, and hides nothing of the rest.
  const file = parsePart(yaml, fileSchema, value, [], result.problems) ?? fileSchema.strip().safeParse(value).data;
  if (!file) return result;
  result.network = parsePart(yaml, networkSchema, file.network, ["network"], result.problems);
  file.groups.forEach((value, index) => {
    const onPaper = (value as { mode?: unknown } | null)?.mode === "paper";
    const schema = onPaper ? paperGroupSchema : digitalGroupSchema;
    const group = parsePart(yaml, schema, value, ["groups", index], result.problems);
    const place: PlaceOf = (path) => yaml.place(["groups", index, ...fieldPath(path)], `groups[${index}].${path}`);
    if (group) result.groups.push(groupHead(group, place, result.problems));
    else result.unreadKeys.push(String((value as { key?: unknown } | null)?.key) as GroupId);
  });
  file.coordinators.forEach((value, index) => {
    const coordinator = parsePart(yaml, coordinatorSchema, value, ["coordinators", index], result.problems);
    if (coordinator) result.coordinators.push(coordinator);
  });
  return result;
}

function groupHead(group: GroupRead, at: PlaceOf, problems: SetupProblem[]): GroupHead {
  const { key, name, district, mode, workingDay, financeMode, payment, officers, delegates } = group;
  const { promptPay, promptPayName, bank, bankName } = payment;
  for (const part of ["accounts", "openingDifference"] as const) {
    if (group[part] && (group.opening?.[part] ?? !group.opening))
      problems.push(problemAt(at(part), `This belongs into opening, once.`));
  }
  return {
    id: key,
    name,
    district,
    mode,
    workingDay: workingDay ?? noWorkingDay,
    financeMode: financeMode ?? "interest",
    payment: {
      ...(promptPay === undefined ? {} : { promptPay }),
      ...(promptPayName === undefined ? {} : { promptPayName }),
      ...(bank === undefined ? {} : { bank }),
      ...(bankName === undefined ? {} : { bankName }),
    },
    officers,
    delegates,
    opening: openingOf(group),
    at,
  };
}

function openingOf(group: GroupRead): OpeningPlan | null {
  const { opening } = group;
  return (
    (opening && {
      asOf: opening.asOf,
      members: opening.members,
      pledgeSavings: opening.pledgeSavingsBaht,
      specialSavings: opening.specialSavingsBaht,
      cash: opening.cashBaht,
      bank: opening.bankBaht,
      loans: opening.loansBaht,
      welfareFund: opening.welfareFundBaht,
      reserve: opening.reserveBaht,
      surplus: opening.surplusBaht,
      accounts: opening.accounts ?? group.accounts ?? [],
      difference: opening.openingDifference ?? group.openingDifference ?? null,
    }) ??
    null
  );
}
