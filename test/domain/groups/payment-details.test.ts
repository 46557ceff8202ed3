import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../../src/domain/dates";
import { paymentDetailsInForce } from "../../../src/domain/groups/payment-details";

const old = { promptPay: "0812345678", bank: "ธ.ก.ส. 000-0-00000-0" };
const coming = {
  approvalId: "a",
  way: "bank" as const,
  value: "ออมสิน 020-1-23456-7",
  accountName: "กลุ่มออมทรัพย์บ้านน้ำขาว",
  from: localDate("2026-03-12"),
};

describe("where members transfer to", () => {
  it("is what the group told, where nothing is to change", () => {
    expect(paymentDetailsInForce({ payment: old }, localDate("2026-03-05"))).toEqual({
      details: old,
      coming: null,
      lately: null,
    });
  });

  it("stays as it was until the day of the change, and names the change", () => {
    const group = { payment: { ...old, coming } };
    expect(paymentDetailsInForce(group, localDate("2026-03-11"))).toEqual({ details: old, coming, lately: null });
  });

  it("is the changed one from that day on, with its name; the other way stays", () => {
    const { details, coming: next } = paymentDetailsInForce({ payment: { ...old, coming } }, coming.from);
    expect(details).toEqual({ promptPay: "0812345678", bank: coming.value, bankName: coming.accountName });
    expect(next).toBeNull();
  });
});
