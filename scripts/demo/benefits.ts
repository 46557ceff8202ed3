import type { Benefit } from "../../src/domain/groups/benefit";

const counter = "กรรมการสวัสดิการ ที่โต๊ะรับเงินวันส่งสัจจะ";
const halfYear = "สมาชิกที่ออมครบ 180 วัน";
const passbook = "สมุดสัจจะ";

/** What welfare funds of the South usually pay (Chamuang's schedule of 2556 and the common range), in the words of an invented group. */
const usual: readonly Benefit[] = [
  {
    name: "คลอดบุตร",
    pays: "1,000 บาทต่อลูก 1 คน",
    who: halfYear,
    papers: ["สูติบัตรของลูก", passbook],
    ask: counter,
  },
  {
    name: "นอนโรงพยาบาล",
    pays: "คืนละ 200 บาท ไม่เกิน 600 บาทต่อครั้ง ปีละไม่เกิน 1,000 บาท",
    who: halfYear,
    papers: ["ใบรับรองแพทย์ที่บอกจำนวนคืน", passbook],
    ask: counter,
  },
  {
    name: "เสียชีวิต",
    pays: "ครบ 180 วัน 2,500 บาท ครบ 1 ปี 5,000 บาท ครบ 2 ปี 10,000 บาท",
    who: "จ่ายให้ผู้รับประโยชน์ที่สมาชิกบอกชื่อไว้",
    papers: ["ใบมรณบัตร", "บัตรประชาชนของผู้รับเงิน ไว้แสดงเท่านั้น", passbook],
    ask: "ประธานกลุ่ม หรือหัวหน้าสายมาบอกแทนได้",
  },
  {
    name: "ผู้สูงอายุ",
    pays: "ปีละ 200 บาท",
    who: "อายุ 60 ปีขึ้นไป เป็นสมาชิกครบ 3 ปี",
    papers: [passbook],
    ask: null,
  },
  {
    name: "ทุนการศึกษา",
    pays: "ทุนละ 500 บาท",
    who: "ลูกสมาชิกที่จบ ป.6 ม.3 หรือ ม.6 เกรด 3.5 ขึ้นไป",
    papers: ["ใบแสดงผลการเรียน", passbook],
    ask: counter,
  },
  {
    name: "บ้านถูกไฟไหม้หรือพายุ",
    pays: "500 ถึง 2,000 บาท ตามที่กรรมการไปดู",
    who: null,
    papers: ["รูปถ่ายบ้าน", "หนังสือจากผู้ใหญ่บ้าน", passbook],
    ask: counter,
  },
];

/** Groups that pay only some of it. */
const names: Readonly<Record<string, readonly string[]>> = {
  nongbua: ["คลอดบุตร", "นอนโรงพยาบาล", "เสียชีวิต"],
  thatrang: ["นอนโรงพยาบาล", "เสียชีวิต", "ทุนการศึกษา"],
};
/** Groups that have not written theirs yet. */
const unwritten = ["nasuan", "khlongwan"];

/** The benefits of a demo group; null where it has written none. */
export function benefitsOf(key: string): Benefit[] | null {
  if (unwritten.includes(key)) return null;
  return usual.filter(({ name }) => names[key]?.includes(name) ?? true);
}
