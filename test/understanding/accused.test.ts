import { describe, expect, it } from "@jest/globals";
import type { Committee, Position } from "../../src/domain/groups/offices";
import { accusedIn } from "../../src/understanding/accused";

const officer = (memberNo: string, committee: Committee, position: Position, name: string, nickname: string) => ({
  office: { memberNo, committee, position },
  name,
  nickname,
});

const officers = [
  officer("001", "executive", "chair", "นายสมชาย ใจดี", "ชาย"),
  officer("002", "executive", "treasurer", "นางสาวสมศรี งามดี", "ศรี"),
  officer("007", "audit", "chair", "นางมาลี แก้วดี", "ลี"),
];

describe("whom a complaint names", () => {
  it.each([
    ["เหรัญญิกเอาเงินไป", ["002"]],
    ["สมศรีรับเงินแล้วไม่ลง", ["002"]],
    ["ประธานตรวจสอบ เอาเงินไป 500", ["001", "007"]],
    ["ป้าลีคนตรวจเอาเงินไป", ["007"]],
    ["พี่ ลี เอาเงินไป", ["007"]],
    ["007 เอาเงินไป", ["007"]],
    ["คนตรวดสอบโกงเงิน", ["007"]],
    ["กรรมการทุกคนโกง", ["001", "002", "007"]],
    ["ชายกับศรีแบ่งเงินกัน", ["001", "002"]],
    ["ส่งเงิน 1,007 บาทแล้วหาย", []],
    ["ข้างบ้านมารับเงินแทน", []],
  ])("reads %s", (words, numbers) => expect(accusedIn(words, officers)).toEqual(numbers));
});
