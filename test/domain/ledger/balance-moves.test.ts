import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { localDate } from "../../../src/domain/dates";
import type { GroupId } from "../../../src/domain/ids";
import { account } from "../../../src/domain/ledger/accounts";
import { balanceMoves } from "../../../src/domain/ledger/balance-moves";
import { firstHead, seal, sealAll } from "../../../src/domain/ledger/head";
import { credit, debit, type EntryDraft } from "../../../src/domain/ledger/journal-entry";
import { satang } from "../../../src/domain/money";

const groupId = "namkhao" as GroupId;
const at = new Date("2026-03-05T03:00:00Z");
const cash = { groupId, code: account.cash };
const bank = { groupId, code: account.bank };

/** Cash that comes from the bank, or goes there where the sum is below zero. */
function draft(sum: number, no: number): EntryDraft {
  const [to, from] = sum > 0 ? [cash, bank] : [bank, cash];
  return {
    idempotencyKey: `k${no}`,
    kind: "bank.withdrawal",
    effectiveOn: localDate("2026-03-05"),
    postedAt: at,
    actor: { personId: null, memberId: null, position: "setup" },
    source: "setup",
    withReceipt: no % 2 === 0,
    postings: [debit(to, satang(Math.abs(sum))), credit(from, satang(Math.abs(sum)))],
  };
}

const sums = fc.array(
  fc.integer({ min: -500, max: 500 }).filter((sum) => sum !== 0),
  { maxLength: 12 },
);

describe("entries that are posted together", () => {
  it("stand in the chain as if they were posted one after the other", () => {
    fc.assert(
      fc.property(sums, (many) => {
        const head = firstHead(groupId, localDate("2026-03-05"), at);
        const drafts = many.map(draft);
        let end = head;
        const entries = drafts.map((one) => {
          const sealed = seal(end, one);
          end = sealed.head;
          return sealed.entry;
        });
        expect(sealAll(head, drafts)).toEqual({ entries, head: end });
      }),
    );
  });

  it("move each balance once, by their sum, and tell how far it falls on the way", () => {
    fc.assert(
      fc.property(sums, (many) => {
        const { entries } = sealAll(firstHead(groupId, localDate("2026-03-05"), at), many.map(draft));
        let [now, lowest] = [0, 0];
        for (const sum of many) lowest = Math.min(lowest, (now += sum));
        const moved = [...balanceMoves(entries).values()].find(({ ref }) => ref.code === account.cash);
        expect(moved).toEqual(many.length === 0 ? undefined : { ref: cash, change: now, lowest, lastSeq: many.length });
      }),
    );
  });
});
