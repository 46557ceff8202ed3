import { describe, expect, it } from "@jest/globals";
import { applySetup } from "../../../src/app/setup/apply-setup";
import { publishDrafts, writeDrafts } from "../../../src/app/setup/drafts";
import { SetupBusyError, withSetupLease } from "../../../src/app/setup/setup-lease";
import { checkBooks } from "../../../src/app/ledger/check-books";
import { localDate } from "../../../src/domain/dates";
import { memberId, type GroupId, type PersonId } from "../../../src/domain/ids";
import { baht, zero } from "../../../src/domain/money";
import { openBooks } from "../../../src/domain/setup/books";
import type { GroupPlan, SetupPlan } from "../../../src/domain/setup/plan";
import { AccountModel, balanceOf } from "../../../src/storage/accounts";
import { enqueueNotices } from "../../../src/worker/enqueue";
import { findBenefits } from "../../../src/storage/benefits";
import { findLiveGroups, findNetwork, GroupModel } from "../../../src/storage/groups";
import { EntryModel } from "../../../src/storage/journal";
import { LeaseModel } from "../../../src/storage/leases";
import { MemberModel } from "../../../src/storage/members";
import { PersonModel } from "../../../src/storage/persons";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroupPlan, buildMemberPlan, buildOpening, buildPlan } from "../../domain/setup/build-plan";
import { buildPerson } from "../../support/builders";
import { useFreshDatabase } from "./fresh-database";

const now = new Date("2026-11-02T03:00:00Z");
const groupPlan = (index: number, overrides: Partial<GroupPlan> = {}) =>
  buildGroupPlan({ id: `group-${index}` as GroupId, ...overrides });
const network = (count: number) => buildPlan({ groups: Array.from({ length: count }, (_, index) => groupPlan(index)) });
const whole = (groups: number) => groups * 9; // A group, five members and three officers each.

const rowCounts = () =>
  Promise.all([
    GroupModel.countDocuments(),
    MemberModel.countDocuments(),
    EntryModel.countDocuments(),
    AccountModel.countDocuments(),
  ]);

/** The id of a person who is linked with a passbook of the first group, and whose phone has its menu. */
async function personOf(memberNo: string): Promise<PersonId> {
  const menu = { alias: "member_th", basis: "as she was" };
  const person = await buildPerson(`U${memberNo.padStart(32, "0")}`, { menu });
  const filter = { _id: memberId("group-0" as GroupId, memberNo) };
  await MemberModel.updateOne(filter, { $set: { "link.personId": person._id } });
  return person._id;
}

