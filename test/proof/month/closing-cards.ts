import { account } from "../../../src/domain/ledger/accounts";
import type { EntryRow } from "../../../src/storage/journal";
import { missingBaht } from "./closing";
import { balancesOf, daySumsOf, movedBy } from "./ledger-sums";

/** What the shipped rules let the treasurer keep overnight, in satang. */
const keptOvernight = 5_000_00;

/** The figures of a card about the whole group, in satang and in their order; told by what stands on it. */
export interface WholeCard {
  says: RegExp;
  figures: number[];
  /** It need not come: it is asked only where one counter is ahead of the other. */
  mayMiss?: true;
}

const added = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

/** What the receipts and vouchers come to that were given before the working day opened and still hold; nothing where there are none. */
function betweenFigures(entries: readonly EntryRow[]): number[] {
  const dayId = entries.find(({ kind }) => kind === "day.closed")?.dayId;
  const takenBack = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  const numbered = entries.filter((entry) => entry.dayId !== dayId && entry.receipt);
  return numbered.length > 0 ? [added(numbered.filter(({ _id }) => !takenBack.has(_id)).map(movedBy))] : [];
}

/** The cards of the closing: what each must show is counted from the entries alone. */
export function closingCards(entries: readonly EntryRow[]): WholeCard[] {
  const balances = balancesOf(entries);
  const of = (code: (typeof account)[keyof typeof account]) => balances.get(code) ?? 0;
  const [cash, bank, lent] = [of(account.cash), of(account.bank), of(account.loans)];
  const missing = missingBaht * 100;
  const above = cash - keptOvernight;
  const day = daySumsOf(entries);
  const paid = day.paid.map(({ amount }) => amount);
  const paidOut = added(paid);
  // Beside so many purposes a card names one kind of what left, and the others together.
  const [first = 0, ...others] = paid;
  const left = paid.length > 2 ? [first, added(others)] : paid;
  const received = [day.received, day.pledge, day.special, day.principal, day.interest];
  const totals = [...received, ...left];
  const between = betweenFigures(entries);
  const inTheMorning = cash + missing + paidOut - day.received;
  return [
    { says: /^เงินของกลุ่มทั้งหมด$/m, figures: [cash + bank + lent, lent, bank, cash, missing] },
    { says: /รหัสปิดวัน เขียน/, figures: [cash, bank, missing, missing, above] },
    {
      says: /^สรุปวันทำการ/m,
      figures: [
        // Beside what stands between two days it has no room to name what left.
        ...(between.length > 0 ? received : totals),
        ...[inTheMorning, day.received, paidOut, missing, cash],
        ...between,
        ...day.corrections.map(movedBy),
      ],
    },
    { says: /^ปิดวันทำการ .*\nรับรวม[^]*นับเงินสดได้/m, figures: [...totals, cash, missing] },
    { says: /^นับครบแล้ว\nเงินสดในกล่อง/m, figures: [cash, missing] },
    { says: /^ปิดวันทำการ .*\nรับรวม/m, figures: totals },
    { says: /^ยอดที่นับไม่ตรงกับบัญชี/m, figures: [missing, cash, cash + missing] },
    { says: /^นับเงินสดก่อนปิดวัน\nคุณนับได้|^ใครเก็บเงินสด$/m, figures: [cash] },
    { says: /^อ่านสมุดธนาคาร\nคุณอ่านได้/m, figures: [bank] },
    { says: /^ตอนนี้ถึงรอบของ สมุดธนาคาร/, figures: [bank], mayMiss: true },
    { says: /^เกินที่ระเบียบให้เก็บ/m, figures: [above, keptOvernight, cash] },
    { says: /^เงินสดที่นับได้/, figures: [cash, keptOvernight], mayMiss: true },
  ];
}
