import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../../src/domain/dates";
import type { Office } from "../../../src/domain/groups/offices";
import type { KeptPaymentDetails } from "../../../src/domain/groups/payment-details";
import { withoutDecided } from "../../../src/domain/setup/chat-decides";
import { comparePaths } from "../../../src/domain/setup/differences";
import { groupRecord } from "../../../src/domain/setup/records";
import { buildGroupPlan } from "./build-plan";

const seat = (memberNo: string, position: Office["position"]): Office => ({
  memberNo,
  committee: "executive",
  position,
});
const [chair, old, taker, other] = [
  seat("001", "chair"),
  seat("002", "treasurer"),
  seat("005", "treasurer"),
  seat("006", "member"),
];
const first = buildGroupPlan({ officers: [chair, old], payment: { promptPay: "0812345678" } });
const record = groupRecord(first, "salt");

function judge(
  file: { officers?: Office[]; promptPay?: string },
  living: { officers?: Office[]; payment?: KeptPaymentDetails },
) {
  const plan = {
    ...first,
    officers: file.officers ?? first.officers,
    payment: { promptPay: file.promptPay ?? "0812345678" },
  };
  const now = { officers: living.officers ?? first.officers, payment: living.payment ?? first.payment };
  return withoutDecided(comparePaths(record, groupRecord(plan, "salt")), plan, now, record);
}

const none = { changed: [], addedPaths: [] };
const resolved = { officers: [chair, taker] };

describe("a setup folder beside what two officers decided in the chat", () => {
  it("undoes nothing when it says what it said before", () => {
    expect(judge({}, resolved)).toEqual(none);
  });

  it("changes nothing when it says what lives", () => {
    expect(judge({ officers: [chair, taker] }, resolved)).toEqual(none);
    expect(judge({ officers: [chair, old, taker] }, resolved)).toEqual(none);
  });

  it("is refused where it says something else of the officers, new ones too", () => {
    expect(judge({ officers: [chair, old, other] }, resolved).changed).toEqual(["officers/006/executive/member"]);
    expect(judge({ officers: [old] }, resolved).changed).toEqual(["officers/001/executive/chair"]);
  });

  it("adds officers as long as no resolution changed any", () => {
    expect(judge({ officers: [chair, old, other] }, {})).toEqual({
      changed: [],
      addedPaths: ["officers/006/executive/member"],
    });
  });

  it("may name the changed payment details, and no others", () => {
    const coming = {
      approvalId: "a",
      way: "promptPay" as const,
      value: "0898765432",
      accountName: "กลุ่ม",
      from: localDate("2026-03-12"),
    };
    const living = { payment: { promptPay: "0812345678", coming } };
    expect(judge({ promptPay: "0898765432" }, living)).toEqual(none);
    expect(judge({}, living)).toEqual(none);
    expect(judge({ promptPay: "0877777777" }, living).changed).toEqual(["payment/promptPay"]);
  });
});
