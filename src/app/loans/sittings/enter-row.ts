import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import {
  enterers,
  enterRow,
  grantedBy,
  moveSitting,
  isEntered,
  tidied,
  type RowDecision,
  type Sitting,
} from "../../../domain/loans/sitting";
import { satang, zero, type Satang } from "../../../domain/money";
import type { Done, Notice } from "../../../domain/notice";
import { lockHead } from "../../../storage/ledger-heads";
import { getLoanRequest } from "../../../storage/loan-requests";
import { dropAsked } from "../../../storage/outbox";
import { getSitting, saveSitting } from "../../../storage/sittings";
import type { SittingView } from "../../../domain/loans/sitting-view";
import type { Tx } from "../../../storage/tx";
import { authorize, entryActor, type Actor } from "../../people/actor";
import { conflictsIn, refuseConflict } from "./conflict";
import { loanSeats } from "./loan-seats";
import { freeToLend } from "./open-sitting";
import { sittingView } from "./sitting-view";
import { marksOf, refuseStale, requestsOn } from "./stale-rows";

/** What the meeting decided on one request. */
export interface EnteredRow {
  requestNo: string;
  decision: RowDecision;
  /** Satang of `part`; null where all or nothing is granted. */
  amount: Satang | null;
  reason: string | null;
}

interface At {
  sittingId: string;
  group: Group;
  now: Date;
}

/** A sitting that is being entered, its group's books locked. Throws `role.missing`, `card.outdated` where it is over. */
async function entering(tx: Tx, actor: Actor, { sittingId, group, now }: At) {
  const seat = authorize(actor, group.id, "hold-sitting", now, group.name.th);
  await lockHead(tx, group.id);
  const sitting = await getSitting(tx, sittingId);
  if (sitting.state === "confirmed" || sitting.state === "dropped")
    throw new DomainError("card.outdated", { why: "changed" });
  return { seat, sitting };
}

/**
 * Enters what the meeting decided on a request; a later word replaces the earlier one, and who confirmed looks again. Throws `role.missing`, `card.outdated`,
 * `sitting.no-row`, `sitting.stale` where the request does not wait for the meeting any more, `ballot.conflict` where the request is one in which she takes no part, `amount.not-positive`, `sitting.too-much` for more than was asked for,
 * `sitting.no-money` where the meeting would grant more than may be lent.
 */
export async function enterDecision(tx: Tx, actor: Actor, input: At & EnteredRow): Promise<SittingView> {
  const { group, now, decision, reason } = input;
  const { seat, sitting } = await entering(tx, actor, input);
  const row = sitting.rows.find(({ requestNo }) => requestNo === input.requestNo);
  if (!row) throw new DomainError("sitting.no-row", { requestNo: input.requestNo });
  const request = await getLoanRequest(tx, row.requestId);
  await refuseConflict(tx, seat.member, request);
  if (request.state !== "waiting") throw new DomainError("sitting.stale", { requests: row.requestNo });
  const granted = grantedOf(row, input);
  const free = await freeToLend(tx, group, now);
  const left = free - (grantedBy(sitting) - row.granted);
  if (granted > left) throw new DomainError("sitting.no-money", { toLend: Math.max(0, left) });
  const all = decision === "part" && granted === row.amount ? "full" : decision;
  const by = { enteredBy: entryActor(seat), seen: request.since };
  const entered = enterRow(sitting, row.requestId, { decision: all, granted, reason, ...by });
  await saveSitting(tx, entered);
  await dropAsked(tx, sitting.id);
  return sittingView(tx, group, entered, free);
}

function grantedOf({ amount: asked, requestNo }: Sitting["rows"][number], { decision, amount }: EnteredRow): Satang {
  if (decision === "full") return asked;
  if (decision !== "part") return zero;
  if (amount === null || amount <= 0) throw new DomainError("amount.not-positive", { limit: asked });
  if (amount > asked) throw new DomainError("sitting.too-much", { requestNo, asked });
  return satang(amount);
}

/**
 * Sends what was entered to the others of the committee, two of whom confirm each row. Throws `role.missing`, `card.outdated`, `sitting.not-entered`
 * while a row has no decision, `sitting.stale` while a request on it is not as it was when it was decided on.
 */
export async function sendToConfirm(tx: Tx, actor: Actor, at: At): Promise<Done<SittingView>> {
  const { group, now } = at;
  const { sitting } = await entering(tx, actor, at);
  if (!isEntered(sitting)) {
    const rows = sitting.rows.filter(({ decision }) => decision === null).length;
    throw new DomainError("sitting.not-entered", { rows });
  }
  const free = await freeToLend(tx, group, now);
  if (sitting.state === "to-confirm") return { result: await sittingView(tx, group, sitting, free), notices: [] };
  refuseStale(sitting, await requestsOn(tx, sitting));
  const sent = moveSitting(sitting, "to-confirm", null);
  await saveSitting(tx, sent);
  const view = await sittingView(tx, group, sent, free);
  return { result: view, notices: await askConfirmers(tx, group, sent, view, now) };
}

/**
 * Looks at the table anew: requests that do not wait for the meeting any more are off it, and those that came back are decided anew; who confirmed looks again.
 * Nothing where no request changed. Throws `role.missing`, `card.outdated`.
 */
export async function tidyTable(tx: Tx, actor: Actor, at: At): Promise<SittingView> {
  const { group, now } = at;
  const { sitting } = await entering(tx, actor, at);
  const requests = await requestsOn(tx, sitting);
  const free = await freeToLend(tx, group, now);
  if (marksOf(sitting, requests).size === 0) return sittingView(tx, group, sitting, free);
  const after = tidied(sitting, requests, now);
  await saveSitting(tx, after);
  await dropAsked(tx, sitting.id);
  return sittingView(tx, group, after, after.state === "dropped" ? null : free);
}

/** Whoever may decide on loans by the group's rules, entered no row, and has a row in which she has no conflict. */
async function askConfirmers(tx: Tx, group: Group, sitting: Sitting, view: SittingView, now: Date): Promise<Notice[]> {
  const seats = await loanSeats(tx, group, now);
  const entered = enterers(sitting);
  const payload = { sittingId: sitting.id, list: view.list };
  const requests = await requestsOn(tx, sitting);
  const asked: typeof seats = [];
  for (const seat of seats)
    if (!entered.includes(seat.member.id) && (await conflictsIn(tx, seat.member, requests)).includes(null))
      asked.push(seat);
  return asked.map(({ member }) => ({
    to: { memberId: member.id },
    kind: "sitting.request",
    view,
    buttons: {
      confirm: { name: "sitting.confirm", payload },
      wrong: { name: "sitting.wrong", payload },
    },
    approvalId: sitting.id,
  }));
}
