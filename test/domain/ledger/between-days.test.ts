import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addDays, localDate } from "../../../src/domain/dates";
import type { EntryId, GroupId } from "../../../src/domain/ids";
import { account } from "../../../src/domain/ledger/accounts";
import { cashFlowOf } from "../../../src/domain/ledger/cash-flow";
import type { JournalEntry } from "../../../src/domain/ledger/chain";
import { totalsOfDay } from "../../../src/domain/ledger/day-totals";
import { credit, debit, type Posting } from "../../../src/domain/ledger/journal-entry";
import { receiptText } from "../../../src/domain/ledger/receipt";
import { reversalOf } from "../../../src/domain/ledger/reversal";
import { satang } from "../../../src/domain/money";

const groupId = "namkhao" as GroupId;
const first = localDate("2026-03-05");

/** One act of a day: what it moves, into or out of the cash or the bank, and whether it is taken back at the end of the day or of the next. */
const acts = fc.array(
  fc.record({
    code: fc.constantFrom(account.cash, account.bank),
    comesIn: fc.boolean(),
    amount: fc.integer({ min: 1, max: 1_000_00 }).map(satang),
    fate: fc.constantFrom("stands", "taken back", "taken back later"),
  }),
  { maxLength: 6 },
);

/** Working days and the office days between them, by turns, each a month's part after the other. */
function booksOf(days: readonly (typeof acts extends fc.Arbitrary<infer Acts> ? Acts : never)[]): JournalEntry[] {
  const entries: JournalEntry[] = [];
  let no = 0;
  let later: JournalEntry[] = [];
  const add = (day: number, facts: Partial<JournalEntry> & { postings: Posting[]; kind: JournalEntry["kind"] }) => {
    const seq = entries.length + 1;
    const entry: JournalEntry = {
      ...{ id: `namkhao:${seq}` as EntryId, groupId, seq, dayId: `day-${day}`, idempotencyKey: String(seq) },
      ...{ source: "chat", withReceipt: true, effectiveOn: addDays(first, day * 10), postedAt: new Date(0) },
      ...{ actor: { personId: null, memberId: null, position: "executive.treasurer" }, previousHash: "", hash: "" },
      ...facts,
    };
    entries.push(entry);
    return entry;
  };
  const takeBack = (day: number, entry: JournalEntry) => {
    const { receipt: _receipt, ...bare } = entry;
    const { kind, postings, reverses } = reversalOf(entry, bare);
    add(day, { kind, postings, ...(reverses ? { reverses } : {}) });
  };
  days.forEach((list, day) => {
    for (const entry of later) takeBack(day, entry);
    const made = list.map((act) => {
      const [own, other] = [
        { groupId, code: act.code },
        { groupId, code: account.surplus },
      ];
      const [to, from] = act.comesIn ? [own, other] : [other, own];
      const postings = [debit(to, act.amount), credit(from, act.amount)];
      const kind = act.comesIn ? ("grant.received" as const) : ("expense.paid" as const);
      return { act, entry: add(day, { kind, postings, receipt: { series: "", year: 2569, no: ++no } }) };
    });
    for (const { act, entry } of made) if (act.fate === "taken back") takeBack(day, entry);
    later = made.filter(({ act }) => act.fate === "taken back later").map(({ entry }) => entry);
  });
  return entries;
}

describe("what is posted between two working days", () => {
  it("stands in the report of the second: every number in exactly one, and what the first ended with leads to what the second began with", () => {
    fc.assert(
      fc.property(fc.array(acts, { minLength: 1, maxLength: 9 }), (days) => {
        const entries = booksOf(days);
        // The books begin with an office day, and every second day is a working day.
        const working = days.map((_, day) => day).filter((day) => day % 2 === 1);
        const told: string[] = [];
        const ends = { cash: 0, bank: 0 };
        for (const day of working) {
          const isSince = ({ dayId }: JournalEntry) => [`day-${day - 1}`, `day-${day}`].includes(dayId);
          const since = entries.filter(isSince);
          const whole = since.filter(({ dayId }) => dayId === `day-${day}`);
          const before = day < 2 ? null : addDays(first, (day - 2) * 10);
          const around = { corrected: [], later: [], cash: null, on: addDays(first, day * 10), before };
          const { between } = totalsOfDay(`day-${day}`, since, around);
          for (const code of [account.cash, account.bank] as const) {
            const name = code === account.cash ? "cash" : "bank";
            const end = changeOf(
              entries.filter(({ dayId }) => Number(dayId.slice(4)) <= day),
              code,
            );
            const flow = cashFlowOf(whole, satang(end), code);
            expect(ends[name] + (between?.[name] ?? 0)).toBe(flow.opening);
            ends[name] = end;
          }
          const ofDay = whole.flatMap(({ receipt }) => (receipt ? receiptText(receipt) : []));
          const ofBetween = (between?.entries ?? []).flatMap(({ receipt }) => (receipt ? receiptText(receipt) : []));
          expect([between?.first ?? null, between?.last ?? null]).toEqual([
            ofBetween[0] ?? null,
            ofBetween.at(-1) ?? null,
          ]);
          told.push(...ofBetween, ...ofDay);
        }
        const last = working.at(-1) ?? -1;
        const all = entries.filter(({ dayId }) => Number(dayId.slice(4)) <= last);
        expect(told).toEqual(all.flatMap(({ receipt }) => (receipt ? receiptText(receipt) : [])));
      }),
    );
  });
});

function changeOf(entries: readonly JournalEntry[], code: string): number {
  const postings = entries.flatMap((entry) => entry.postings).filter((posting) => posting.code === code);
  return postings.reduce((all, { side, amount }) => all + (side === "debit" ? amount : -amount), 0);
}
