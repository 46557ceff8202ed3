import { beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { Actor } from "../../../src/app/people/actor";
import { decideReversal, requestReversal } from "../../../src/app/ledger/reversals";
import type { DepositOutcome } from "../../../src/app/savings/post-deposits";
import type { Group } from "../../../src/domain/groups/group";
import { account, type AccountCode } from "../../../src/domain/ledger/accounts";
import { credit, debit, type Posting } from "../../../src/domain/ledger/journal-entry";
import { parseReceiptText } from "../../../src/domain/ledger/receipt";
import type { Member } from "../../../src/domain/members/member";
import { baht, type Satang } from "../../../src/domain/money";
import { balanceOf } from "../../../src/storage/accounts";
import { newActionId } from "../../../src/storage/actions";
import { EntryModel, post } from "../../../src/storage/journal";
import { lockHead } from "../../../src/storage/ledger-heads";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup, buildMember } from "../../support/builders";
import type * as Connection from "../../../src/storage/connection";
import { testDatabaseUri, useDatabase } from "../../support/database";
import type * as Support from "./support";
import { buildOfficer, deposit, now, openWorkingDay } from "./support";

jest.setTimeout(120_000);

describe("posting under races", () => {
  useDatabase();
  let group: Group;
  let treasurer: Actor;
  let second: Actor;

  beforeEach(async () => {
    group = await buildGroup();
    const first = await buildOfficer(group, { committee: "executive", position: "treasurer" });
    const other = await buildOfficer(group, { committee: "executive", position: "treasurer" });
    [treasurer, second] = [await first.actor(), await other.actor()];
    await openWorkingDay(group, treasurer);
  });

  it("numbers 64 deposits of two treasurers at once without a gap, and loses none", async () => {
    const members = await Promise.all(Array.from({ length: 8 }, (_, n) => buildMember(group, { memberNo: `7${n}` })));
    const outcomes = await Promise.all(
      Array.from({ length: 64 }, (_, n) =>
        deposit(group, n % 2 ? treasurer : second, members[n % 8] as Member, [
          { purpose: "pledge", amount: baht(n + 1) },
        ]),
      ),
    );

    const numbers = outcomes.map((outcome) => parseReceiptText(receiptIn(outcome))?.no).sort((a = 0, b = 0) => a - b);
    expect(numbers).toEqual(Array.from({ length: 64 }, (_, n) => n + 1));
    expect(await balance(account.cash)).toBe(baht((64 * 65) / 2));
  });

  it("numbers deposits without a gap and loses none where another process takes turns of its own", async () => {
    const malee = await buildMember(group, { memberNo: "012" });
    const other = await startOther();
    const outcomes = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        (n % 2 ? other.deposit : deposit)(group, treasurer, malee, [{ purpose: "pledge", amount: baht(n + 1) }]),
      ),
    ).finally(other.stop);

    const numbers = outcomes.map((outcome) => parseReceiptText(receiptIn(outcome))?.no).sort((a = 0, b = 0) => a - b);
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, n) => n + 1));
    expect(await balance(account.cash)).toBe(baht((24 * 25) / 2));
  });

  it("is one entry of one operation, however often it runs at once, and each run shows its receipt", async () => {
    const malee = await buildMember(group, { memberNo: "012" });
    const operationId = newActionId();
    const split = [{ purpose: "pledge" as const, amount: baht(100) }];

    const outcomes = await Promise.all(
      Array.from({ length: 16 }, () => deposit(group, treasurer, malee, split, { operationId })),
    );

    expect(new Set(outcomes.map(receiptIn))).toEqual(new Set(["2569/000001"]));
    expect(await EntryModel.countDocuments({ groupId: group.id, kind: "savings.deposit" })).toBe(1);
  });

  it("takes one of two cards for the same deposit and asks the other", async () => {
    const malee = await buildMember(group, { memberNo: "012" });
    const split = [{ purpose: "pledge" as const, amount: baht(100) }];

    const outcomes = await Promise.all(
      [treasurer, second].map((actor) => deposit(group, actor, malee, split, { anotherOne: false })),
    );

    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["already", "posted"]);
  });

  it("never shows an operation's entry as done once it was put right", async () => {
    const malee = await buildMember(group, { memberNo: "012" });
    const operationId = newActionId();
    const split = [{ purpose: "pledge" as const, amount: baht(100) }];
    const outcome = await deposit(group, treasurer, malee, split, { operationId });
    await reverse(receiptIn(outcome));

    await expect(deposit(group, treasurer, malee, split, { operationId })).rejects.toMatchObject({
      code: "entry.already-reversed",
    });
  });

  it("lets neither the first officer second her own request, nor an entry be put right twice at once", async () => {
    const malee = await buildMember(group, { memberNo: "012" });
    const receipt = receiptIn(await deposit(group, treasurer, malee, [{ purpose: "pledge", amount: baht(100) }]));
    const approvalId = await request(receipt);

    await expect(decideAs(treasurer, approvalId)).rejects.toMatchObject({ code: "second-person.same" });
    const verdicts = await Promise.all([decideAs(second, approvalId), decideAs(second, approvalId)]);

    expect(verdicts.map(({ result }) => result.verdict)).toEqual(["approved", "approved"]);
    expect(await EntryModel.countDocuments({ groupId: group.id, kind: "reversal" })).toBe(1);
    expect(await balance(account.pledgeSavings, malee)).toBe(0);
  });

  it("lets no balance fall below zero, whoever takes at once, and says what stands there", async () => {
    const malee = await buildMember(group, { memberNo: "012", pledgeSavings: baht(100) });
    const taken = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => payOut(malee, baht(60), n)));

    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const refused of taken.filter((one) => one.status === "rejected"))
      expect(refused.reason).toMatchObject({
        code: "ledger.insufficient-funds",
        values: { account: account.pledgeSavings, balance: baht(40) },
      });
    expect(await balance(account.pledgeSavings, malee)).toBe(baht(40));
  });

  it("posts nothing of an entry whose sides differ, or whose transaction ends badly", async () => {
    const malee = await buildMember(group, { memberNo: "012" });
    const before = await EntryModel.countDocuments({ groupId: group.id });
    const half = [debit({ groupId: group.id, code: account.cash }, baht(1))];

    await expect(inTransaction((tx) => postDraft(tx, half, "half"))).rejects.toThrow();
    await expect(
      inTransaction(async (tx) => {
        await postDraft(
          tx,
          [...half, credit({ groupId: group.id, code: account.pledgeSavings, memberId: malee.id }, baht(1))],
          "late",
        );
        throw new Error("after the posting");
      }),
    ).rejects.toThrow("after the posting");

    expect(await EntryModel.countDocuments({ groupId: group.id })).toBe(before);
    expect(await balance(account.cash)).toBe(0);
  });

  /** Everything a process has of its own: modules, connections, lines in which transactions wait. */
  async function startOther(): Promise<{ deposit: typeof deposit; stop: () => Promise<void> }> {
    let own: { connection: typeof Connection; support: typeof Support } | undefined;
    jest.isolateModules(() => {
      own = {
        connection: jest.requireActual<typeof Connection>("../../../src/storage/connection"),
        support: jest.requireActual<typeof Support>("./support"),
      };
    });
    if (!own) throw new Error("modules load at once");
    await own.connection.connectDatabase(testDatabaseUri());
    return { deposit: own.support.deposit, stop: own.connection.disconnectDatabase };
  }

  const receiptIn = (outcome: DepositOutcome): string =>
    outcome.kind === "posted" ? outcome.receipt.receipt : outcome.kind;

  function balance(code: AccountCode, member?: Member): Promise<number> {
    return inTransaction((tx) =>
      balanceOf(tx, { groupId: group.id, code, ...(member ? { memberId: member.id } : {}) }),
    );
  }

  async function request(receipt: string): Promise<string> {
    const no = parseReceiptText(receipt);
    if (!no) throw new Error("a receipt number");
    const input = { operationId: newActionId(), group, receipt: no, reason: "ลงผิดคน", now };
    return (await inTransaction((tx) => requestReversal(tx, treasurer, input))).result.approvalId;
  }

  function decideAs(actor: Actor, approvalId: string) {
    return inTransaction((tx) => decideReversal(tx, actor, { approvalId, verdict: "approved", now }));
  }

  async function reverse(receipt: string): Promise<void> {
    await decideAs(second, await request(receipt));
  }

  async function postDraft(tx: Parameters<typeof post>[0], postings: Posting[], key: string): Promise<void> {
    const head = await lockHead(tx, group.id);
    await post(tx, head, {
      idempotencyKey: `test:${group.id}:${key}`,
      kind: "savings.deposit",
      effectiveOn: head.day.on,
      postedAt: now,
      actor: { personId: null, memberId: null, position: "test" },
      source: "job",
      withReceipt: false,
      postings,
    });
  }

  function payOut(member: Member, amount: Satang, n: number): Promise<void> {
    const from = { groupId: group.id, code: account.pledgeSavings, memberId: member.id };
    return inTransaction(
      (tx) =>
        postDraft(tx, [debit(from, amount), credit({ groupId: group.id, code: account.bank }, amount)], `out${n}`),
      { deadlineMs: 60_000 },
    );
  }
});
