import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { instantOf, localDate } from "../../../src/domain/dates";
import { memberId, type GroupId } from "../../../src/domain/ids";
import { account } from "../../../src/domain/ledger/accounts";
import { checkCodeOf, hashOf, type JournalEntry } from "../../../src/domain/ledger/chain";
import { firstHead, seal, type LedgerHead } from "../../../src/domain/ledger/head";
import {
  assertBalanced,
  balanceChanges,
  credit,
  debit,
  type EntryDraft,
} from "../../../src/domain/ledger/journal-entry";
import { parseReceiptText, receiptText } from "../../../src/domain/ledger/receipt";
import { reversalOf } from "../../../src/domain/ledger/reversal";
import { satang, type Satang } from "../../../src/domain/money";

const group = "namkhao" as GroupId;
const member = memberId(group, "012");
const sums = fc.integer({ min: 1, max: 1_000_000_00 }).map(satang);

function deposit(amount: Satang, key: string): EntryDraft {
  return {
    idempotencyKey: key,
    kind: "savings.deposit",
    effectiveOn: localDate("2026-03-05"),
    postedAt: new Date("2026-03-05T03:00:00Z"),
    actor: { personId: null, memberId: memberId(group, "002"), position: "executive.treasurer" },
    source: "chat",
    withReceipt: true,
    postings: [
      debit({ groupId: group, code: account.cash }, amount),
      credit({ groupId: group, code: account.pledgeSavings, memberId: member }, amount),
    ],
  };
}

function chainOf(amounts: Satang[]): { entries: JournalEntry[]; head: LedgerHead } {
  let head = firstHead(group, localDate("2026-03-05"), instantOf(localDate("2026-03-05")));
  const entries: JournalEntry[] = [];
  for (const [at, amount] of amounts.entries()) {
    const sealed = seal(head, deposit(amount, `k${at}`));
    entries.push(sealed.entry);
    head = sealed.head;
  }
  return { entries, head };
}

describe("the chain of entries", () => {
  it("numbers entries and receipts without gaps, each hanging on the one before", () => {
    fc.assert(
      fc.property(fc.array(sums, { minLength: 1, maxLength: 20 }), (amounts) => {
        const { entries, head } = chainOf(amounts);
        expect(entries.map((entry) => entry.seq)).toEqual(amounts.map((_, at) => at + 1));
        expect(entries.map((entry) => entry.receipt?.no)).toEqual(amounts.map((_, at) => at + 1));
        for (const [at, entry] of entries.slice(1).entries()) expect(entry.previousHash).toBe(entries[at]?.hash);
        expect(head.hash).toBe(entries.at(-1)?.hash);
      }),
    );
  });

  it("shows any fact that was changed afterwards", () => {
    const [entry] = chainOf([satang(10_000)]).entries;
    if (!entry) throw new Error("one entry");
    const { hash, ...rest } = entry;
    const [first, second] = rest.postings;
    if (!first || !second) throw new Error("two postings");
    const changes: Partial<JournalEntry>[] = [
      { seq: 2 },
      { kind: "reversal" },
      { idempotencyKey: "other" },
      { effectiveOn: localDate("2026-03-06") },
      { postedAt: new Date("2026-03-05T03:00:01Z") },
      { actor: { ...rest.actor, memberId: memberId(group, "003") } },
      { source: "desk" },
      { receipt: { series: "", year: 2569, no: 2 } },
      { postings: [first, { ...second, amount: satang(10_001) }] },
      { postings: [first, { ...second, memberId: memberId(group, "013") }] },
      { reason: "x" },
      { dayId: "other" },
    ];
    for (const change of changes) expect(hashOf({ ...rest, ...change })).not.toBe(hash);
    expect(hashOf(rest)).toBe(hash);
  });

  it("takes back exactly what an entry did", () => {
    fc.assert(
      fc.property(sums, (amount) => {
        const [entry] = chainOf([amount]).entries;
        if (!entry) throw new Error("one entry");
        const back = reversalOf(entry, { ...deposit(amount, "r"), idempotencyKey: "r" });
        assertBalanced(back.postings);
        const changes = balanceChanges([...entry.postings, ...back.postings]);
        for (const { change } of changes.values()) expect(change).toBe(0);
      }),
    );
  });

  it("refuses an entry whose sides differ, or a sum that is not positive", () => {
    const draft = deposit(satang(100), "k");
    const [first, second] = draft.postings;
    if (!first || !second) throw new Error("two postings");
    expect(() => assertBalanced([first, { ...second, amount: satang(99) }])).toThrow();
    expect(() =>
      assertBalanced([
        { ...first, amount: satang(0) },
        { ...second, amount: satang(0) },
      ]),
    ).toThrow();
  });

  it("begins receipts anew with the Buddhist year", () => {
    const { head } = chainOf([satang(100), satang(100)]);
    const nextYear = { ...head, day: { ...head.day, on: localDate("2027-01-05") } };
    expect(seal(nextYear, deposit(satang(100), "n")).entry.receipt).toEqual({ series: "", year: 2570, no: 1 });
  });

  it("writes and reads receipt numbers alike", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("", "A", "B"),
        fc.integer({ min: 2500, max: 2599 }),
        fc.integer({ min: 1, max: 999_999 }),
        (series, year, no) => {
          expect(parseReceiptText(receiptText({ series, year, no }))).toEqual({ series, year, no });
        },
      ),
    );
    expect(parseReceiptText("123")).toBeNull();
  });

  it("draws a check code of eight readable characters from the hash", () => {
    const codes = new Set(
      chainOf(Array.from({ length: 50 }, () => satang(100))).entries.map((entry) => checkCodeOf(entry.hash)),
    );
    expect(codes.size).toBe(50);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  });
});
