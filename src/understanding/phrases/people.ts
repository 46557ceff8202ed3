import type { Phrasing } from "../command-names";
import { complaintWords } from "../complaints";
import { helpTopicSayings } from "../help-topic";

/** Complaints and missing money, in whatever words: they must reach a person before anything else is read in them. */
export const complaintPhrases: readonly Phrasing[] = [{ command: "person.talk", says: [], holds: complaintWords }];

/** Help, people, privacy, one's link and settings. */
export const peoplePhrases: readonly Phrasing[] = [
  {
    command: "person.talk",
    says: [
      ...[
        "ถาม-คุยกับคน",
        "คุยกับคน",
        "คุยกับกรรมการ",
        "ขอคุยกับคน",
        "อยากคุยกับคน",
        "พูดกับคน",
        "ติดต่อ",
        "ติดต่อกรรมการ",
        "กรรมการ",
        "ติดต่อเจ้าหน้าที่",
        "ขอเบอร์",
      ],
      ...[
        "เบอร์โทร",
        "ขอเบอร์ประธาน",
        "ร้องเรียน",
        "เงินหาย",
        "ยอดไม่ตรง",
        "ask a person",
        "talk to a person",
        "contact",
        "complaint",
      ],
    ],
    holds: [...["คุยกับคน", "พูดกับคน", "ช่วยคุยกับคน", "ติดต่อ", "โทรหา", "เบอร์โทร", "เบอร์ประธาน", "เบอร์เหรัญญิก", "talk to"]],
  },
  {
    command: "case.missing",
    says: [
      ...["ส่งแล้วแต่ไม่ขึ้น", "ส่งแล้วไม่ขึ้น", "ส่งเงินแล้วแต่ไม่ขึ้น", "ส่งสัจจะแล้วแต่ไม่ขึ้น", "ส่งแล้วยอดไม่ขึ้น", "จ่ายแล้วแต่ไม่ขึ้น"],
      ...["paid but not recorded", "i paid but it is not there"],
    ],
    holds: [
      ...["ส่งแล้วแต่ไม่", "ส่งแล้วไม่ขึ้น", "ส่งแล้วไม่เข้า", "ส่งเงินแล้วไม่", "ส่งสัจจะแล้วไม่", "จ่ายแล้วไม่", "จ่ายแล้วแต่ไม่", "จ่ายเงินแล้วไม่"],
    ],
  },
  {
    command: "case.anonymous",
    says: ["ไม่บอกชื่อ", "แจ้งโดยไม่บอกชื่อ", "ร้องเรียนโดยไม่บอกชื่อ", "แจ้งไม่บอกชื่อ", "without my name", "anonymous tip"],
  },
  {
    command: "case.taken-over",
    says: ["มีคนเปิดสมุดฉัน", "มีคนเปิดสมุดของฉัน", "มีคนเอาสมุดฉันไป", "somebody opened my passbook"],
    opens: ["มีคนเปิดสมุดฉัน", "มีคนเปิดสมุดของฉัน", "มีคนเปิดสมุดผม", "มีคนเอาสมุดฉันไป", "somebody opened my passbook"],
  },
  {
    command: "case.list",
    says: [
      ...["เรื่องที่แจ้ง", "เรื่องที่แจ้งไว้", "ดูเรื่องที่แจ้ง", "เรื่องรอตรวจ", "เรื่องถึงไหนแล้ว", "ที่แจ้งไว้ถึงไหนแล้ว"],
      ...["เรื่องที่แจ้งถึงไหนแล้ว", "เรื่องร้องเรียนถึงไหนแล้ว", "my cases", "cases"],
    ],
  },
  {
    command: "callback.request",
    says: [
      "ฝากชื่อ",
      "ฝากชื่อให้โทรกลับ",
      "ฝากชื่อให้กรรมการโทรกลับ",
      "ขอให้โทรกลับ",
      "ฝากให้โทรกลับ",
      "ช่วยโทรกลับ",
      "โทรกลับ",
      "call me back",
    ],
  },
  {
    command: "help",
    says: [
      ...[
        "ช่วยเหลือ",
        "ช่วย",
        "วิธีใช้",
        "ใช้ยังไง",
        "ใช้ไม่เป็น",
        "ทำอะไรได้บ้าง",
        "งง",
        "งงมาก",
        "ไม่เข้าใจ",
        "สอนหน่อย",
        "บอทโง่",
        "โง่",
      ],
      ...["help", "how to use", "what can you do", "i don't understand", "?"],
      ...helpTopicSayings,
    ],
    holds: ["ทำอะไรได้บ้าง", "ใช้ไม่เป็น", "ใช้ยังไง", "วิธีใช้", "บอทโง่", "what can you do"],
  },
  { command: "menu", says: ["เมนู", "ขอเมนู", "ดูเมนู", "หน้าแรก", "menu", "home"] },
  {
    command: "language",
    says: [
      ...[
        "ภาษา",
        "เปลี่ยนภาษา",
        "ภาษาไทย",
        "ไทย",
        "ภาษาอังกฤษ",
        "อังกฤษ",
        "language",
        "english",
        "thai",
        "change language",
      ],
    ],
    holds: ["เปลี่ยนภาษา", "change language", "speak english"],
  },
  {
    command: "stop",
    says: [
      ...["หยุดส่งข้อความ", "หยุดส่ง", "ไม่ต้องส่งข้อความ", "อย่าส่งข้อความ", "เลิกส่งข้อความ", "หยุดข้อความ"],
      ...["stop", "stop messages", "unsubscribe"],
    ],
  },
  {
    command: "stop.undo",
    says: [
      ...["เริ่มส่งข้อความ", "เริ่มส่งข้อความอีกครั้ง", "ส่งข้อความได้แล้ว", "ส่งข้อความตามเดิม", "ส่งข้อความอีกครั้ง"],
      ...["รับข้อความ", "รับข้อความอีกครั้ง", "รับข้อความตามเดิม", "ขอรับข้อความ"],
      ...["start messages", "resume messages", "send messages again", "subscribe"],
    ],
  },
  {
    command: "privacy",
    says: [
      ...["ใครดูข้อมูลเราได้", "ใครดูข้อมูลได้บ้าง", "ใครเห็นข้อมูล", "ใครเห็นข้อมูลฉันบ้าง", "ข้อมูลส่วนตัว", "ความเป็นส่วนตัว"],
      ...["privacy", "who sees my data", "my data"],
    ],
    holds: ["ใครดูข้อมูล", "ใครเห็นข้อมูล", "ใครเห็นยอด", "ข้อมูลส่วนตัว", "who sees", "privacy"],
  },
  {
    command: "why",
    says: [
      ...["ทำไมได้ข้อความนี้", "ทำไมส่งข้อความมา", "ทำไมส่งมา", "ข้อความนี้คืออะไร", "why this message", "why did i get this"],
    ],
    holds: ["ทำไมได้ข้อความ", "ทำไมส่งข้อความ", "why this message"],
  },
  {
    command: "consent.give",
    says: ["ยินยอม", "ตกลงให้ใช้ข้อมูล", "ยินยอมให้ใช้ข้อมูล", "i agree", "agree", "i consent", "consent"],
  },
  {
    command: "consent.decline",
    says: ["ยังไม่ตกลง", "ไม่ตกลง", "ยังไม่ยินยอม", "ไม่ยินยอม", "not now", "i do not agree", "i don't agree", "disagree"],
  },
  {
    command: "link.make-code",
    says: ["ขอรหัส", "ทำรหัส", "ออกรหัส", "ขอรหัสผูกสมุด", "ทำรหัสผูกสมุด", "link code", "make code", "code for"],
    opens: [
      "ขอรหัสผูกสมุดให้",
      "ทำรหัสผูกสมุดให้",
      "ขอรหัสผูกสมุด",
      "ทำรหัสผูกสมุด",
      "ขอรหัสให้",
      "ทำรหัสให้",
      "ขอรหัส",
      "ทำรหัส",
      "ออกรหัส",
    ].concat(["link code for", "link code", "make code for", "make code", "code for"]),
  },
  {
    command: "link.end",
    says: [
      ...[
        "เลิกผูก",
        "ยกเลิกผูก",
        "เลิกผูกไลน์",
        "เลิกผูกสมุด",
        "เลิกผูกสมุดกับไลน์",
        "ยกเลิกผูกสมุด",
        "ยกเลิกผูกไลน์",
        "ยกเลิกการผูกไลน์",
        "ถอนไลน์ออก",
      ],
      ...["ลบข้อมูลไลน์ออก", "ลบไลน์ออก", "unlink", "remove my line"],
    ],
  },
  {
    command: "link.lock",
    says: [
      ...["ล็อก", "ล็อค", "ล็อกไลน์", "ล็อคไลน์", "ล็อกสมุด", "ล็อคสมุด", "ล็อกบัญชี", "ล็อคบัญชี", "โทรศัพท์หาย", "มือถือหาย"],
      ...["lock", "lock my passbook", "lost my phone"],
    ],
  },
  {
    command: "link.unlock",
    says: ["ปลดล็อก", "ปลดล็อค", "ปลดล็อกไลน์", "ปลดล็อคไลน์", "unlock"],
    opens: ["ปลดล็อกไลน์", "ปลดล็อคไลน์", "ปลดล็อก", "ปลดล็อค", "unlock"],
  },
  {
    command: "helper.record",
    says: [
      ...["ผู้ช่วย", "ตั้งผู้ช่วย", "เพิ่มผู้ช่วย", "บันทึกผู้ช่วย", "ผู้ช่วยดูสมุด", "ตั้งผู้ช่วยดูสมุด"],
      ...["helper", "add helper", "add a helper", "record helper"],
    ],
    opens: ["ตั้งผู้ช่วย", "เพิ่มผู้ช่วย", "บันทึกผู้ช่วย", "ผู้ช่วย ", "add helper", "record helper", "helper of", "helper for"],
  },
  {
    command: "helper.end",
    says: [
      ...["ยกเลิกผู้ช่วย", "เลิกผู้ช่วย", "ถอนผู้ช่วย", "ถอดผู้ช่วย", "ลบผู้ช่วย", "ไม่เอาผู้ช่วยแล้ว", "เลิกให้ผู้ช่วยดูสมุด"],
      ...["remove helper", "cancel helper", "end helper", "remove my helper"],
    ],
    opens: [
      ...["ยกเลิกผู้ช่วย", "เลิกผู้ช่วย", "ถอนผู้ช่วย", "ถอดผู้ช่วย", "ลบผู้ช่วย"],
      ...["remove helper", "cancel helper", "end helper"],
    ],
  },
  {
    command: "helper.leave",
    says: [
      ...[
        "เลิกเป็นผู้ช่วย",
        "ขอเลิกเป็นผู้ช่วย",
        "ไม่เป็นผู้ช่วยแล้ว",
        "ไม่อยากเป็นผู้ช่วยแล้ว",
        "ลาออกจากผู้ช่วย",
        "เลิกช่วยดูสมุด",
        "ไม่ช่วยดูสมุดแล้ว",
      ],
      ...["stop helping", "stop being a helper", "i do not want to help any more", "resign as helper"],
    ],
  },
  {
    command: "chat.code",
    says: [
      ...["ผูกกลุ่มไลน์", "ผูกแชทกลุ่ม", "ผูกไลน์กลุ่ม", "รหัสผูกแชทกลุ่ม", "รหัสกลุ่ม", "รหัสแชทกลุ่ม", "รหัสกลุ่มไลน์"],
      ...["ขอรหัสกลุ่ม", "ขอรหัสแชทกลุ่ม", "ขอรหัสกลุ่มไลน์", "ขอรหัสไลน์กลุ่ม", "ขอรหัสผูกแชทกลุ่ม", "ทำรหัสกลุ่ม"],
      ...["bind group chat", "group chat code", "group code"],
    ],
  },
];

/** Greetings and thanks; tried last, because they often come with a question. */
export const smalltalkPhrases: readonly Phrasing[] = [
  {
    command: "smalltalk",
    says: [
      ...[
        "สวัสดี",
        "หวัดดี",
        "ดี",
        "ดีครับ",
        "ดีค่ะ",
        "ขอบคุณ",
        "ขอบใจ",
        "ขอบคุณมาก",
        "สวัสดีตอนเช้า",
        "อรุณสวัสดิ์",
        "โอเค",
        "รับทราบ",
        "ได้",
      ],
      ...["hello", "hi", "good morning", "thanks", "thank you", "ok", "okay"],
    ],
    opens: ["สวัสดีวัน", "สวัสดีตอน", "สวัสดีปีใหม่"],
    holds: ["สวัสดีวัน", "ขอบคุณ", "ขอบใจ", "thank you"],
  },
];
