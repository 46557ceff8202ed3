import { beforeEach, describe, expect, it } from "@jest/globals";
import { buildDemo } from "../../../scripts/demo/build-demo";
import { demoLineUserId, demoPeople } from "../../../scripts/demo/people";
import { writeDemo } from "../../../scripts/demo/write-demo";
import { checkBooks } from "../../../src/app/ledger/check-books";
import { getPassbooks } from "../../../src/app/people/actor";
import { findActor } from "../../../src/app/people/find-actor";
import { getBalances } from "../../../src/app/savings/balances";
import { localDate, localDateOf } from "../../../src/domain/dates";
import { memberId, type GroupId } from "../../../src/domain/ids";
import { account } from "../../../src/domain/ledger/accounts";
import { balancesOf } from "../../../src/domain/setup/books";
import { checkControlTotals } from "../../../src/domain/setup/check-opening";
import { checkPlan } from "../../../src/domain/setup/check-plan";
import { DatabaseInfoModel } from "../../../src/storage/database-info";
import { findNetwork } from "../../../src/storage/groups";
import { inTransaction } from "../../../src/storage/tx";
import { useFreshDatabase } from "../../app/setup/fresh-database";

const now = new Date("2026-11-24T03:00:00Z");
const today = localDateOf(now);
const firstGroup = "khuanmai" as GroupId;

