import { benefitLimits, type Benefit } from "../../src/domain/groups/benefit";
import type { BenefitView } from "../../src/messages/benefits";
import { longest, usual, type Samples } from "../values.sample";

/** An invented benefit. */
export const hospital: Benefit = {
  name: "นอนโรงพยาบาล",
  pays: "คืนละ 200 บาท ไม่เกิน 3 คืนต่อครั้ง ปีละไม่เกิน 1,000 บาท",
  who: "สมาชิกที่ออมครบ 180 วัน",
  papers: ["ใบรับรองแพทย์ที่บอกจำนวนคืน", "สมุดสัจจะ", "บัตรประชาชนตัวจริง ไว้แสดงเท่านั้น"],
  ask: "คุณอรุณี เลขานุการ ที่ศาลา วันที่ 5",
};
/** An invented benefit. */
export const birth: Benefit = { name: "คลอดบุตร", pays: "1,000 บาทต่อลูก 1 คน", who: null, papers: ["สูติบัตร"], ask: null };
/** An invented benefit. */
export const school: Benefit = { ...birth, name: "ทุนการศึกษา", pays: "500 บาท" };
/** An invented benefit. */
export const bare: Benefit = { ...birth, name: "เยี่ยมผู้สูงอายุ", pays: "ของเยี่ยมปีละครั้ง", papers: [] };

const fill = (words: string, length: number): string => words.repeat(length).slice(0, length);
/** A benefit whose texts are as long as the setup folder lets them be. */
export const longestOf = (name: string): Benefit => ({
  name: fill(name, benefitLimits.name),
  pays: fill("ค่าชดเชยรายได้คืนละ 200 บาท ไม่เกิน 15 คืนต่อปี ", benefitLimits.pays),
  who: fill("สมาชิกที่ออมครบ 180 วันและไม่ขาดส่งเกิน 3 เดือน ", benefitLimits.who),
  papers: Array.from({ length: benefitLimits.papers }, () =>
    fill("ใบรับรองแพทย์ที่บอกวันเข้าและวันออก ", benefitLimits.paper),
  ),
  ask: fill("ประธานอนุกรรมการสวัสดิการ ที่ทำการกลุ่ม ", benefitLimits.ask),
});
/** An invented benefit. */
export const wide: Benefit = {
  name: fill("Household fire and storm relief ", benefitLimits.name),
  pays: fill("Two thousand baht for each damaged house, once ", benefitLimits.pays),
  who: fill("Members of one hundred and eighty days or more ", benefitLimits.who),
  papers: Array.from({ length: benefitLimits.papers }, () =>
    fill("A letter of the village headman with ", benefitLimits.paper),
  ),
  ask: fill("The chair of the welfare committee at home ", benefitLimits.ask),
};

/** Example views. */
export const benefitCardSamples: Samples<BenefitView> = {
  usual: { group: usual.group, benefit: hospital, report: usual.data },
  "no papers": { group: usual.group, benefit: bare, report: usual.data },
  longest: {
    group: longest.group,
    benefit: longestOf("ค่าชดเชยรายได้ระหว่างพักรักษาตัวในโรงพยาบาล"),
    report: longest.data,
  },
  wide: { group: longest.group, benefit: wide, report: longest.data },
};
