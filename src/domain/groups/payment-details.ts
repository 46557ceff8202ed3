import { addDays, type LocalDate } from "../dates";

/** The ways in which a member can transfer money to her group. */
export const paymentWays = ["promptPay", "bank"] as const;
export type PaymentWay = (typeof paymentWays)[number];

/** Where members transfer to, each way with the name that their bank's app shows of it, where the group told one. */
export interface PaymentDetails {
  promptPay?: string;
  promptPayName?: string;
  bank?: string;
  bankName?: string;
}

/** Changed details that two officers decided on: shown beside the old ones until they are in force. */
export interface PaymentChange {
  /** The request that decided it. */
  approvalId: string;
  way: PaymentWay;
  value: string;
  accountName: string;
  /** The first day on which members transfer there. */
  from: LocalDate;
}

/** A group's payment details as its row keeps them: a change that is in force stays beside the old ones until the next one. */
export interface KeptPaymentDetails extends PaymentDetails {
  coming?: PaymentChange;
}

/** Members are told so many days before changed details are in force, and each of these days any officer can stop them. */
export const paymentNoticeDays = 7;

/** So many days an account is shown as a new one: who writes seldom must not take it for the one that she knows. */
const newForDays = 60;

/** Where members transfer to on a day, the change that is to come after it, and the one that is in force since lately; null where there is none. */
export function paymentDetailsInForce(
  { payment }: { payment: KeptPaymentDetails },
  on: LocalDate,
): { details: PaymentDetails; coming: PaymentChange | null; lately: PaymentChange | null } {
  const { coming, ...details } = payment;
  if (!coming || coming.from > on) return { details, coming: coming ?? null, lately: null };
  const isNew = addDays(coming.from, newForDays) > on;
  return { details: withChange(details, coming), coming: null, lately: isNew ? coming : null };
}

function withChange(details: PaymentDetails, { way, value, accountName }: PaymentChange): PaymentDetails {
  return way === "promptPay"
    ? { ...details, promptPay: value, promptPayName: accountName }
    : { ...details, bank: value, bankName: accountName };
}
