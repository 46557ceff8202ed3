import type { Passbook } from "../app/people/actor";
import { memberName } from "../domain/people";
import { readPassbookSaid } from "../understanding/passbook-said";
import { matchPeople } from "../understanding/people";
import type { Whose } from "../understanding/transfer-shares";

/** Whom these words mean, depends on who says them: the passbook is asked for, whatever its holder is called. */
const kin =
  /^(?:แม่|พ่อ|ลูก|หลาน|ยาย|ตา|ย่า|ปู่|แฟน|สามี|ผัว|ภรรยา|เมีย|พี่|น้อง|ป้า|ลุง|น้า|อา|เขา|mother|father|mom|dad|son|daughter|wife|husband)/;

/** The passbooks of a phone that words about their holder may mean. */
export function passbooksMeant(whose: Whose, passbooks: readonly Passbook[]): Passbook[] {
  if (whose.by === "self") return passbooks.filter(({ via }) => via === "own");
  if (whose.by === "words" && kin.test(whose.words)) return [];
  const words = whose.by === "number" ? whose.memberNo : whose.words;
  const named = passbooks.map((passbook) => ({ ...memberName(passbook.member), passbook }));
  return matchPeople(words, named).map(({ passbook }) => passbook);
}

/** The one passbook that an answer to "whose?" names; null where it names none, or several. */
export function passbookSaid(text: string, passbooks: readonly Passbook[]): Passbook | null {
  const [one, other] = passbooksMeant(readPassbookSaid(text), passbooks);
  return one && !other ? one : null;
}
