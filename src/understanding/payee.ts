import type { Office } from "../domain/groups/offices";
import { officeTitles } from "./accused";
import { normalise } from "./normalise";
import { selfWords } from "./transfer-shares";

/** Whether the receiver of a payment is the writer herself: "ตัวเอง", "ฉัน". */
export function isPaidToSelf(payee: string): boolean {
  return selfWords.includes(normalise(payee));
}

/** The officers whom the receiver's words begin to name by position: "เหรัญญิก", "ประธานกลุ่ม". Their member numbers. */
export function officersPaid(payee: string, officers: readonly Office[]): string[] {
  const said = normalise(payee);
  const isMeant = ({ committee, position }: Office): boolean =>
    committee === "executive" && officeTitles[position]?.exec(said)?.index === 0;
  return [...new Set(officers.filter(isMeant).map(({ memberNo }) => memberNo))];
}
