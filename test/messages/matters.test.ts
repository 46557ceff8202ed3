import { describe, expect, it } from "@jest/globals";
import type { messagingApi } from "@line/bot-sdk";
import { openMatters, type Matter } from "../../src/messages/matters";

describe("the list of what waits for an officer's word", () => {
  const group = { name: { th: "กลุ่มบ้านนา", en: "Ban Na" } };
  const malee = { memberNo: "012", name: "มาลี ทองดี", nickname: "มาลี" };
  const matter = (over: Partial<Matter>): Matter => ({
    kind: "link",
    group,
    member: malee,
    receipt: null,
    helper: null,
    payment: null,
    data: "a1:0",
    ...over,
  });
  const labelsOf = ({ quickReply }: messagingApi.TextMessage) =>
    quickReply?.items?.map(({ action }) => (action as messagingApi.PostbackAction).label) ?? [];

  it("tells two receipts of one member apart by their numbers, which stand first", () => {
    const matters = ["2569/000001", "2569/000002"].map((receipt) => matter({ kind: "reversal", receipt }));
    const message = openMatters({ language: "th" }, { matters });

    expect(labelsOf(message)).toEqual(["2569/000001 มาลี", "2569/000002 มาลี"]);
    expect(message.text).toMatch(/1\. ใบเสร็จ 2569\/000001.*012 มาลี ทองดี.*\n2\. ใบเสร็จ 2569\/000002/);
  });

  it("tells the same number of two groups apart by the group, in label and line", () => {
    const other = { name: { th: "กลุ่มบ้านไร่" } };
    const matters = [group, other].map((of) => matter({ kind: "reversal", receipt: "2569/000001", group: of }));
    const message = openMatters({ language: "th" }, { matters });

    expect(new Set(labelsOf(message)).size).toBe(2);
    expect(message.text).toMatch(/1\..* · กลุ่มบ้านนา\n2\..* · กลุ่มบ้านไร่/);
  });

  it("names two helpers of one member by the helper's number, and two members of one nickname by theirs", () => {
    const helpers = ["034", "035"].map((memberNo) =>
      matter({ kind: "helper", helper: { memberNo, name: "สมชาย ใจดี", nickname: "" } }),
    );
    const members = [matter({}), matter({ member: { ...malee, memberNo: "013" } })];
    const message = openMatters({ language: "th" }, { matters: [...helpers, ...members] });

    expect(labelsOf(message)).toEqual(["034 ผู้ช่วยของ มาลี", "035 ผู้ช่วยของ มาลี", "012 ผูกสมุดของ มาลี", "013 ผูกสมุดของ มาลี"]);
  });

  it("numbers what is alike in every word, as its lines are numbered", () => {
    const message = openMatters({ language: "en" }, { matters: [matter({}), matter({})] });

    expect(labelsOf(message).map((label) => label?.slice(0, 2))).toEqual(["1.", "2."]);
    expect(message.text).toMatch(/\n1\. Link for 012 .*\n2\. Link for 012 /);
  });

  it("shows twelve at once", () => {
    expect(
      labelsOf(openMatters({ language: "th" }, { matters: Array.from({ length: 13 }, () => matter({})) })),
    ).toHaveLength(12);
  });
});
