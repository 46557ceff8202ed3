import type { DecidedItem, ResolutionVoice } from "../../../domain/approvals/committee-resolution";
import { localDateOf } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import type { LedgerHead } from "../../../domain/ledger/head";
import type { EntryActor } from "../../../domain/ledger/journal-entry";
import { grant, putOff, reject } from "../../../domain/loans/requests/grant";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import {
  confirmSitting,
  enterers,
  grantedBy,
  moveSitting,
  unconfirmedRows,
  type Sitting,
  type SittingRow,
} from "../../../domain/loans/sitting";
import type { Member } from "../../../domain/members/member";
import type { Done, Notice } from "../../../domain/notice";
import { getGroup } from "../../../storage/groups";
import { lockHead } from "../../../storage/ledger-heads";
import { saveLoanRequest } from "../../../storage/loan-requests";
import { dropAsked } from "../../../storage/outbox";
import { getSitting, saveSitting } from "../../../storage/sittings";
import type { SittingView } from "../../../domain/loans/sitting-view";
import type { Tx } from "../../../storage/tx";
import { nextResolutionNo, recordResolution } from "../../approvals/record-resolution";
import { refuseTooNew, type Actor } from "../../people/actor";
import { rulesInForce } from "../../rules/rules-in-force";
import { tellDecided } from "../decisions/tell-borrower";
import { conflictsIn } from "./conflict";
import { listDigest } from "./list-digest";
import { loanSeats } from "./loan-seats";
import { freeToLend } from "./open-sitting";
import { sittingView } from "./sitting-view";
import { refuseStale, requestsOn } from "./stale-rows";

/** The card on which somebody of the committee answers. */
interface OnCard {
  sittingId: string;
  /** The digest of the list that the card shows. */
  list: string;
  now: Date;
}

interface Confirming {
  sitting: Sitting;
  group: Group;
  head: LedgerHead;
  /** Who confirms. */
  member: Member;
  by: EntryActor & { memberId: NonNullable<EntryActor["memberId"]> };
}

/** A sitting with the seat of who confirms. Throws `ballot.no-seat` where she does not decide on loans, or entered a row herself; `role.too-new`. */
async function confirming(tx: Tx, actor: Actor, sittingId: string, now: Date): Promise<Confirming> {
  const { groupId } = await getSitting(tx, sittingId);
  const head = await lockHead(tx, groupId);
  const sitting = await getSitting(tx, sittingId);
  const group = await getGroup(tx, groupId);
  const seats = await loanSeats(tx, group, now);
  const own = seats.find(({ member }) => actor.own.some((passbook) => passbook.member.id === member.id));
  if (!own || enterers(sitting).includes(own.member.id)) throw new DomainError("ballot.no-seat", {});
  refuseTooNew(own.member, now);
  const by = { personId: actor.personId, memberId: own.member.id, position: own.seat.position };
  if (sitting.state !== "to-confirm") return { sitting, group, head, member: own.member, by };
  // Who left the committee since she confirmed decides nothing any more.
  const confirmations = sitting.confirmations.filter((one) => seats.some(({ member }) => member.id === one.memberId));
  return { sitting: { ...sitting, confirmations }, group, head, member: own.member, by };
}

/**
 * Somebody confirms what the meeting decided, row by row where she has no conflict. When two others confirmed every row, one resolution says it all and each
 * request moves on. A sitting that is over is shown as it ended. Throws `ballot.no-seat`, `role.too-new`, `card.outdated` while it is being entered anew,
 * `ballot.conflict` where she has one in each row, `sitting.other-list` where her card shows a list that was changed since, `sitting.stale` where a request on it changed since, and `sitting.no-money` where there is less to lend by now than was granted.
 */
export async function confirmTable(tx: Tx, actor: Actor, { sittingId, list, now }: OnCard): Promise<Done<SittingView>> {
  const { sitting, group, head, member, by } = await confirming(tx, actor, sittingId, now);
  if (sitting.state === "confirmed" || sitting.state === "dropped")
    return { result: await sittingView(tx, group, sitting, null), notices: [] };
  if (sitting.state === "open") throw new DomainError("card.outdated", { why: "changed" });
  refuseOtherList(sitting, list);
  const requests = await requestsOn(tx, sitting);
  refuseStale(sitting, requests);
  const conflicts = await conflictsIn(tx, member, requests);
  const [conflict] = conflicts;
  if (conflict && !conflicts.includes(null)) throw new DomainError("ballot.conflict", { conflict });
  const requestIds = requests.filter((_, at) => conflicts[at] === null).map(({ id }) => id);
  const confirmed = confirmSitting(sitting, { by, memberId: by.memberId, at: now, requestIds });
  await saveSitting(tx, confirmed);
  const free = await freeToLend(tx, group, now);
  if (unconfirmedRows(confirmed).length > 0)
    return { result: await sittingView(tx, group, confirmed, free), notices: [] };
  if (grantedBy(confirmed) > free) throw new DomainError("sitting.no-money", { toLend: free });
  return conclude(tx, { sitting: confirmed, group, head, by }, requests, now);
}

