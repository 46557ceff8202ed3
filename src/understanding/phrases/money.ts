import type { Phrasing } from "../command-names";

/** What officers and members say about money and membership beside the desk's own lines. */
export const moneyPhrases: readonly Phrasing[] = [
  {
    command: "member.admit",
    says: ["รับสมาชิก", "รับสมาชิกใหม่", "รับเป็นสมาชิก", "admit member"],
    opens: ["รับสมาชิกใหม่", "รับเป็นสมาชิก", "รับสมาชิก", "admit member", "admit"],
  },
];
