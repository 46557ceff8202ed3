import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../../src/domain/dates";
import { memberId } from "../../../src/domain/ids";
import { baht, zero } from "../../../src/domain/money";
import { balancesOf, openBooks } from "../../../src/domain/setup/books";
import { compareWithLiving, type Living } from "../../../src/domain/setup/compare";
import { extendBooks } from "../../../src/domain/setup/extend-books";
import type { GroupPlan, MemberPlan } from "../../../src/domain/setup/plan";
import { groupRecord, memberRecord } from "../../../src/domain/setup/records";
import { buildGroupPlan, buildMemberPlan, buildOpening, buildPlan } from "./build-plan";

const salt = "salt";
const first = buildGroupPlan();
const living: Living = {
  benefits: new Map(),
  network: { key: "songkhla", name: { th: "เครือข่ายตัวอย่าง" }, groupIds: [first.id], coordinators: [] },
  groups: new Map([
    [
      first.id,
      {
        salt,
        round: 0,
        record: groupRecord(first, salt),
        officers: first.officers,
        payment: first.payment,
        members: new Map(
          first.members.map((member) => [memberId(first.id, member.memberNo), memberRecord(member, salt)]),
        ),
      },
    ],
  ]),
};

const compare = (group: Partial<GroupPlan>) =>
  compareWithLiving(buildPlan({ groups: [buildGroupPlan(group)] }), living);
const fields = (group: Partial<GroupPlan>) => compare(group).problems.map(({ row, field }) => [row, field]);
const changed = (overrides: Partial<MemberPlan>) =>
  first.members.map((member) => (member.memberNo === "002" ? { ...member, ...overrides } : member));
const joined = buildMemberPlan({ memberNo: "006", row: 7, pledgeSavings: zero });

describe("a plan beside what lives", () => {
  it("changes nothing when it says the same", () => {
    expect(compare({})).toEqual({
      changes: { groups: [], extensions: [], coordinators: [], benefits: [] },
      problems: [],
    });
  });

  it.each<[string, Partial<MemberPlan>]>([
    ["name", { name: "นางอื่น" }],
    ["nickname", { nickname: "อื่น" }],
    ["kind", { kind: "associate" }],
    ["status", { status: "closed" }],
    ["joined_on", { joinedOn: localDate("2021-02-05") }],
    ["pledge_baht", { pledge: baht(50) }],
    ["pledge_savings_baht", { pledgeSavings: baht(99) }],
    ["spouse_no", { spouseNo: "001" }],
    ["born_on", { bornOn: localDate("1960-01-01") }],
    ["sex", { sex: "f" }],
  ])("refuses another %s of a living member, by its row", (field, overrides) => {
    expect(fields({ members: changed(overrides) })).toEqual([[3, field]]);
  });

  it.each<[string, Partial<GroupPlan>]>([
    ["name.th", { name: { th: "กลุ่มอื่น" } }],
    ["district", { district: "เทพา" }],
    ["workingDay.dayOfMonth", { workingDay: { ...first.workingDay, dayOfMonth: 6 } }],
    ["financeMode", { financeMode: "murabaha" }],
    ["payment.promptPay", { payment: { promptPay: "0800000000" } }],
    ["payment.promptPayName", { payment: { ...first.payment, promptPayName: "กลุ่มอื่น" } }],
    ["officers.002.executive.treasurer", { officers: first.officers.filter((office) => office.memberNo !== "002") }],
    ["opening.asOf", { opening: buildOpening(5, { asOf: localDate("2026-09-30") }) }],
    ["opening.members", { opening: { ...buildOpening(5), members: 6 } }],
  ])("refuses another %s of a living group", (field, overrides) => {
    expect(fields(overrides)).toEqual([[null, `groups[0].${field}`]]);
  });

  it("refuses another network under the same roof", () => {
    const plan = buildPlan({ network: { key: "other", name: { th: "เครือข่ายตัวอย่าง" } } });
    expect(compareWithLiving(plan, living).problems.map(({ field }) => field)).toEqual(["network.key"]);
  });

  it("refuses to lose a member, and one who joined otherwise", () => {
    expect(fields({ members: first.members.slice(1), opening: first.opening })).toEqual([[null, "member_no"]]);
    const others = new Map(living.groups);
    const group = living.groups.get(first.id);
    if (group)
      others.set(first.id, { ...group, members: new Map([...group.members, [memberId(first.id, "006"), null]]) });
    const plan = buildPlan({
      groups: [buildGroupPlan({ members: [...first.members, joined], opening: first.opening })],
    });
    expect(
      compareWithLiving(plan, { ...living, groups: others }).problems.map(({ row, field }) => [row, field]),
    ).toEqual([[7, "member_no"]]);
  });

  it("takes a new member at zero under the old totals", () => {
    const { changes, problems } = compare({ members: [...first.members, joined], opening: first.opening });
    expect(problems).toEqual([]);
    expect(changes.extensions.map((extension) => extension.members)).toEqual([[joined]]);
  });

  it("takes a new member's savings only with the money for them", () => {
    const rich = { ...joined, pledgeSavings: baht(100) };
    expect(fields({ members: [...first.members, rich], opening: first.opening })).toEqual([[7, "pledge_savings_baht"]]);
    expect(
      fields({ members: [...first.members, rich], opening: buildOpening(6, { cash: baht(500), reserve: baht(-100) }) }),
    ).toContainEqual([null, "groups[0].opening.reserveBaht"]);
    const { changes, problems } = compare({ members: [...first.members, rich], opening: buildOpening(6) });
    expect(problems).toEqual([]);
    const [extension] = changes.extensions;
    const { head } = openBooks(first, { salt, now: new Date(), on: localDate("2026-11-02") });
    if (!extension) throw new Error("an extension");
    const added = extendBooks(extension, head, new Date());
    expect(new Map(balancesOf(added.entries).map(({ ref, balance }) => [ref.code, balance]))).toEqual(
      new Map([
        ["3990", 0],
        ["2100", baht(100)],
        ["1100", baht(100)],
      ]),
    );
    expect(added.entries.map(({ kind, seq }) => [kind, seq])).toEqual([
      ["opening.member", 7],
      ["opening.group", 8],
    ]);
  });

  it("takes a new officer", () => {
    const officers: GroupPlan["officers"] = [
      ...first.officers,
      { memberNo: "004", committee: "loan", position: "chair" },
    ];
    const { changes, problems } = compare({ officers });
    expect(problems).toEqual([]);
    expect(changes.extensions.map((extension) => extension.officers)).toEqual([officers.slice(-1)]);
  });
});
