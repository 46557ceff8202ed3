import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../../src/domain/dates";
import { memberId, type EntryId, type GroupId, type PersonId } from "../../../src/domain/ids";
import { baht } from "../../../src/domain/money";
import {
  confirmed,
  daysOverdue,
  likenessOf,
  newTransferNotice,
  noticeIdIn,
  nudgeDue,
  nudged,
  partiesToTransfer,
  pictureLikeness,
  reopened,
  transferKey,
  type TransferNotice,
} from "../../../src/domain/transfers/transfer-notice";
import { memberOf } from "../../support/member";

const groupId = "g" as GroupId;
const malee = memberId(groupId, "012");

const notice = (facts: Partial<TransferNotice> = {}): TransferNotice => ({
  ...newTransferNotice(
    {
      id: "n1",
      groupId,
      memberId: malee,
      sentBy: { personId: "p" as PersonId, memberId: malee },
      sentAt: new Date("2026-03-10T03:00:00Z"),
      split: [{ purpose: "pledge", amount: baht(200) }],
      on: localDate("2026-03-10"),
      time: null,
      reference: null,
      isReferenceRead: false,
      photoId: null,
      partOf: null,
    },
    [],
  ),
  ...facts,
});

describe("a slip that looks like an earlier one", () => {
  const earlier = notice({ id: "n0", memberId: memberId(groupId, "013"), on: localDate("2026-02-10") });
  it.each([
    ["written anew, whatever the sum", notice({ split: [] }), "near", "picture"],
    ["cut, of the same sum on another day", notice(), "alike", "picture"],
    ["of the same bank, of another sum", notice({ split: [] }), "alike", null],
    ["unlike", notice(), null, null],
  ] as const)("%s", (_how, one, looks, like) => expect(pictureLikeness(one, earlier, looks)).toBe(like));

  it("is none where both slips' own codes name two transfers", () => {
    const [one, other] = ["A1", "B2"].map((reference) => ({ reference, isReferenceRead: true }));
    expect(pictureLikeness(notice(one), { ...earlier, ...other }, "near")).toBeNull();
  });
});

describe("a notice of a transfer", () => {
  it("is confirmed under another key after its receipt was taken back", () => {
    const officer = { personId: "o" as PersonId, memberId: memberId(groupId, "002"), position: "executive.treasurer" };
    const first = notice();
    const done = confirmed(first, officer, new Date(), "g:000000001" as EntryId);
    const again = reopened(done, new Date());
    expect(again).toMatchObject({ state: "waiting", round: 2, entryId: null, decidedBy: null, version: 3 });
    expect(transferKey(again)).not.toBe(transferKey(first));
    expect([first, again].map((one) => noticeIdIn(transferKey(one)))).toEqual(["n1", "n1"]);
    expect(noticeIdIn("savings.deposit:n1")).toBeNull();
  });

  it.each([
    ["the bank's number", { reference: "AB1" }, { reference: "AB1", split: [] }, "reference"],
    ["sum, day and time", { time: "08:15", memberId: memberId(groupId, "013") }, { time: "08:15" }, "sum"],
    ["another time", { time: "08:15" }, { time: "09:15" }, null],
    ["sum and day of one passbook, no time", {}, { time: "09:15" }, "sum"],
    ["sum and day of another passbook, no time", { memberId: memberId(groupId, "013") }, {}, "sum"],
    [
      "sum and day, but two numbers in the slips' own codes",
      { reference: "A1", isReferenceRead: true },
      { reference: "B2", isReferenceRead: true },
      null,
    ],
    [
      "sum and day, and another number that was only typed",
      { reference: "A1", isReferenceRead: true },
      { reference: "B2" },
      "sum",
    ],
    ["one that was refused", {}, { state: "refused" }, null],
    ["another day", { on: localDate("2026-03-11") }, {}, null],
    ["itself", { reference: "AB1" }, { id: "n2", reference: "AB1" }, null],
  ] as const)("is like an earlier one by %s, or is not", (_what, facts, earlier, how) => {
    const new_ = notice({ id: "n2", ...(facts as Partial<TransferNotice>) });
    expect(likenessOf(new_, notice(earlier as unknown as Partial<TransferNotice>))).toBe(how);
  });

  it("is overdue from the fourth day on, while it waits", () => {
    const late = (on: string, state: TransferNotice["state"] = "waiting") =>
      daysOverdue(notice({ state }), localDate(on));
    expect([late("2026-03-10"), late("2026-03-13"), late("2026-03-14"), late("2026-03-20", "confirmed")]).toEqual([
      0, 0, 1, 0,
    ]);
  });

  it("is brought up once with its treasurers, three days later once with the chair, and anew where its receipt was taken back", () => {
    const at = (day: string) => new Date(`${day}T02:00:00Z`);
    const waiting = notice({});
    const who = (one: TransferNotice, on: string) => nudgeDue(one, localDate(on));
    expect([who(waiting, "2026-03-13"), who(waiting, "2026-03-14")]).toEqual([null, "confirmers"]);
    // After days without a server: the treasurers first, the chair never on the same day.
    const asked = nudged(waiting, { who: "confirmers", at: at("2026-03-24") });
    expect([who(asked, "2026-03-24"), who(asked, "2026-03-26"), who(asked, "2026-03-27")]).toEqual([
      null,
      null,
      "chair",
    ]);
    const told = nudged(asked, { who: "chair", at: at("2026-03-27") });
    expect(who(told, "2026-12-31")).toBeNull();
    expect(who({ ...asked, state: "confirmed" }, "2026-03-27")).toBeNull();
    const again = reopened(told, at("2026-04-01"));
    expect([who(again, "2026-04-04"), who(again, "2026-04-05")]).toEqual([null, "confirmers"]);
  });

  it("is like no other part of its own transfer, and as a whole like an earlier one of the same sum", () => {
    const partOf = { transferId: "t", parts: 2, total: baht(300) };
    const other = { memberId: memberId(groupId, "013"), reference: "AB1", time: "08:15" };
    const part = notice({ ...other, id: "t-2", partOf });
    expect(likenessOf(part, notice({ ...other, id: "t", partOf }))).toBeNull();
    const alone = { id: "n9", time: "08:15", split: [{ purpose: "pledge" as const, amount: baht(300) }] };
    expect(likenessOf({ ...part, reference: null }, notice(alone))).toBe("sum");
  });

  it("is nobody's of the household to confirm", () => {
    const parties = [memberOf(groupId, "012", { spouseNo: "050" }), memberOf(groupId, "002", { spouseNo: "003" })];
    expect(partiesToTransfer({ groupId }, parties)).toEqual(
      ["012", "002", "050", "003"].map((no) => memberId(groupId, no)),
    );
  });
});
