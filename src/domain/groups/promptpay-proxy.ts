/** How PromptPay names a receiver: a telephone, an identity or tax number, an electronic wallet. */
export interface PromptPayProxy {
  type: "MSISDN" | "NATID" | "EWALLETID";
  /** Digits alone; a telephone as people dial it here, from 0 on. */
  target: string;
}

const shapes: readonly { type: PromptPayProxy["type"]; digits: RegExp }[] = [
  { type: "MSISDN", digits: /^0\d{9}$/ },
  { type: "NATID", digits: /^\d{13}$/ },
  { type: "EWALLETID", digits: /^\d{15}$/ },
];

/** The receiver that a group's PromptPay number names; null where it is none that a code can name (EMVCo tag 29 of the Bank of Thailand). */
export function promptPayProxy(value: string): PromptPayProxy | null {
  const target = value.replaceAll(/[\s-]/g, "");
  const shape = shapes.find(({ digits }) => digits.test(target));
  return shape ? { type: shape.type, target } : null;
}
