import { describe, expect, it } from "@jest/globals";
import { paymentReceiptSamples, paymentRequestSamples } from "../../flex-messages/payments/payment.sample";
import type { LoanProduct } from "../../src/domain/loans/loan-rules";
import { paymentReceipt, paymentRequest } from "../../src/messages/payments";

const reader = { language: "th" as const };

/** A payout by transfer to whoever a treasurer named. */
const payoutTo = (
  payee: string,
  {
    product = "ordinary",
    source = "bank" as "bank" | "cash",
  }: { product?: LoanProduct; source?: "bank" | "cash" } = {},
) => {
  const sample = paymentRequestSamples["payout, longest"];
  if (!sample?.payout || !sample.member) throw new Error("this sample pays a loan out");
  return {
    ...sample,
    member: { ...sample.member, name: "นางมาลี สุขใจ" },
    payment: { ...sample.payment, source, payee },
    payout: { ...sample.payout, terms: { product } },
  };
};

describe("a loan that is transferred", () => {
  const asked = (...told: Parameters<typeof payoutTo>) => JSON.stringify(paymentRequest(reader, payoutTo(...told)));
  const warning = "ไม่มีชื่อผู้กู้";

  it("to an account without its borrower's name is pointed out to the second officer; goods go to their shop", () => {
    expect(asked("กสิกร 123-4-56789-0 นางคอดีเยาะ")).toContain(warning);
    expect(asked("กสิกร 123-4-56789-0 มาลี สุขใจ")).not.toContain(warning);
    expect(asked("ร้านเกษตรทุ่งทอง 1234567890", { product: "in-kind" })).not.toContain(warning);
  });

  it("tells its borrower to which account", () => {
    const sample = { ...paymentReceiptSamples["payout, longest"], ...payoutTo("กสิกร 123-4-56789-0 นางคอดีเยาะ") };
    expect(JSON.stringify(paymentReceipt(reader, sample))).toContain("ผู้รับเงิน กสิกร 123-4-56789-0 นางคอดีเยาะ");
  });
});
