import type { Phrasing } from "../command-names";

/** What officers and members say about money and membership beside the desk's own lines. */
export const moneyPhrases: readonly Phrasing[] = [
  {
    command: "member.admit",
    says: ["รับสมาชิก", "รับสมาชิกใหม่", "รับเป็นสมาชิก", "admit member"],
    opens: ["รับสมาชิกใหม่", "รับเป็นสมาชิก", "รับสมาชิก", "admit member", "admit"],
  },
  {
    command: "incoming.record",
    says: ["รับเงินไม่ทราบเจ้าของ", "ดอกเบี้ยธนาคาร", "เงินอุดหนุน", "รับเงินอุดหนุน", "bank interest", "grant"],
    opens: ["รับเงินไม่ทราบเจ้าของ", "ดอกเบี้ยธนาคาร", "รับเงินอุดหนุน", "เงินอุดหนุน", "bank interest"],
  },
  {
    command: "pledge.change",
    says: ["เปลี่ยนสัจจะ", "ขอเปลี่ยนสัจจะ", "เปลี่ยนเงินสัจจะ", "เพิ่มสัจจะ", "ลดสัจจะ", "change pledge", "change my pledge"],
    opens: ["ขอเปลี่ยนสัจจะ", "เปลี่ยนสัจจะ", "change pledge"],
  },
  {
    command: "suspense.list",
    says: [
      ...["เงินรอเจ้าของ", "เงินไม่ทราบเจ้าของ", "เงินไม่รู้เจ้าของ", "เงินที่ยังไม่รู้เจ้าของ", "ดูเงินรอเจ้าของ"],
      ...["money without owner", "suspense"],
    ],
  },
];
