import { baht, satang, zero } from "../../money";
import type { Clause, KeyedClause } from "../rule-book";
import type { FinePurse } from "../../savings/deposit";

/** A clause before it has its number. */
export type Unnumbered<One> = One extends unknown ? Omit<One, "no"> : never;

/** What the group is for. */
export const purpose: Unnumbered<Clause> = {
  key: null,
  values: null,
  text: {
    th: "สมาชิกออมเงินร่วมกันทุกเดือน ช่วยเหลือกัน และยึดถือความซื่อสัตย์ เสียสละ รับผิดชอบ เห็นอกเห็นใจ และไว้วางใจกัน",
    en: "Members save together every month, help each other, and keep to honesty, sacrifice, responsibility, sympathy and trust.",
  },
};

/** The monthly pledge: small enough for everybody, whole tens of baht. */
export const pledge: Unnumbered<KeyedClause<"pledge">> = {
  key: "pledge",
  values: { minimum: baht(10), maximum: null, step: baht(10), monthsAhead: 12, tellAfterMissed: 3 },
  text: {
    th: "สมาชิกส่งเงินสัจจะเท่ากันทุกเดือน ตั้งแต่เดือนละ 10 บาท เพิ่มทีละ 10 บาท ส่งล่วงหน้าได้ไม่เกิน 12 เดือน ใครขาดส่งครบ 3 เดือน กรรมการจะได้รู้และไปถามข่าว",
    en: "A member pays the same pledge every month, from 10 baht a month in steps of 10 baht, at most 12 months ahead. When somebody has missed 3 months, the committee hears of it and asks after her.",
  },
};

/** No fine before a meeting decides on one; who may not live on fines is told where one would go. */
export function latePledge(fineGoesTo: FinePurse): Unnumbered<KeyedClause<"late-pledge">> {
  const toCharity = fineGoesTo === "charity";
  return {
    key: "late-pledge",
    values: { finePerMonth: zero, mostInAll: zero, fineGoesTo },
    text: {
      th: `ขาดส่งสัจจะเดือนไหน ส่งย้อนหลังได้ ไม่มีค่าปรับ${toCharity ? " ถ้ากลุ่มมีมติให้เก็บค่าปรับ เงินนั้นเข้ากองทุนสาธารณประโยชน์ ไม่เป็นรายได้ของกลุ่ม" : ""}`,
      en: `A missed pledge may be paid later. There is no fine.${toCharity ? " Should a meeting decide on one, it goes to the public-benefit fund and is no income of the group." : ""}`,
    },
  };
}

/** Nobody pays for coming in before a meeting decides so. */
export const entryFee: Unnumbered<KeyedClause<"entry-fee">> = {
  key: "entry-fee",
  values: { amount: zero },
  text: { th: "สมัครเป็นสมาชิกใหม่ ไม่เสียค่าแรกเข้า", en: "New members pay no entry fee." },
};

/** Whoever keeps cash overnight keeps little of it. */
export const cashOvernight: Unnumbered<KeyedClause<"cash-overnight">> = {
  key: "cash-overnight",
  values: { keepers: [{ position: "treasurer", limit: baht(5_000) }] },
  text: {
    th: "หลังวันส่งสัจจะ เหรัญญิกเก็บเงินสดไว้ได้ไม่เกิน 5,000 บาท ส่วนที่เกินนำเข้าบัญชีเงินฝากของกลุ่มโดยเร็ว",
    en: "After the working day the treasurer may keep at most 5,000 baht in cash. What is more is paid into the group's account without delay.",
  },
};

/** Fractions of a baht are let off to the member. */
export const roundedDown: KeyedClause<"rounding">["values"] = { mode: "down", multiple: satang(100) };

/** What no group may do without. */
export const closing: readonly Unnumbered<Clause>[] = [
  {
    key: null,
    values: null,
    text: {
      th: "เงินออกจากกลุ่มทุกครั้ง และการแก้รายการที่ลงผิด ต้องมีกรรมการสองคน ไม่มีใครตัดสินเรื่องของตนเองหรือของคู่สมรส",
      en: "Money leaves the group, and a wrong entry is put right, only by two officers. Nobody decides on her own matter or her spouse's.",
    },
  },
  {
    key: null,
    values: null,
    text: {
      th: "แก้ระเบียบได้โดยมติที่ประชุม ใช้ตั้งแต่วันที่กำหนดในมติ ไม่มีผลย้อนหลัง",
      en: "These rules are changed by a meeting's resolution, from the day that it names, and never for the past.",
    },
  },
];