describe("the demo network", () => {
  const { plan, books } = buildDemo(today);

  it("would pass as a setup folder", () => {
    expect(checkPlan(plan)).toEqual([]);
    expect(plan.groups.flatMap((group) => checkControlTotals(group, group.members))).toEqual([]);
  });

  it("has eight groups of 12 to 40 people in districts of Songkhla", () => {
    expect(plan.groups.map((group) => group.members.length)).toEqual([40, 34, 30, 26, 22, 18, 15, 12]);
    for (const { members } of plan.groups) {
      const nos = members.map((member) => member.memberNo);
      expect(nos).toEqual(nos.map((_no, index) => String(index + 1).padStart(3, "0")));
      const grownUps = members.filter(({ kind }) => kind === "ordinary").map(({ name }) => name);
      expect(new Set(grownUps).size).toBe(grownUps.length);
    }
    const all = plan.groups.flatMap((group) => group.members);
    expect(all.filter((member) => member.guardianNo !== null).length).toBeGreaterThan(20);
    expect(all.filter((member) => member.spouseNo !== null).length).toBeGreaterThan(20);
    expect(new Set(all.map((member) => member.status))).toEqual(new Set(["active", "pending", "closed"]));
  });

  it("has twelve working days behind it, and stands between two", () => {
    for (const { days, head, entries } of books) {
      const working = days.filter((day) => day.kind === "working");
      expect(working).toHaveLength(12);
      expect(working.every((day) => day.closing !== null && day.on < today)).toBe(true);
      expect(head.day).toMatchObject({ kind: "office" });
      expect(days.filter((day) => day.closing === null).map((day) => day.id)).toEqual([head.day.id]);
      expect(
        entries.every((entry, index) => index === 0 || entry.postedAt >= (entries[index - 1]?.postedAt ?? now)),
      ).toBe(true);
      expect(entries.at(-1)?.kind).toBe("day.closed");
      expect(entries.filter((entry) => entry.kind === "reversal")).toHaveLength(1);
      expect(
        balancesOf(entries).filter(({ ref, balance }) => ref.code !== account.openingClearing && balance < 0),
      ).toEqual([]);
    }
  });

  it("is the same every time, and its people are the same every day", () => {
    expect(buildDemo(today).books.map(({ head }) => head.hash)).toEqual(books.map(({ head }) => head.hash));
    const later = buildDemo(localDate("2027-03-31")).plan.groups.map((group) =>
      group.members.map(({ memberNo, name, nickname }) => [memberNo, name, nickname]),
    );
    expect(later).toEqual(
      plan.groups.map((group) => group.members.map(({ memberNo, name, nickname }) => [memberNo, name, nickname])),
    );
  });

  it.each(["2024-02-29", "2026-01-01", "2026-03-31", "2026-05-05", "2027-12-31"])("can be made on %s", (day) => {
    const made = buildDemo(localDate(day));
    expect(checkPlan(made.plan)).toEqual([]);
    expect(
      made.books.every(({ days }) => days.filter(({ kind, on }) => kind === "working" && on < day).length === 12),
    ).toBe(true);
  });

  it("offers everybody with LINE: who is linked first, a few without LINE left out", () => {
    const people = demoPeople();
    const members = plan.groups.flatMap((group) => group.members);
    expect(new Set(people.map((person) => person.id)).size).toBe(people.length);
    expect(people.every((person) => /^U[0-9a-f]{32}$/.test(person.id))).toBe(true);
    expect(people.length).toBeLessThan(members.filter(({ kind }) => kind === "ordinary").length);
    const linked = people.filter((person) => person.linked);
    expect(people.slice(0, linked.length)).toEqual(linked);
    const officesOfFirst = linked
      .filter((person) => person.groupId === firstGroup)
      .flatMap((person) => person.offices.map((office) => `${office.committee}.${office.position}`));
    expect(officesOfFirst).toEqual([
      "executive.chair",
      "executive.treasurer",
      "executive.secretary",
      "loan.chair",
      "audit.chair",
    ]);
  });

  describe("in a database", () => {
    useFreshDatabase();
    beforeEach(() => writeDemo(now));

    it("is live with books that balance, and every linked person opens her passbooks", async () => {
      const contracts = plan.groups.reduce((total, { loans }) => total + (loans?.loans.length ?? 0), 0);
      const entries = books.reduce((total, { entries: own }) => total + own.length, contracts);
      expect(contracts).toBeGreaterThan(20);
      expect(await checkBooks()).toMatchObject({ groups: 8, entries, balanced: true, problems: [] });
      for (const person of demoPeople().filter(({ linked }) => linked)) {
        const actor = await inTransaction((tx) => findActor(tx, person.id));
        expect(actor?.own.map(({ member }) => member.id)).toEqual([person.memberId]);
        expect(actor?.offices.map(({ office }) => office)).toEqual(person.offices);
      }
    });

    it("has a mother with three passbooks, who helps with a fourth, whose balances can be asked at once", async () => {
      const balances = await inTransaction(async (tx) => {
        const actor = await findActor(tx, demoLineUserId(memberId(firstGroup, "012")));
        return getBalances(tx, actor ? await getPassbooks(tx, actor) : [], today);
      });
      expect(balances.map(({ passbook }) => passbook.via)).toEqual(["own", "guardian", "guardian", "helper"]);
      expect(balances.every(({ pledgeSavings, last }) => pledgeSavings > 0 && last !== null)).toBe(true);
    });

    it("has one helper, in the chain with her witness and a second officer", () => {
      const made = books.flatMap(({ entries }) => entries.filter(({ kind }) => kind === "helper.made"));
      const helped = books.flatMap(({ members }) => members.filter(({ helpers }) => helpers.length > 0));
      expect(made).toMatchObject([
        {
          record: { memberNo: helped[0]?.memberNo, helperNo: "012", witnessNo: "003" },
          secondedBy: { position: "executive.chair" },
        },
      ]);
      expect(helped).toMatchObject([{ link: { personId: null }, helpers: [{ memberNo: "012", witnessNo: "003" }] }]);
    });

    it("never comes twice, and never into a live database", async () => {
      await expect(writeDemo(now)).rejects.toThrow(/lives in this database already/);
      expect(await inTransaction((tx) => findNetwork(tx))).toMatchObject({ key: "demo" });
      await DatabaseInfoModel.updateOne({ _id: "database" }, { $set: { liveBotUserId: "Ubot" } });
      await expect(writeDemo(now)).rejects.toThrow(/never goes into a live database/);
    });
  });
});
