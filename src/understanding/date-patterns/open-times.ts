import { unknownDay, type DatePattern } from "../date-reading";
import { monthName } from "../months";
import { smallNumber } from "../small-numbers";

// What the calendar alone does not place: the moon, harvests, feasts, and months or weeks without a day.
const harvest = [
  ...[
    "กรีด",
    "ตัดยาง",
    "ปิดกรีด",
    "เปิดกรีด",
    "เก็บเกี่ยว",
    "เกี่ยวข้าว",
    "ทำนา",
    "นวดข้าว",
    "ขายข้าว",
    "ขายยาง",
    "ขายปาล์ม",
    "ตัดปาล์ม",
  ],
  ...[
    "แทงปาล์ม",
    "จับกุ้ง",
    "ขายกุ้ง",
    "ขายวัว",
    "ขายหมู",
    "ขายของ",
    "ขายผลไม้",
    "เก็บผลไม้",
    "ขายทุเรียน",
    "ตัดทุเรียน",
    "ได้ปันผล",
    "เงินเดือนออก",
  ],
];
const seasons = ["หน้ายาง", "หน้าฝน", "หน้าแล้ง", "หน้าร้อน", "หน้านา", "หน้าเกี่ยว", "หน้าผลไม้", "หน้าทุเรียน", "ฤดูฝน", "ฤดูเก็บเกี่ยว"];
const feasts = [
  ...[
    "วันพระ",
    "วันโกน",
    "วันออกพรรษา",
    "ออกพรรษา",
    "วันเข้าพรรษา",
    "เข้าพรรษา",
    "วันมาฆบูชา",
    "มาฆบูชา",
    "วันวิสาขบูชา",
    "วิสาขบูชา",
  ],
  ...[
    "วันอาสาฬหบูชา",
    "อาสาฬหบูชา",
    "ทอดกฐิน",
    "ลอยกระทง",
    "ตรุษจีน",
    "สงกรานต์",
    "ปีใหม่",
    "วันสารท",
    "วันสารทเดือนสิบ",
    "สารทเดือนสิบ",
    "บุญเดือนสิบ",
  ],
  ...["งานเดือนสิบ", "วันรับเปรต", "วันส่งเปรต", "วันชักพระ", "ชักพระ", "ลากพระ", "วันฮารีรายอ", "อีฎิ้ลฟิตริ", "อีดิลฟิตรี", "วันรายอ"],
  ...["รายอ", "เดือนบวช", "เดือนรอมฎอน", "รอมฎอน", "รอมดอน", "ถือศีลอด", "เมาลิด"],
];
const oneOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join("|");
const ordinary = new RegExp(
  `(?<!ทุก)(?:${oneOf([
    ...["เดือนหน้า", "เดือนถัดไป", "เดือนต่อไป", "เดือนก่อน", "เดือนที่แล้ว", "เดือนที่ผ่านมา", "งวดหน้า", "งวดถัดไป", "งวดต่อไป"],
    ...["รอบหน้า", "คราวหน้า", "ปีหน้า", "ปีก่อน", "ปีที่แล้ว", "ปีกลาย", "สัปดาห์หน้า", "สัปดาห์นี้", "สัปดาห์ก่อน", "สัปดาห์ที่แล้ว"],
    ...["วันก่อน", "วันหลัง", "next month", "last month", "next week", "last week", "this week", "next year", "last year"],
  ])})(?![a-z])`,
  "g",
);

/** "5 ค่ำ", "หลังกรีดยาง", "วันพระ", "เดือนสิบ", "เดือนหน้า", "เดือน ต.ค.": a day must be asked for. */
export const openPatterns: readonly DatePattern[] = [
  {
    pattern: new RegExp(
      `(?:วัน)?(?:ที่)? ?${smallNumber} ?ค่ำ(?: ?เดือน ?(?:อ้าย|ยี่|${smallNumber}))?|(?:ข้างขึ้น|ข้างแรม|จันทร์เพ็ญ)`,
      "g",
    ),
    said: () => unknownDay,
  },
  {
    pattern: new RegExp(
      `(?:หลังจาก|หลัง|ก่อน|ตอน|ช่วง|พอ|รอ|ถึง|after|before) ?(?:ที่|ได้|วัน)? ?(?:${oneOf([...harvest, ...seasons])}|harvest)`,
      "g",
    ),
    said: () => unknownDay,
  },
  { pattern: new RegExp(oneOf(seasons), "g"), said: () => unknownDay },
  { pattern: new RegExp(oneOf(feasts), "g"), said: () => unknownDay },
  { pattern: ordinary, said: () => unknownDay },
  {
    pattern: new RegExp(
      `(?<!เงิน)เดือน ?(?:ที่ ?)?(?:${monthName}|${smallNumber})(?: ?(?:ปี ?)?(?:\\d{4}|[5-9]\\d)(?![\\d.,:]))?`,
      "g",
    ),
    said: () => unknownDay,
  },
  {
    pattern: new RegExp(
      `(?<!\\d ?)${monthName} ?(?:ปี ?|พ\\.?ศ\\.? ?|ค\\.?ศ\\.? ?)?(?:(?:19|2[056])\\d\\d|[5-9]\\d)(?!\\d|[.,:]\\d| ?บาท)`,
      "g",
    ),
    said: () => unknownDay,
  },
];
