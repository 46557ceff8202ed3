import { localDateOf } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { memberId, type ActionId } from "../../domain/ids";
import type { JournalEntry } from "../../domain/ledger/chain";
import { countedOn } from "../../domain/ledger/head";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import type { Done, Notice } from "../../domain/notice";
import type { RuleBook } from "../../domain/rules/rule-book";
import { isOfLoan, type DepositSplit } from "../../domain/savings/deposit";
import { findEntriesOfMembersOnDay } from "../../storage/journal";
import { lockHead } from "../../storage/ledger-heads";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { notOpen, refuseLeftOpen } from "../days/next-day";
import { getOpenContracts } from "../loans/open-contracts";
import { authorize, type Actor } from "../people/actor";
import { rulesInForce } from "../rules/rules-in-force";
import { postDeposit } from "../savings/deposits";
import type { DepositReceipt } from "../savings/receive-money";
import { standingDeposits } from "./standing-deposits";

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

/** What is known before any row is recorded. */
interface Read {
  members: ReadonlyMap<string, Member>;
  standing: readonly JournalEntry[];
  rules: RuleBook;
}

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
  authorize(actor, group.id, "record-money", now, group.name.th);
  if (head.day.kind !== "working") throw await notOpen(tx, group, now);
  if (head.day.id !== dayId) throw new DomainError("card.outdated", { why: "day-closed" });
  refuseLeftOpen(group, head.day, now);
  const ids = rows.map(({ memberNo }) => memberId(group.id, memberNo));
  const found = await findMembers(tx, ids);
  const read: Read = {
    members: new Map(found.map((member) => [member.memberNo, member])),
    standing: await standingDeposits(tx, await findEntriesOfMembersOnDay(tx, ids, dayId)),
    rules: await rulesInForce(tx, group, countedOn(head.day, localDateOf(now))),
  };
  const outcomes: RowOutcome[] = [];
  const notices: Notice[] = [];
  for (const row of rows) {
    try {
      if (outcomes.some(({ memberNo }) => memberNo === row.memberNo))
        throw new DomainError("batch.twice", { memberNo: row.memberNo });
      const { receipt, told } = await recordRow(tx, actor, input, row, read);
      outcomes.push({ memberNo: row.memberNo, receipt });
      notices.push(...told);
    } catch (error) {
      outcomes.push({ memberNo: row.memberNo, refused: refusalOfRow(error) });
    }
  }
  return { result: outcomes, notices };
}

async function recordRow(
  tx: Tx,
  actor: Actor,
  { operationId, group, dayId, now }: Parameters<typeof recordHousehold>[2],
  { memberNo, split, seen }: DeskRow,
  { members, standing, rules }: Read,
): Promise<{ receipt: DepositReceipt; told: Notice[] }> {
  const member = members.get(memberNo);
  if (!member) throw new DomainError("member.not-found", { query: memberNo, groupName: group.name.th });
  const earlier = standing.filter(({ postings }) => postings.some((posting) => posting.memberId === member.id));
  const last = earlier.at(-1)?.receipt;
  await refuseForeignContracts(tx, member, split);
  if (last && earlier.length > seen) throw new DomainError("batch.already", { memberNo, receipt: receiptText(last) });
  const { result, notices } = await postDeposit(tx, actor, {
    operationId: `${operationId}.${memberNo}` as ActionId,
    group,
    memberId: member.id,
    known: member,
    dayId,
    split,
    anotherOne: true,
    now,
    source: "desk",
    rules,
  });
  if (result.kind === "already") throw new Error("an explicit other one is posted");
  return { receipt: result.receipt, told: notices };
}

/** What is paid on a loan is paid on one of her own contracts. */
async function refuseForeignContracts(tx: Tx, { id, memberNo }: Member, split: readonly DepositSplit[]): Promise<void> {
  const ofLoans = split.filter(({ purpose }) => isOfLoan(purpose));
  if (ofLoans.length === 0) return;
  const own = (await getOpenContracts(tx, id)).map(({ contractNo }) => contractNo);
  if (ofLoans.some(({ contractNo }) => contractNo === undefined || !own.includes(contractNo)))
    throw new DomainError("loan.no-contract", { memberNo });
}

/** A refusal that came before anything of the row was written; any other error ends the household, and its transaction. */
function refusalOfRow(error: unknown): DomainError {
  if (error instanceof DomainError && error.code !== "ledger.insufficient-funds") return error;
  throw error;
}
