import { addDays, instantOf, localDateOf } from "../../domain/dates";
import { caseDays, escalated } from "../../domain/cases/case";
import type { Notice } from "../../domain/notice";
import { findCase, findOpenCases, saveCase } from "../../storage/cases";
import { getGroup } from "../../storage/groups";
import type { Tx } from "../../storage/tx";
import { caseView } from "./case-view";
import { findHearers } from "./hearers";
import { tellHearers } from "./open-case";

/** Ids of cases that nobody answered within seven days, and of which no coordinator has heard. */
export async function findUnanswered(tx: Tx, now: Date): Promise<string[]> {
  const waitingBefore = instantOf(addDays(localDateOf(now), 1 - caseDays));
  return (await findOpenCases(tx, { waitingBefore })).map(({ id }) => id);
}

/** Tells the network's coordinators of one such case, once; nothing where somebody answered meanwhile, or none of them may hear. */
export async function escalateCase(tx: Tx, id: string, now: Date): Promise<Notice[]> {
  const one = await findCase(tx, id);
  if (!one || one.state !== "checking" || one.escalatedAt !== null) return [];
  const group = await getGroup(tx, one.groupId);
  const { coordinators } = await findHearers(tx, group, one);
  if (coordinators.length === 0) return [];
  const done = escalated(one, now);
  await saveCase(tx, done);
  return tellHearers(coordinators, done, await caseView(tx, group, done), "case.escalated");
}
