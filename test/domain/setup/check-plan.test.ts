import { describe, expect, it } from "@jest/globals";
import type { GroupId } from "../../../src/domain/ids";
import { baht } from "../../../src/domain/money";
import { checkPlan } from "../../../src/domain/setup/check-plan";
import type { GroupPlan, MemberPlan } from "../../../src/domain/setup/plan";
import { buildGroupPlan, buildMemberPlan, buildOpening, buildPlan } from "./build-plan";

const found = (group: Partial<GroupPlan>) =>
  checkPlan(buildPlan({ groups: [buildGroupPlan(group)] })).map(({ row, field, message }) => [row, field, message]);

const withMember = (overrides: Partial<MemberPlan>) => {
  const members = ["001", "002", "003", "004"].map((memberNo, index) => buildMemberPlan({ memberNo, row: index + 2 }));
  return found({ members: [...members, buildMemberPlan({ memberNo: "005", row: 6, ...overrides })] });
};

describe("checking a setup plan", () => {
  it("finds nothing in one that is right", () => {
    expect(checkPlan(buildPlan())).toEqual([]);
  });

  it.each<[string, Partial<MemberPlan>, string, RegExp]>([
    ["a number twice", { memberNo: "004" }, "member_no", /004 stands already on row 5/],
    ["a spouse who is not there", { spouseNo: "099" }, "spouse_no", /099, named as spouse, is not in this file/],
    ["a guardian who is not there", { guardianNo: "099" }, "guardian_no", /099, named as guardian/],
    ["a line head who is not there", { lineHeadNo: "099" }, "line_head_no", /099, named as line head/],
    ["somebody married to herself", { spouseNo: "005" }, "spouse_no", /cannot be the own spouse/],
    [
      "signatories of an ordinary member",
      { signatoryNos: ["001", "002", "003"] },
      "signatory_nos",
      /Only an occupational group/,
    ],
    [
      "two signatories",
      { kind: "occupational-group", signatoryNos: ["001", "002"] },
      "signatory_nos",
      /3 different signatories/,
    ],
    [
      "one signatory twice",
      { kind: "occupational-group", signatoryNos: ["001", "002", "002"] },
      "signatory_nos",
      /3 different/,
    ],
    [
      "a signatory who is not there",
      { kind: "occupational-group", signatoryNos: ["001", "002", "099"] },
      "signatory_nos",
      /099 is not in this file/,
    ],
  ])("names %s", (_what, overrides, field, message) => {
    expect(withMember(overrides)).toEqual([[6, field, expect.stringMatching(message)]]);
  });

  it("lets a line head stand in the own line", () => {
    expect(withMember({ lineHeadNo: "005" })).toEqual([]);
  });

  it("names two rows that say different things about a marriage", () => {
    const members = [
      buildMemberPlan({ memberNo: "001", row: 2, spouseNo: "002" }),
      buildMemberPlan({ memberNo: "002", row: 3, spouseNo: "003" }),
      buildMemberPlan({ memberNo: "003", row: 4 }),
    ];
    expect(found({ members })).toEqual([[2, "spouse_no", "Member 002 names 003 as spouse, not 001."]]);
  });

  it("names officers who are strangers, not active, double, or auditors of themselves", () => {
    const members = ["001", "002", "003"].map((memberNo, index) =>
      buildMemberPlan({ memberNo, row: index + 2, status: memberNo === "002" ? "closed" : "active" }),
    );
    const officers: GroupPlan["officers"] = [
      { memberNo: "099", committee: "executive", position: "treasurer" },
      { memberNo: "002", committee: "executive", position: "secretary" },
      { memberNo: "001", committee: "executive", position: "chair" },
      { memberNo: "001", committee: "executive", position: "chair" },
      { memberNo: "003", committee: "executive", position: "chair" },
      { memberNo: "001", committee: "audit", position: "member" },
    ];
    expect(found({ members, officers })).toEqual([
      [null, "groups[0].officers[0].member", "Member 099 is not in members/namkhao.csv."],
      [null, "groups[0].officers[1].member", "Member 002 is closed: only active members hold an office."],
      [null, "groups[0].officers[3]", "Member 001 stands twice as executive chair."],
      [null, "groups[0].officers[4]", "The executive committee has two chairs."],
      [null, "groups[0].officers[5]", expect.stringMatching(/001 sits on the audit committee and on another/)],
    ]);
  });

  it("names coordinators who are strangers, and groups that are", () => {
    const coordinators = [
      { groupId: "nowhere" as GroupId, memberNo: "001" },
      { groupId: "namkhao" as GroupId, memberNo: "099" },
      { groupId: "namkhao" as GroupId, memberNo: "001" },
      { groupId: "namkhao" as GroupId, memberNo: "001" },
    ];
    expect(checkPlan(buildPlan({ coordinators })).map(({ field, message }) => [field, message])).toEqual([
      ["coordinators[0].group", "Group nowhere is not in this folder."],
      ["coordinators[1].member", "Member 099 is not in members/namkhao.csv."],
      ["coordinators[3].member", "Member 001 of namkhao stands twice as coordinator."],
    ]);
  });

  it("refuses assets and claims that do not tie, and says by how much", () => {
    expect(found({ opening: buildOpening(5, { cash: baht(620) }) })).toEqual([
      [null, "groups[0].opening", "Assets are 620.00 and claims 500.00: they differ by 120.00."],
    ]);
  });

  it("counts every account on its own side", () => {
    const opening = buildOpening(5, {
      reserve: baht(300),
      surplus: baht(-50),
      accounts: [
        { code: "1600", amount: baht(400) },
        { code: "3400", amount: baht(150) },
      ],
    });
    expect(found({ opening })).toEqual([]);
  });

  it("refuses an account that has a field of its own", () => {
    const opening = buildOpening(5, { cash: baht(400), accounts: [{ code: "1100", amount: baht(100) }] });
    expect(found({ opening })).toEqual([
      [null, "groups[0].opening.accounts.1100", expect.stringMatching(/field of its own/)],
    ]);
  });

  it.each<[string, string[], RegExp | null]>([
    ["by an officer and an auditor", ["002", "003"], null],
    ["by one", ["003"], /two different officers/],
    ["by the same twice", ["003", "003"], /two different officers/],
    ["by two who do not audit", ["001", "002"], /audit committee/],
    ["by somebody without an office", ["003", "004"], /004 is no officer/],
  ])("takes a difference that was accepted %s", (_how, acceptedBy, message) => {
    const opening = buildOpening(5, { cash: baht(520), difference: { amount: baht(20), acceptedBy } });
    expect(found({ opening })).toEqual(
      message ? [[null, "groups[0].opening.openingDifference.acceptedBy", expect.stringMatching(message)]] : [],
    );
  });

  it("refuses an accepted difference that is not the one there is", () => {
    const difference = { amount: baht(20), acceptedBy: ["002", "003"] };
    expect(found({ opening: buildOpening(5, { cash: baht(530), difference }) })).toHaveLength(1);
    expect(found({ opening: buildOpening(5, { difference }) })).toHaveLength(1);
  });

  it("wants delegates of a group on paper, and nothing that a register needs", () => {
    const paper: Partial<GroupPlan> = { mode: "paper", members: [], officers: [], opening: null };
    expect(found({ ...paper, delegates: [{ no: "D1", name: "นางตัวอย่าง" }] })).toEqual([]);
    expect(found(paper)).toEqual([[null, "groups[0].delegates", "A group that stays on paper names its delegates."]]);
    expect(found({ mode: "paper" }).map(([, field]) => field)).toEqual([
      "groups[0].delegates",
      "groups[0].officers",
      "groups[0].opening",
    ]);
  });

  it("refuses two groups of one key", () => {
    expect(
      checkPlan(buildPlan({ groups: [buildGroupPlan(), buildGroupPlan()] })).map(({ message }) => message),
    ).toEqual(["The group namkhao stands twice in this folder."]);
  });
});
