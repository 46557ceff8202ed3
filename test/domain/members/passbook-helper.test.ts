import { describe, expect, it } from "@jest/globals";
import { DomainError } from "../../../src/domain/errors";
import { memberId, type GroupId, type PersonId } from "../../../src/domain/ids";
import type { Member } from "../../../src/domain/members/member";
import { checkHelper, isHelper, partiesOf } from "../../../src/domain/members/passbook-helper";
import { memberOf } from "../../support/member";

const groupId = "namkhao" as GroupId;

const linkedMember = (memberNo: string, facts: Partial<Member> = {}): Member =>
  memberOf(groupId, memberNo, {
    link: { personId: `p${memberNo}` as PersonId, version: 1, linkedAt: new Date(0), decidesFrom: null },
    ...facts,
  });

const consent = (memberNo: string) => ({ memberNo, consentedAt: new Date(0), witnessNo: "003" });
const unlinked = { personId: null, version: 0, linkedAt: null, decidesFrom: null };

describe("checkHelper", () => {
  const member = linkedMember("012");
  const helper = linkedMember("034");
  const rest = { recorder: memberId(groupId, "003"), groupName: "กลุ่ม" };

  it("lets two active members be owner and helper, whatever else helps already", () => {
    expect(() => checkHelper({ member, helper, ...rest })).not.toThrow();
    expect(() =>
      checkHelper({ member: linkedMember("012", { helpers: [consent("035")] }), helper, ...rest }),
    ).not.toThrow();
    expect(() => checkHelper({ member: linkedMember("012", { link: unlinked }), helper, ...rest })).not.toThrow();
    expect(() => checkHelper({ member, helper, ...rest, recorder: member.id })).not.toThrow();
  });

  it.each([
    ["member.not-active", linkedMember("012", { status: "closed" }), helper, rest.recorder],
    ["member.not-active", member, linkedMember("034", { status: "pending" }), rest.recorder],
    ["helper.self", member, member, rest.recorder],
    ["helper.recorder", member, helper, helper.id],
    ["helper.unlinked", member, linkedMember("034", { link: unlinked }), rest.recorder],
    ["helper.already", linkedMember("012", { helpers: [consent("034")] }), helper, rest.recorder],
    ["helper.already", linkedMember("012", { guardianNo: "034" }), helper, rest.recorder],
  ] as const)("throws %s", (code, owner, helping, recorder) => {
    const check = () => checkHelper({ member: owner, helper: helping, recorder, groupName: "กลุ่ม" });
    expect(check).toThrow(DomainError);
    expect(check).toThrow(code);
  });
});

describe("partiesOf", () => {
  it("names the two, their spouses and the guardian, each once", () => {
    const member = linkedMember("012", { spouseNo: "013", guardianNo: "014" });
    const helper = linkedMember("034", { spouseNo: "012" });
    expect(partiesOf(member, helper)).toEqual(["012", "013", "014", "034"].map((no) => memberId(groupId, no)));
    expect(isHelper(member, "034")).toBe(false);
    expect(isHelper({ ...member, helpers: [consent("034")] }, "034")).toBe(true);
  });
});
