import { localDate, type LocalDate, type YearMonth } from "../src/domain/dates";
import type { WorkingDayRule } from "../src/domain/calendar";
import type { Group, LocalText } from "../src/domain/groups/group";
import { memberId, type GroupId, type MemberId } from "../src/domain/ids";
import { satang, type Satang } from "../src/domain/money";
import type { MemberName, OfficerName } from "../src/domain/people";
import type { Contact } from "../src/messages/views";

/** Invented values from which the example views are made. */
export interface SampleValues {
  networkName: LocalText;
  group: Pick<Group, "name" | "workingDay" | "payment" | "besidePaper">;
  member: MemberName & { id: MemberId; pledge: Satang };
  others: MemberName[];
  treasurer: OfficerName;
  secretary: OfficerName;
  contacts: Contact[];
  amount: Satang;
  small: Satang;
  balance: Satang;
  on: LocalDate;
  month: YearMonth;
  at: Date;
  later: Date;
  receipt: string;
  checkCode: string;
  reason: string;
  /** What a member says that a call should be about. */
  wish: string;
  /** Postback data, as a button's action gives it. */
  data: string;
}

const data = `a1:${"0123456789abcdef".repeat(2)}`;

const workingDay: WorkingDayRule = { dayOfMonth: 5, from: "09:00", to: "12:00", place: "ศาลาประชาธิปไตย" };

/** What a card usually shows. */
export const usual: SampleValues = {
  networkName: { th: "เครือข่ายกลุ่มออมทรัพย์สงขลา", en: "Songkhla savings groups network" },
  group: {
    name: { th: "กลุ่มออมทรัพย์บ้านน้ำขาว", en: "Ban Namkhao savings group" },
    workingDay,
    payment: { promptPay: "0-0000-00000-00-0", bank: "ธ.ก.ส. 000-0-00000-0" },
  },
  member: {
    id: memberId("namkhao" as GroupId, "012"),
    memberNo: "012",
    name: "มาลี สุขใจ",
    nickname: "ลี",
    pledge: satang(100_00),
  },
  others: [
    { memberNo: "013", name: "มาลัย สุขใจ", nickname: "ลัย" },
    { memberNo: "014", name: "สมหมาย ใจงาม", nickname: "" },
  ],
  treasurer: { committee: "executive", position: "treasurer", name: "สมศรี แก้วมณี" },
  secretary: { committee: "executive", position: "secretary", name: "สุดา ทองดี" },
  contacts: [
    { officer: { committee: "executive", position: "chair", name: "สมชาย แก้วมณี" }, phone: "08-0000-0000" },
    { officer: { committee: "audit", position: "chair", name: "อารี หวังดี" }, phone: null },
  ],
  amount: satang(475_00),
  small: satang(100_00),
  balance: satang(4_200_00),
  on: localDate("2026-01-05"),
  month: "2026-01" as YearMonth,
  at: new Date("2026-01-05T02:30:00Z"),
  later: new Date("2026-01-08T02:30:00Z"),
  receipt: "2569/000123",
  checkCode: "7KQ2M9XA",
  reason: "ลงจำนวนเงินผิด",
  wish: "ค่าเล่าเรียนลูก",
  data,
};

const longName = "พระครูสังฆรักษ์วิสุทธิธรรมานุศาสน์ ณ นครศรีธรรมราชวรมหาวิหาร";

/** The longest that the setup and the rules let through, or that LINE's screens were measured with. */
export const longest: SampleValues = {
  networkName: { th: "เครือข่ายกลุ่มออมทรัพย์เพื่อการผลิตและสวัสดิการภาคประชาชนจังหวัดสงขลาและลุ่มน้ำทะเลสาบ" },
  group: {
    name: { th: "กลุ่มออมทรัพย์เพื่อการผลิตบ้านทุ่งควนจีนสามัคคีพัฒนาหมู่ที่ ๑๒ ตำบลน้ำขาว" },
    workingDay: { dayOfMonth: 31, from: "09:00", to: "16:30", place: `ศาลาอเนกประสงค์ข้างโรงเรียน${longName}` },
    payment: {
      promptPay: "0-0000-00000-00-0",
      bank: `ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร สาขาจะนะ 000-0-00000-0 ${longName}`,
    },
  },
  member: {
    id: memberId("thungkhuan" as GroupId, "A-120034"),
    memberNo: "A-120034",
    name: longName,
    nickname: "น้องน้ำผึ้งคนเล็กบ้านควน",
    pledge: satang(99_999_99),
  },
  others: Array.from({ length: 15 }, (_, index) => ({
    memberNo: `A-1200${index + 10}`,
    name: longName,
    nickname: "น้องน้ำผึ้งคนเล็กบ้านควน",
  })),
  treasurer: { committee: "promotion", position: "vice-chair", name: longName },
  secretary: { committee: "audit", position: "secretary", name: longName },
  contacts: (["executive", "loan", "audit", "promotion"] as const).map((committee) => ({
    officer: { committee, position: "vice-chair", name: longName },
    phone: "+66 8 0000 0000 ต่อ 1234",
  })),
  amount: satang(1_999_999_99),
  small: satang(999_999_99),
  balance: satang(99_999_999_99),
  on: localDate("2026-12-31"),
  month: "2026-11" as YearMonth,
  at: new Date("2026-12-31T16:59:00Z"),
  later: new Date("2027-01-03T16:59:00Z"),
  receipt: "2569/B/999999999",
  checkCode: "WWWWWWWW",
  reason: "ลงผิดคนและผิดจำนวนเพราะชื่อเล่นเหมือนกัน ".repeat(3).slice(0, 100),
  wish: "ต้องใช้เงินซ่อมบ้านที่หลังคารั่วก่อนเข้าหน้าฝนและจ่ายค่าเทอมลูกคนเล็ก ".repeat(4).slice(0, 200),
  data,
};

/** The same of a group whose paper books still count. */
export function besidePaper(values: SampleValues): SampleValues {
  return { ...values, group: { ...values.group, besidePaper: true } };
}

/** Contacts of eight groups, as a stranger sees them: the usual groups by their own names, the longest all alike. */
export function groupContacts({ contacts: [contact], group }: SampleValues): Contact[] {
  if (!contact) throw new Error("there is a contact");
  const villages = ["น้ำขาว", "ทุ่งควนจีน", "นาหว้า", "คลองเปียะ", "ป่าชิง", "สะพานไม้แก่น", "แค", "คู"];
  return villages.map((village) => ({
    ...contact,
    group: group === longest.group ? group : { name: { th: `กลุ่มออมทรัพย์บ้าน${village}` } },
  }));
}

/** The example views of one card: one for each name. */
export type Samples<View> = Readonly<Record<string, View>>;

/** Example views made from the usual and the longest values. */
export function samplesOf<View>(view: (values: SampleValues) => View): { usual: View; longest: View } {
  return { usual: view(usual), longest: view(longest) };
}
