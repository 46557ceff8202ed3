import { answered, closed, stillWrong, type Case } from "../../domain/cases/case";
import { DomainError } from "../../domain/errors";
import { missingPower } from "../../domain/groups/offices";
import type { Member } from "../../domain/members/member";
import type { Done } from "../../domain/notice";
import { findCase, saveCase } from "../../storage/cases";
import { getGroup } from "../../storage/groups";
import { dropAsked } from "../../storage/outbox";
import type { Tx } from "../../storage/tx";
import { refuseTooNew, type Actor } from "../people/actor";
import { caseView, type CaseView } from "./case-view";
import { answerersOf, findHearers } from "./hearers";
import { tellHearers } from "./open-case";

/** A case as somebody sees it who may answer it. Throws `role.missing` for everybody else, `role.too-new`. */
export async function examineCase(tx: Tx, actor: Actor, caseId: string, now: Date): Promise<CaseView> {
  const { one, group } = await toAnswer(tx, actor, caseId, now);
  return caseView(tx, group, one);
}

/** A case as somebody reads all of it who told it or may answer it. Throws as examineCase for everybody else. */
export async function readCase(tx: Tx, actor: Actor, caseId: string, now: Date): Promise<CaseView> {
  const one = await findCase(tx, caseId);
  return actor.own.some(({ member }) => member.id === one?.askedBy)
    ? showOwnCase(tx, actor, caseId)
    : examineCase(tx, actor, caseId, now);
}

/**
 * Gives an answer to who told the case; one that was told without a name is closed by it. A case that is closed is shown as it stands. Throws
 * as examineCase.
 */
export async function answerCase(
  tx: Tx,
  actor: Actor,
  input: { caseId: string; text: string; now: Date },
): Promise<Done<CaseView>> {
  const { one, group, by } = await toAnswer(tx, actor, input.caseId, input.now);
  if (one.state === "closed") return { result: await caseView(tx, group, one), notices: [] };
  const done = answered(one, { by: by.id, at: input.now, text: input.text });
  await saveCase(tx, done);
  await dropAsked(tx, one.id);
  const view = await caseView(tx, group, done);
  if (one.askedBy === null) return { result: view, notices: [] };
  const payload = { caseId: one.id, answers: done.answers.length };
  const buttons = {
    close: { name: "case.close", payload },
    wrong: { name: "case.wrong", payload },
    read: { name: "case.read", payload: { caseId: one.id, from: 0 } },
  };
  return { result: view, notices: [{ to: { memberId: one.askedBy }, kind: "case.answered", view, buttons }] };
}

/**
 * What the member says of an answer: it is closed, or it waits anew and those who check hear of it again, with what is still wrong in her words. Pressed again, or of an earlier
 * answer, it shows how the case stands. Throws `card.foreign` for everybody else.
 */
export async function settleCase(
  tx: Tx,
  actor: Actor,
  input: { caseId: string; answers: number; now: Date } & ({ outcome: "close" } | { outcome: "wrong"; words: string }),
): Promise<Done<CaseView>> {
  const one = await ownCase(tx, actor, input.caseId);
  const group = await getGroup(tx, one.groupId);
  if (one.state !== "answered" || one.answers.length !== input.answers)
    return { result: await caseView(tx, group, one), notices: [] };
  const done = input.outcome === "close" ? closed(one, input.now) : stillWrong(one, input.words, input.now);
  await saveCase(tx, done);
  const view = await caseView(tx, group, done);
  if (input.outcome === "close") return { result: view, notices: [] };
  const members = answerersOf(await findHearers(tx, group, done), done);
  return { result: view, notices: tellHearers(members, done, view, "case.opened") };
}

/** A case of her own. Throws `card.foreign` where it is not. */
export async function showOwnCase(tx: Tx, actor: Actor, caseId: string): Promise<CaseView> {
  const one = await ownCase(tx, actor, caseId);
  return caseView(tx, await getGroup(tx, one.groupId), one);
}

async function ownCase(tx: Tx, actor: Actor, caseId: string): Promise<Case> {
  const one = await findCase(tx, caseId);
  if (!one || !actor.own.some(({ member }) => member.id === one.askedBy)) throw new DomainError("card.foreign", {});
  return one;
}

async function toAnswer(tx: Tx, actor: Actor, caseId: string, now: Date) {
  const one = await findCase(tx, caseId);
  if (!one) throw new Error("only our own buttons name a case");
  const group = await getGroup(tx, one.groupId);
  const by = ownAmong(actor, answerersOf(await findHearers(tx, group, one), one));
  if (!by) throw missingPower("answer-complaints", group.name.th);
  refuseTooNew(by, now);
  return { one, group, by };
}

/** The member among these who is this person herself. */
export const ownAmong = (actor: Actor, members: readonly Member[]): Member | undefined =>
  members.find(({ id }) => actor.own.some(({ member }) => member.id === id));
