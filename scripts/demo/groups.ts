import type { WorkingDayRule } from "../../src/domain/calendar";
import type { FinanceMode, LocalText } from "../../src/domain/groups/group";

/** One invented group of the demo network: only its district is real. */
export interface DemoGroup {
  key: string;
  name: LocalText;
  district: string;
  workingDay: WorkingDayRule;
  financeMode: FinanceMode;
  /** Members of all kinds. */
  members: number;
  /** Of a hundred families, so many have Muslim names. */
  muslimPercent: number;
  /** Has the mother with three passbooks, and one who left and one who asked to join. */
  isTheLargest?: true;
}

const day = (dayOfMonth: number, from: string, to: string, place: string): WorkingDayRule => ({
  dayOfMonth,
  from,
  to,
  place,
});

/** The eight groups, the largest first. */
export const demoGroups: readonly DemoGroup[] = [
  {
    key: "khuanmai",
    name: { th: "กลุ่มออมทรัพย์บ้านควนไม้หอม", en: "Ban Khuan Mai Hom savings group" },
    district: "จะนะ",
    workingDay: day(5, "09:00", "12:00", "ศาลาประชาธิปไตยบ้านควนไม้หอม"),
    financeMode: "interest",
    members: 40,
    muslimPercent: 30,
    isTheLargest: true,
  },
  {
    key: "khaorai",
    name: { th: "กลุ่มออมทรัพย์บ้านเขาไร่งาม", en: "Ban Khao Rai Ngam savings group" },
    district: "รัตภูมิ",
    workingDay: day(7, "09:00", "12:00", "อาคารอเนกประสงค์บ้านเขาไร่งาม"),
    financeMode: "service-fee",
    members: 34,
    muslimPercent: 0,
  },
  {
    key: "nongbua",
    name: { th: "กลุ่มออมทรัพย์บ้านหนองบัวลาย", en: "Ban Nong Bua Lai savings group" },
    district: "สทิงพระ",
    workingDay: day(10, "08:30", "11:30", "ศาลาวัดบ้านหนองบัวลาย"),
    financeMode: "interest",
    members: 30,
    muslimPercent: 0,
  },
  {
    key: "laemson",
    name: { th: "กลุ่มออมทรัพย์บ้านแหลมสนเล", en: "Ban Laem Son Le savings group" },
    district: "เทพา",
    workingDay: day(12, "13:30", "16:00", "โรงเรียนตาดีกาบ้านแหลมสนเล"),
    financeMode: "murabaha",
    members: 26,
    muslimPercent: 95,
  },
  {
    key: "thatrang",
    name: { th: "กลุ่มออมทรัพย์บ้านท่าตรังใหม่", en: "Ban Tha Trang Mai savings group" },
    district: "ระโนด",
    workingDay: day(15, "09:00", "12:00", "ศาลากลางบ้านท่าตรังใหม่"),
    financeMode: "interest",
    members: 22,
    muslimPercent: 0,
  },
  {
    key: "thungsai",
    name: { th: "กลุ่มออมทรัพย์บ้านทุ่งไทรเย็น", en: "Ban Thung Sai Yen savings group" },
    district: "จะนะ",
    workingDay: day(20, "13:30", "16:00", "ลานหน้ามัสยิดบ้านทุ่งไทรเย็น"),
    financeMode: "interest-free",
    members: 18,
    muslimPercent: 90,
  },
  {
    key: "nasuan",
    name: { th: "กลุ่มออมทรัพย์บ้านนาสวนพลู", en: "Ban Na Suan Phlu savings group" },
    district: "นาทวี",
    workingDay: day(25, "09:00", "11:30", "ศาลาหมู่บ้านนาสวนพลู"),
    financeMode: "interest",
    members: 15,
    muslimPercent: 20,
  },
  {
    key: "khlongwan",
    name: { th: "กลุ่มออมทรัพย์บ้านคลองหวานใน", en: "Ban Khlong Wan Nai savings group" },
    district: "สะบ้าย้อย",
    workingDay: day(31, "09:00", "11:00", "บ้านกำนันเก่าบ้านคลองหวานใน"),
    financeMode: "service-fee",
    members: 12,
    muslimPercent: 40,
  },
];
