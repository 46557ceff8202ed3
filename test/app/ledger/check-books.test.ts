import { beforeEach, describe, expect, it, jest } from "@jest/globals";
import fc from "fast-check";
import { checkBooks } from "../../../src/app/ledger/check-books";
import type { Actor } from "../../../src/app/people/actor";
import type { Group } from "../../../src/domain/groups/group";
import type { GroupId } from "../../../src/domain/ids";
import { account } from "../../../src/domain/ledger/accounts";
import { hashOf, type JournalEntry } from "../../../src/domain/ledger/chain";
import { balanceChanges } from "../../../src/domain/ledger/journal-entry";
import type { Member } from "../../../src/domain/members/member";
import { baht, satang } from "../../../src/domain/money";
import { AccountModel } from "../../../src/storage/accounts";
import { EntryModel, type EntryRow } from "../../../src/storage/journal";
import { HeadModel } from "../../../src/storage/ledger-heads";
import { driverOf } from "../../../src/storage/model";
import { buildGroup, buildMember } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { buildOfficer, deposit, openWorkingDay } from "./support";

jest.setTimeout(120_000);

describe("books check", () => {
  useDatabase();
  let group: Group;
  let treasurer: Actor;
  let malee: Member;

  beforeEach(async () => {
    group = await buildGroup();
    treasurer = await (await buildOfficer(group, { committee: "executive", position: "treasurer" })).actor();
    malee = await buildMember(group, { memberNo: "012", pledgeSavings: baht(400) });
    await openWorkingDay(group, treasurer);
  });

  it("finds every balance again from the entries, whatever was posted", async () => {
    const parts = fc.array(
      fc.record({
        purpose: fc.constantFrom("pledge" as const, "special" as const),
        amount: fc.integer({ min: 1, max: 99_999_999 }),
      }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(parts, async (deposits) => {
        const member = await buildMember(group);
        for (const { purpose, amount } of deposits)
          await deposit(group, treasurer, member, [{ purpose, amount: satang(amount) }]);
        const expected = (code: string) =>
          deposits
            .filter(({ purpose }) => code === account[`${purpose}Savings`])
            .reduce((sum, { amount }) => sum + amount, 0);
        for (const code of [account.pledgeSavings, account.specialSavings]) {
          const row = await AccountModel.findById(`${group.id}/${code}/${member.memberNo}`).lean();
          expect(row?.balance ?? 0).toBe(expected(code));
        }
        expect((await checkBooks()).problems).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it("names the first entry of which any fact was changed", async () => {
    for (let n = 1; n <= 3; n++) await deposit(group, treasurer, malee, [{ purpose: "pledge", amount: baht(n) }]);
    const entries = await rows();
    const target = entries.at(-2) as EntryRow;
    const [first, second] = target.postings;
    const changes: Partial<Record<keyof EntryRow, unknown>>[] = [
      { postings: [first, { ...second, amount: 1 }] },
      {
        postings: [
          { ...first, amount: 777 },
          { ...second, amount: 777 },
        ],
      },
      { postings: [first, { ...second, memberId: `${group.id}:099` }] },
      { postings: [] },
      { effectiveOn: "2026-03-04" },
      { postedAt: new Date(0) },
      { postedAt: "yesterday" },
      { actor: { ...target.actor, memberId: `${group.id}:099` } },
      { kind: "day.opened" },
      { source: "desk" },
      { idempotencyKey: `other:${group.id}` },
      { dayId: "other" },
      { receipt: { series: "", year: 2569, no: 9 } },
      { reason: "added later" },
      { record: { added: "later" } },
      { secondedBy: target.actor },
      { previousHash: "0".repeat(64) },
      { hash: "0".repeat(64) },
    ];
    for (const change of changes) {
      await driverOf(EntryModel).updateOne({ _id: target._id }, { $set: change as Partial<EntryRow> });
      const { problems, balanced } = await checkBooks();
      await driverOf(EntryModel).replaceOne({ _id: target._id }, target);
      expect({ change, balanced, first: problems[0] }).toMatchObject({
        balanced: false,
        first: { group: group.id, entry: target.seq },
      });
    }
  });

  it("names an entry that is missing, by the one that came after it", async () => {
    for (let n = 1; n <= 3; n++) await deposit(group, treasurer, malee, [{ purpose: "pledge", amount: baht(n) }]);
    const [target, last] = (await rows()).slice(-2) as [EntryRow, EntryRow];

    await EntryModel.deleteOne({ _id: target._id });
    expect((await checkBooks()).problems[0]).toEqual({
      group: group.id,
      entry: last.seq,
      problem: `entry ${target.seq} is missing`,
    });
    await EntryModel.deleteOne({ _id: last._id });
    expect((await checkBooks()).problems[0]).toMatchObject({
      entry: null,
      problem: "the ledger head does not match the last entry",
    });
    await driverOf(EntryModel).insertMany([target, last]);
  });

  it("names a balance that is not the sum of its entries", async () => {
    const key = `${group.id}/${account.pledgeSavings}/012`;
    await AccountModel.updateOne({ _id: key }, { $inc: { balance: 1 } });
    expect((await checkBooks()).problems).toEqual([
      { group: group.id, entry: null, problem: expect.stringContaining(key) },
    ]);
    await AccountModel.updateOne({ _id: key }, { $inc: { balance: -1 } });
  });

  it("finds by a told head that a whole chain was written anew, each entry in order", async () => {
    for (let n = 1; n <= 3; n++) await deposit(group, treasurer, malee, [{ purpose: "pledge", amount: baht(n) }]);
    const told = { groupId: group.id, hash: (await rows()).at(-2)?.hash ?? "" };
    expect((await checkBooks(told)).sinceHead).toBe(1);

    const before = await snapshot();
    await rewrite(group.id, (entry) => (entry.receipt?.no === 1 ? doubled(entry) : entry));
    const unaided = await checkBooks();
    const checked = await checkBooks(told);
    await restore(before);

    expect(unaided.problems).toEqual([]);
    expect(checked).toMatchObject({ balanced: false, sinceHead: null });
    expect(checked.problems).toEqual([{ group: group.id, entry: null, problem: expect.stringContaining("told head") }]);
  });

  const rows = () => EntryModel.find({ groupId: group.id }).sort({ seq: 1 }).lean<EntryRow[]>();

  async function snapshot() {
    return {
      entries: await rows(),
      accounts: await AccountModel.find({ groupId: group.id }).lean(),
      head: await HeadModel.findById(group.id).lean(),
    };
  }

  async function restore({ entries, accounts, head }: Awaited<ReturnType<typeof snapshot>>): Promise<void> {
    for (const entry of entries) await driverOf(EntryModel).replaceOne({ _id: entry._id }, entry);
    for (const row of accounts) await driverOf(AccountModel).replaceOne({ _id: row._id }, row);
    if (head) await driverOf(HeadModel).replaceOne({ _id: head._id }, head);
  }
});

function doubled(entry: EntryRow): EntryRow {
  return { ...entry, postings: entry.postings.map((posting) => ({ ...posting, amount: satang(posting.amount * 2) })) };
}

/** What somebody with the whole database in his hands can do: change one entry and make everything after it fit. */
async function rewrite(groupId: GroupId, change: (entry: EntryRow) => EntryRow): Promise<void> {
  let previousHash = "0".repeat(64);
  const balances = new Map<string, number>();
  let seq = 0;
  for (const row of await EntryModel.find({ groupId }).sort({ seq: 1 }).lean<EntryRow[]>()) {
    const { _id, memberIds, hash: _old, ...facts } = { ...change(row), previousHash };
    const unsealed: Omit<JournalEntry, "hash"> = { id: _id, ...facts };
    const hash = hashOf(unsealed);
    await driverOf(EntryModel).replaceOne({ _id }, { ...facts, memberIds, hash });
    for (const [key, { change: moved }] of balanceChanges(facts.postings))
      balances.set(key, (balances.get(key) ?? 0) + moved);
    [previousHash, seq] = [hash, row.seq];
  }
  for (const [_id, balance] of balances) await AccountModel.updateOne({ _id }, { $set: { balance } });
  await HeadModel.updateOne({ _id: groupId }, { $set: { hash: previousHash, seq } });
}