function refuseOtherList(sitting: Sitting, list: string): void {
  if (listDigest(sitting) !== list) throw new DomainError("sitting.other-list", {});
}

async function conclude(
  tx: Tx,
  { sitting, group, head, by }: Omit<Confirming, "member">,
  requests: readonly LoanRequest[],
  now: Date,
): Promise<Done<SittingView>> {
  const rules = await rulesInForce(tx, group, localDateOf(now));
  const number = await nextResolutionNo(tx, group.id, now);
  const { resolutionNo } = number;
  const items: DecidedItem[] = [];
  const notices: Notice[] = [];
  for (const row of sitting.rows) {
    const request = requests.find(({ id }) => id === row.requestId);
    if (!request) throw new Error("a row has its request");
    const moved = decided(request, row, { resolutionNo, now, limits: rules.values["loan-limits"] });
    await saveLoanRequest(tx, moved);
    items.push(itemOf(row, request));
    notices.push(...(await tellDecided(tx, group, moved)));
  }
  await recordResolution(tx, head, {
    ...number,
    how: "meeting",
    decidedAt: now,
    items,
    voices: voicesOfSitting(sitting),
    excluded: [],
    actor: by,
  });
  const ended = { ...moveSitting(sitting, "confirmed", now), resolutionNo };
  await saveSitting(tx, ended);
  await dropAsked(tx, sitting.id);
  return { result: await sittingView(tx, group, ended, null), notices };
}

function decided(
  request: LoanRequest,
  { decision, granted, reason }: SittingRow,
  { resolutionNo, now, limits }: { resolutionNo: string; now: Date; limits: Parameters<typeof grant>[2] },
): LoanRequest {
  if (decision === "reject") return reject(request, { resolutionNo, decidedAt: now, reason });
  if (decision === "next") return putOff(request, { resolutionNo, decidedAt: now, reason });
  return grant(request, { resolutionNo, decidedAt: now, granted, reason }, limits);
}

function itemOf(
  { requestId, requestNo, decision, granted, reason }: SittingRow,
  { rules }: Pick<LoanRequest, "rules">,
): DecidedItem {
  const outcome = decision === "reject" ? "rejected" : decision === "next" ? "put-off" : "granted";
  return { kind: "loan", subject: requestId, label: requestNo, outcome, granted, reason, rules };
}

function voicesOfSitting({ rows, confirmations, openedAt }: Sitting): ResolutionVoice[] {
  const labelsOf = (isOf: (row: SittingRow) => boolean): Pick<ResolutionVoice, "of"> => {
    const labels = rows.filter(isOf).map(({ requestNo }) => requestNo);
    return labels.length === rows.length ? {} : { of: labels };
  };
  const entered = new Map(
    rows.flatMap(({ enteredBy }) => (enteredBy?.memberId ? [[enteredBy.memberId, enteredBy]] : [])),
  );
  return [
    ...[...entered.values()].flatMap(({ memberId, position }): ResolutionVoice[] =>
      memberId
        ? [
            {
              memberId,
              position,
              part: "entered",
              reason: null,
              at: openedAt,
              ...labelsOf(({ enteredBy }) => enteredBy?.memberId === memberId),
            },
          ]
        : [],
    ),
    ...confirmations.map(({ memberId, by, at, requestIds }): ResolutionVoice => ({
      memberId,
      position: by.position,
      part: "confirmed",
      reason: null,
      at,
      ...labelsOf(({ requestId }) => requestIds.includes(requestId)),
    })),
  ];
}

/** Somebody says that what was entered is not what the meeting decided: it is entered anew, and who entered it hears. Throws as confirmTable. */
export async function sayTableWrong(
  tx: Tx,
  actor: Actor,
  { sittingId, list, now }: OnCard,
): Promise<Done<SittingView>> {
  const { sitting, group } = await confirming(tx, actor, sittingId, now);
  if (sitting.state !== "to-confirm") return { result: await sittingView(tx, group, sitting, null), notices: [] };
  refuseOtherList(sitting, list);
  const reopened = moveSitting(sitting, "open", null);
  await saveSitting(tx, reopened);
  await dropAsked(tx, sitting.id);
  const view = await sittingView(tx, group, reopened, await freeToLend(tx, group, now));
  const notices = enterers(sitting).map((memberId): Notice => ({ to: { memberId }, kind: "sitting.wrong", view }));
  return { result: view, notices };
}
