import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { EntryId, GroupId } from "../../../src/domain/ids";
import { account } from "../../../src/domain/ledger/accounts";
import { cashFlowOf } from "../../../src/domain/ledger/cash-flow";
import type { JournalEntry } from "../../../src/domain/ledger/chain";
import { credit, debit } from "../../../src/domain/ledger/journal-entry";
import { reversalOf, reversibleKinds } from "../../../src/domain/ledger/reversal";
import { satang } from "../../../src/domain/money";

const groupId = "namkhao" as GroupId;
const cash = { groupId, code: account.cash };
const other = { groupId, code: account.surplus };

const entryOf = (
  seq: number,
  facts: Pick<JournalEntry, "kind" | "postings"> & Partial<JournalEntry>,
): JournalEntry => ({
  id: `namkhao:${seq}` as EntryId,
  ...{ groupId, seq, dayId: "day", idempotencyKey: String(seq), source: "chat", withReceipt: true },
  ...{ effectiveOn: "2026-03-05" as JournalEntry["effectiveOn"], postedAt: new Date(0) },
  ...{ actor: { personId: null, memberId: null, position: "executive.treasurer" }, previousHash: "", hash: "" },
  ...facts,
});

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom(...reversibleKinds, "count.difference" as const),
    comesIn: fc.boolean(),
    amount: fc.integer({ min: 1, max: 1_000_00 }).map(satang),
    fate: fc.constantFrom("stands", "taken back", "takes back an earlier day's"),
  }),
  { maxLength: 30 },
);

describe("what a day did to the cash", () => {
  it("adds up from what was there in the morning to what is counted, with every kind of entry, to the satang", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_00 }), acts, (opening, list) => {
        const entries: JournalEntry[] = [];
        const expected = { received: 0, paid: 0, difference: 0 };
        for (const { kind, comesIn, amount, fate } of list) {
          const postings = comesIn
            ? [debit(cash, amount), credit(other, amount)]
            : [debit(other, amount), credit(cash, amount)];
          const isCount = kind === "count.difference";
          if (fate === "takes back an earlier day's" && !isCount)
            entries.push(
              entryOf(entries.length, { kind: "reversal", postings, reverses: "namkhao:0-before" as EntryId }),
            );
          else entries.push(entryOf(entries.length, { kind, postings }));
          if (fate === "taken back" && !isCount) {
            const [taken] = entries.slice(-1) as [JournalEntry];
            entries.push({ ...taken, ...reversalOf(taken, taken), id: `${taken.id}-back` as EntryId });
            continue;
          }
          if (isCount) expected.difference += comesIn ? amount : -amount;
          else if (comesIn) expected.received += amount;
          else expected.paid += amount;
        }
        const closing = opening + expected.received - expected.paid + expected.difference;
        expect(cashFlowOf(entries, satang(closing))).toEqual({ opening, ...expected, closing });
      }),
    );
  });
});
