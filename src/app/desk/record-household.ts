import { localDateOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { ActionId } from "../../domain/ids";
import { countedOn } from "../../domain/ledger/head";
import { receiptText } from "../../domain/ledger/receipt";
import type { Done } from "../../domain/notice";
import { isOfLoan, type DepositSplit } from "../../domain/savings/deposit";
import { lockHead } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";
import { notOpen, refuseLeftOpen } from "../days/next-day";
import { findOpenContracts, type OpenContract } from "../loans/open-contracts";
import { findGroupMembers } from "../members/find-member";
import { authorize, type Actor } from "../people/actor";
import { rulesInForce } from "../rules/rules-in-force";
import { postDeposits, type DepositOrder } from "../savings/post-deposits";
import { readPassbooks, type PassbookState } from "../savings/read-passbooks";
import type { DepositReceipt } from "../savings/receive-money";

/** What one passbook hands over. */
export interface DeskRow {
  memberNo: string;
  split: DepositSplit[];
  /** So many of her deposits of this day the officer had before her eyes: one more than that was recorded by somebody else meanwhile. */
  seen: number;
}

/** What came of a row: its receipt, or why nothing was recorded of it. */
export type RowOutcome =
  | { memberNo: string; receipt: DepositReceipt; refused?: undefined }
  | { memberNo: string; receipt?: undefined; refused: DomainError };

/** A row that may be recorded, or why not. */
type Checked = { order: DepositOrder; refused?: undefined } | { order?: undefined; refused: DomainError };

/**
 * Records what the passbooks of a household hand over, each as an entry with a receipt of its own, once per operation; every member hears of
 * hers. A row that is refused stops none of the others. Throws, and records nothing, `role.missing`, `role.too-new`, `day.not-open`,
 * `day.left-open`, and `card.outdated` where the day is another one by now.
 */
export async function recordHousehold(
  tx: Tx,
  actor: Actor,
  input: { operationId: ActionId; group: Group; dayId: string; rows: readonly DeskRow[]; now: Date },
): Promise<Done<RowOutcome[]>> {
  const { group, dayId, rows, now } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "record-money", now, group.name.th);
  if (head.day.kind !== "working") throw await notOpen(tx, group, now);
  if (head.day.id !== dayId) throw new DomainError("card.outdated", { why: "day-closed" });
  refuseLeftOpen(group, head.day, now);
  const on = countedOn(head.day, localDateOf(now));
  const checked = await checkRows(tx, input, on);
  const orders = checked.flatMap(({ order }) => order ?? []);
  const rules = await rulesInForce(tx, group, on);
  const done = await postDeposits(tx, { head, seat }, { group, dayId, orders, now, door: "desk", rules });
  const outcomes = new Map(orders.map((order, at) => [order, done.result[at]]));
  const result = rows.map(({ memberNo }, at): RowOutcome => {
    const row = checked[at];
    if (row?.refused) return { memberNo, refused: row.refused };
    const outcome = row && outcomes.get(row.order);
    if (!outcome || outcome.kind === "already") throw new Error("an explicit other one is posted");
    return outcome.kind === "refused" ? { memberNo, refused: outcome.error } : { memberNo, receipt: outcome.receipt };
  });
  return { result, notices: done.notices };
}

/** What the desk itself asks of each row, read for all of them at once. */
async function checkRows(
  tx: Tx,
  { operationId, group, dayId, rows }: Parameters<typeof recordHousehold>[2],
  on: LocalDate,
): Promise<Checked[]> {
  const members = await findGroupMembers(
    tx,
    group.id,
    rows.map(({ memberNo }) => memberNo),
  );
  const states = await readPassbooks(tx, group, members, { dayId, on });
  const borrowers = rows.filter(({ split }) => split.some(({ purpose }) => isOfLoan(purpose)));
  const contracts = await findOpenContracts(
    tx,
    members.flatMap(({ id, memberNo }) => (borrowers.some((row) => row.memberNo === memberNo) ? id : [])),
  );
  return rows.map((row, at) => {
    try {
      if (rows.slice(0, at).some(({ memberNo }) => memberNo === row.memberNo))
        throw new DomainError("batch.twice", { memberNo: row.memberNo });
      const state = states.find(({ member }) => member.memberNo === row.memberNo);
      if (!state) throw new DomainError("member.not-found", { query: row.memberNo, groupName: group.name.th });
      refuseForeignContracts(state, row, contracts);
      refuseUnseen(state, row);
      const id = `${operationId}.${row.memberNo}` as ActionId;
      return { order: { operationId: id, state, split: row.split, anotherOne: true } };
    } catch (error) {
      if (error instanceof DomainError) return { refused: error };
      throw error;
    }
  });
}

/** What is paid on a loan is paid on one of her own contracts. */
function refuseForeignContracts({ member }: PassbookState, { split }: DeskRow, open: readonly OpenContract[]): void {
  const own = open.filter(({ memberId }) => memberId === member.id).map(({ contractNo }) => contractNo);
  const ofLoans = split.filter(({ purpose }) => isOfLoan(purpose));
  if (ofLoans.some(({ contractNo }) => contractNo === undefined || !own.includes(contractNo)))
    throw new DomainError("loan.no-contract", { memberNo: member.memberNo });
}

function refuseUnseen({ standing }: PassbookState, { memberNo, seen }: DeskRow): void {
  const last = standing.at(-1)?.receipt;
  if (last && standing.length > seen) throw new DomainError("batch.already", { memberNo, receipt: receiptText(last) });
}
