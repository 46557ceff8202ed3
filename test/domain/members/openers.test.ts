import { describe, expect, it } from "@jest/globals";
import type { GroupId, PersonId } from "../../../src/domain/ids";
import type { Member } from "../../../src/domain/members/member";
import { hearersOf } from "../../../src/domain/members/openers";
import { memberOf } from "../../support/member";

const group = "ban-na" as GroupId;
const linkedOn = (day: string): Member["link"] => ({
  personId: `person ${day}` as PersonId,
  version: 1,
  linkedAt: new Date(`${day}T03:00:00Z`),
  decidesFrom: null,
});
const withPhone = (memberNo: string, facts: Partial<Member> = {}): Member =>
  memberOf(group, memberNo, { link: linkedOn("2026-01-10"), ...facts });
const helper = (memberNo: string, day = "2026-01-20"): Member["helpers"][number] => ({
  memberNo,
  consentedAt: new Date(`${day}T03:00:00Z`),
  witnessNo: "001",
});
const heard = (...rest: Parameters<typeof hearersOf>): string[] => hearersOf(...rest).map(({ memberNo }) => memberNo);

describe("who hears of a passbook", () => {
  const helpers = [helper("021"), helper("022"), helper("023")];
  const others = [withPhone("020"), withPhone("021"), withPhone("022"), memberOf(group, "023")];
  const owned = (facts: Partial<Member>): Member => memberOf(group, "012", { guardianNo: "020", helpers, ...facts });

  it("is her own phone, else her guardian's, else those of all her helpers, and nobody else's", () => {
    const linked = owned({ link: linkedOn("2026-01-10") });
    expect(heard(linked, [linked, ...others])).toEqual(["012"]);
    expect(heard(owned({}), others)).toEqual(["020"]);
    expect(heard(owned({ guardianNo: null }), others)).toEqual(["021", "022"]);
    expect(heard(owned({ guardianNo: null, helpers: [] }), others)).toEqual([]);
  });

  it("is everybody who signs for an occupational group, beside a phone of its own; who decides on it is no ear", () => {
    const signed = owned({ guardianNo: null, helpers: [helper("020")], signatoryNos: ["021", "022", "023"] });
    expect(heard(signed, others)).toEqual(["021", "022"]);
    const besides = others.filter(({ memberNo }) => memberNo !== "022").map(({ id }) => id);
    expect(heard(signed, others, { besides })).toEqual(["022"]);
    const linked = { ...signed, link: linkedOn("2026-01-10") };
    expect(heard(linked, [linked, ...others])).toEqual(["012", "021", "022"]);
    expect(heard({ ...signed, signatoryNos: ["023"] }, others)).toEqual(["020"]);
  });

  it("is nobody who could not open it: of another group, or whose own membership has closed", () => {
    const closed = [withPhone("020", { status: "closed" }), withPhone("021", { status: "closed" })];
    const elsewhere = { ...withPhone("022"), groupId: "ban-nok" as GroupId };
    expect(heard(owned({}), [...closed, elsewhere, withPhone("023")])).toEqual(["023"]);
  });

  it("is no helper who makes the entry herself, while owner and guardian hear whatever they do", () => {
    const [guardian, first] = others;
    const besides = [guardian, first].flatMap((one) => one?.id ?? []);
    expect(heard(owned({ guardianNo: null }), others, { besides })).toEqual(["022"]);
    expect(heard(owned({}), others, { besides })).toEqual(["020"]);
  });

  it("is who had a phone by then, a helper also the owner's word", () => {
    const at = new Date("2026-01-15T03:00:00Z");
    const early = owned({ guardianNo: null, helpers: [helper("021", "2026-01-14"), helper("022", "2026-01-16")] });
    expect(heard(early, others, { at })).toEqual(["021"]);
    const late = [withPhone("021", { link: linkedOn("2026-01-16") })];
    expect(heard(early, late, { at })).toEqual([]);
    expect(heard(early, late)).toEqual(["021"]);
  });
});