describe("setup", () => {
  useFreshDatabase();

  it("makes a network once, and the second run changes nothing", async () => {
    const plan = network(25);
    const counts = { groups: 25, members: 125, officers: 75 };
    expect(await applySetup(plan, { notify: enqueueNotices, now })).toEqual({
      result: { ...counts, created: whole(25), unchanged: 0 },
    });
    const before = await checkBooks();
    expect(before).toMatchObject({ groups: 25, entries: 150, balanced: true });
    const rows = await rowCounts();
    expect(await applySetup(plan, { notify: enqueueNotices, now: new Date() })).toEqual({
      result: { ...counts, created: 0, unchanged: whole(25) },
    });
    expect(await checkBooks()).toEqual(before);
    expect(await rowCounts()).toEqual(rows);
    const savings = {
      groupId: "group-3" as GroupId,
      code: "2100",
      memberId: memberId("group-3" as GroupId, "002"),
    } as const;
    expect(await inTransaction((tx) => balanceOf(tx, savings))).toBe(baht(100));
  });

  it("writes benefits with the group, replaces their texts, and leaves them where the folder says nothing", async () => {
    const birth = { name: "คลอดบุตร", pays: "1,000 บาท", who: null, papers: ["สูติบัตร"], ask: null };
    const planOf = (benefits: GroupPlan["benefits"]) =>
      buildPlan({ groups: [groupPlan(0, { benefits }), groupPlan(1)] });
    const stored = () => inTransaction((tx) => findBenefits(tx, ["group-0", "group-1"] as GroupId[]));
    const count = async (plan: SetupPlan, dryRun = false) => {
      const outcome = await applySetup(plan, { notify: enqueueNotices, now, dryRun });
      return "result" in outcome
        ? [outcome.result.created, outcome.result.unchanged, outcome.result.benefits]
        : outcome.problems;
    };
    expect(await count(planOf([birth]), true)).toEqual([whole(2), 0, 1]);
    expect(await stored()).toEqual(new Map());
    expect(await count(planOf([birth]))).toEqual([whole(2), 0, 1]);
    expect(await stored()).toEqual(new Map([["group-0", [birth]]]));
    expect(await count(planOf([birth]))).toEqual([0, whole(2), undefined]);

    const dearer = { ...birth, pays: "1,500 บาท" };
    expect(await count(planOf([dearer]))).toEqual([0, whole(2), 1]);
    expect(await stored()).toEqual(new Map([["group-0", [dearer]]]));
    expect(await count(planOf(null))).toEqual([0, whole(2), undefined]);
    expect(await stored()).toEqual(new Map([["group-0", [dearer]]]));
    expect(await count(planOf([]))).toEqual([0, whole(2), 1]);
    expect(await stored()).toEqual(new Map([["group-0", []]]));
    expect(await count(planOf([]))).toEqual([0, whole(2), undefined]);
  });

  it("writes no benefits with a problem elsewhere", async () => {
    const birth = { name: "คลอดบุตร", pays: "1,000 บาท", who: null, papers: [], ask: null };
    const groups = [groupPlan(0, { benefits: [birth] }), groupPlan(1, { opening: buildOpening(4) })];
    expect(await applySetup(buildPlan({ groups }), { notify: enqueueNotices, now })).toHaveProperty("problems");
    expect(await inTransaction((tx) => findBenefits(tx, ["group-0" as GroupId]))).toEqual(new Map());
  });

  it("writes nothing in a dry run, and nothing with a problem", async () => {
    expect(await applySetup(network(2), { notify: enqueueNotices, now, dryRun: true })).toMatchObject({
      result: { created: whole(2), unchanged: 0 },
    });
    const broken = buildPlan({ groups: [groupPlan(0), groupPlan(1, { opening: buildOpening(4) })] });
    expect(await applySetup(broken, { notify: enqueueNotices, now })).toMatchObject({
      problems: [{ field: "groups[0].opening.members" }, { field: "groups[0].opening.pledgeSavingsBaht" }],
    });
    const known = { file: "members/x.csv", row: 2, field: "name", message: "The name is missing." };
    expect(await applySetup(network(1), { notify: enqueueNotices, now, found: [known] })).toEqual({
      problems: [known],
    });
    expect(await rowCounts()).toEqual([0, 0, 0, 0]);
  });

  it("extends a living network: a group, a member, an officer and a coordinator at once", async () => {
    await applySetup(network(2), { notify: enqueueNotices, now });
    const members = [...groupPlan(1).members, buildMemberPlan({ memberNo: "006", row: 7, pledgeSavings: baht(50) })];
    const opening = buildOpening(6, { pledgeSavings: baht(550), cash: baht(550) });
    const officers: GroupPlan["officers"] = [
      ...groupPlan(1).officers,
      { memberNo: "004", committee: "loan", position: "chair" },
    ];
    const coordinators = [{ groupId: "group-0" as GroupId, memberNo: "001" }];
    const phones = [await personOf("001"), await personOf("002")];
    const plan = buildPlan({
      groups: [groupPlan(0), groupPlan(1, { members, opening, officers }), groupPlan(2)],
      coordinators,
    });
    expect(await applySetup(plan, { notify: enqueueNotices, now })).toMatchObject({
      result: { created: whole(1) + 3, unchanged: whole(2) },
    });
    expect(await applySetup(plan, { notify: enqueueNotices, now })).toMatchObject({
      result: { created: 0, unchanged: whole(3) + 3 },
    });
    expect(await inTransaction((tx) => findNetwork(tx))).toMatchObject({
      groupIds: ["group-0", "group-1", "group-2"],
      coordinators,
    });
    // The new coordinator's phone gets another menu with its next message; the other keeps its own.
    const menus = await PersonModel.find({ _id: { $in: phones } })
      .sort({ lineUserId: 1 })
      .lean();
    expect(menus.map(({ menu }) => menu)).toEqual([
      { alias: "member_th", basis: null },
      { alias: "member_th", basis: "as she was" },
    ]);
    const cash = { groupId: "group-1" as GroupId, code: "1100" } as const;
    expect(await inTransaction((tx) => balanceOf(tx, cash))).toBe(baht(550));
    expect(await inTransaction((tx) => balanceOf(tx, { ...cash, code: "3990" }))).toBe(zero);
    const [, grown] = await inTransaction((tx) => findLiveGroups(tx));
    expect(grown?.officers).toEqual(officers);
  });

  it("refuses to change what lives, and then does nothing else either", async () => {
    await applySetup(network(1), { notify: enqueueNotices, now });
    const rows = await rowCounts();
    const members = groupPlan(0).members.map((member) =>
      member.memberNo === "003" ? { ...member, name: "นางอื่น" } : member,
    );
    const outcome = await applySetup(buildPlan({ groups: [groupPlan(0, { members }), groupPlan(1)] }), {
      notify: enqueueNotices,
      now,
    });
    expect(outcome).toMatchObject({ problems: [{ file: "members/namkhao.csv", row: 4, field: "name" }] });
    expect(await rowCounts()).toEqual(rows);
  });

  it("shows nothing of what a killed setup left, and completes when it is run again", async () => {
    const plan = network(3);
    const salt = "of the killed run";
    const books = plan.groups.slice(0, 2).map((group) => openBooks(group, { salt, now, on: localDate("2026-11-01") }));
    await withSetupLease((lease) => writeDrafts(lease, [], [books]));
    expect(await inTransaction((tx) => findLiveGroups(tx))).toEqual([]);
    expect(await checkBooks()).toMatchObject({ groups: 0, entries: 0 });
    expect(await applySetup(plan, { notify: enqueueNotices, now })).toMatchObject({
      result: { created: whole(3), unchanged: 0 },
    });
    expect(await GroupModel.countDocuments({ salt })).toBe(0);
    expect(await checkBooks()).toMatchObject({ groups: 3, entries: 18, balanced: true });
  });

  it("waits for one that runs, and adds nothing to it", async () => {
    const outcomes = await Promise.all([
      applySetup(network(4), { notify: enqueueNotices, now }),
      applySetup(network(4), { notify: enqueueNotices, now }),
      applySetup(network(4), { notify: enqueueNotices, now }),
    ]);
    const created = outcomes.map((outcome) => ("result" in outcome ? outcome.result.created : -1));
    expect(created.sort((a, b) => a - b)).toEqual([0, 0, whole(4)]);
    expect(await checkBooks()).toMatchObject({ groups: 4, entries: 24, balanced: true });
  });

  it("publishes nothing once another took over, or when rows are not as it wrote them", async () => {
    const [group] = network(1).groups;
    const books = group ? [openBooks(group, { salt: "x", now, on: localDate("2026-11-01") })] : [];
    await withSetupLease(async (lease) => {
      const written = await writeDrafts(lease, [], [books]);
      await MemberModel.deleteOne({ memberNo: "001" });
      await expect(inTransaction((tx) => publishDrafts(tx, lease, written))).rejects.toThrow(SetupBusyError);
      const again = await writeDrafts(lease, [], [books]);
      await LeaseModel.updateOne({ _id: lease.name }, { $set: { holder: "another" } });
      await expect(inTransaction((tx) => publishDrafts(tx, lease, again))).rejects.toThrow(SetupBusyError);
      await expect(lease.renew()).rejects.toThrow(SetupBusyError);
    });
    expect(await LeaseModel.countDocuments({ holder: "another" })).toBe(1);
  });
});
