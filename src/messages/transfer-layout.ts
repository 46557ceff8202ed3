import type { LocalDate } from "../domain/dates";
import type { PhotoId } from "../domain/ids";
import type { Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, type Buttons } from "./actions";
import type { Badge } from "./badges";
import { nameRow, purposeText, row, shortRowsText, type Row } from "./rows";
import type { Speak } from "./speak";
import type { DepositSum, GroupName } from "./views";

/** What a member transferred, and for what. */
export interface TransferSums {
  group: GroupName;
  member: MemberName;
  split: DepositSum[];
  /** What of the same transfer is for other passbooks; left out: nothing. */
  also?: { member: MemberName; split: DepositSum[] }[];
  total: Satang;
}

/** An earlier notice that is like this one, and how; nothing of it but its day where it was in another group. */
export interface SeenNotice {
  how: ("image" | "picture" | "reference" | "sum")[];
  sentAt: Date;
  told: {
    member: MemberName;
    total: Satang;
    state: "waiting" | "confirmed" | "refused";
    receipt: string | null;
  } | null;
}

/** A notice that was sent. */
export interface TransferView extends TransferSums {
  /** Who sent it for her; null where she did herself. */
  sender: MemberName | null;
  on: LocalDate;
  time: string | null;
  reference: string | null;
  photoId: PhotoId | null;
  /** How many passbooks share the transfer, all of it, and what became of the other parts; null where it is of this one alone. */
  partOf: { parts: number; total: Satang; confirmed: Satang; refused: Satang } | null;
  sentAt: Date;
  seenBefore: SeenNotice[];
  state: "waiting" | "confirmed" | "refused";
  daysToAnswer: number;
  daysOverdue: number;
  /** Who was asked last to look at it, because it waited too long; null: nobody. */
  nudged: { who: "confirmers" | "chair"; at: Date } | null;
  decidedBy: OfficerName | null;
  decidedAt: Date | null;
  reason: string | null;
  paid: { receipt: string; checkCode: string } | null;
}

/** What is told besides the sums: the day, its time, the bank's number, the slip. */
export type TransferTold = TransferSums & Pick<TransferView, "on" | "time" | "reference"> & { hasSlip: boolean };

/** What stands around the sums of a card. */
interface Around {
  title: string;
  badge?: Badge;
  rows?: Row[];
  account?: string[];
  warnings?: string[];
  /** A warning takes the place of the words, which the receipt has. */
  isWordless?: boolean;
  notes: string[];
  buttons?: Buttons;
}

/** With more sums than this they stand in one line, so that the card stays on one screen. */
const rowsOfSums = 2;

/** The layout of every card about a transfer. */
export function transferLayout(say: Speak, view: TransferSums, around: Around): object {
  const { split, group, also = [] } = view;
  const sums = split.map((part) => row(purposeText(say, group, part), say.money(part.amount)));
  const isShort = split.length <= rowsOfSums && also.length === 0;
  const account = around.account ?? [];
  return {
    group: say.group(group),
    title: around.title,
    badge: around.badge ?? null,
    amount: say.money(view.total),
    words: around.isWordless ? null : say.words(view.total),
    rows: [
      ...(also.length > 0 ? [] : [nameRow(say.t("transfers.rows.member"), say.member(view.member))]),
      ...(isShort ? sums : []),
      ...(around.rows ?? []),
    ],
    account: account.length > 0 ? account.map((text) => ({ text })) : null,
    warnings: (around.warnings ?? []).map((text) => ({ text })),
    notes: [...partNotes(say, view), ...around.notes].map((text) => ({ text })),
    buttons: around.buttons ?? buttons(null),
  };
}

/** Sums that have no row each: many of one passbook in a line, those of several in a line a passbook. */
function partNotes(say: Speak, { group, member, split, also = [] }: TransferSums): string[] {
  if (also.length === 0) return split.length <= rowsOfSums ? [] : [shortRowsText(say, group, split)];
  const lines = [{ member, split }, ...also].map((part) => {
    return `${part.member.memberNo} ${say.nickname(part.member)}: ${shortRowsText(say, group, part.split)}`;
  });
  return [lines.join("\n")];
}

/** What stands at the bank, where it is more than this passbook's part. */
export function togetherNotes(say: Speak, { partOf }: Pick<TransferView, "partOf">): string[] {
  if (!partOf) return [];
  const { total, parts, confirmed, refused } = partOf;
  const became = [
    ...(confirmed > 0 ? [say.t("transfers.together.confirmed", { amount: say.money(confirmed) })] : []),
    ...(refused > 0 ? [say.t("transfers.together.refused", { amount: say.money(refused) })] : []),
  ];
  const all = say.t("transfers.together.all", { amount: say.money(total), parts });
  return [[all, ...(became.length > 0 ? became : [say.t("transfers.together.slip")])].join(" · ")];
}

/** Who sent it, where that is another than whose passbook it is. */
export function senderRows(say: Speak, { sender }: Pick<TransferView, "sender">): Row[] {
  return sender ? [nameRow(say.t("transfers.rows.sender"), say.member(sender))] : [];
}

/** When it was transferred, and what proves it. */
export function toldRows(say: Speak, { on, time, reference, hasSlip }: Omit<TransferTold, keyof TransferSums>): Row[] {
  const when = time === null ? say.shortDay(on) : `${say.shortDay(on)} ${say.time(time)}`;
  const slip = say.t(hasSlip ? "transfers.rows.withSlip" : "transfers.rows.withoutSlip");
  return [
    row(say.t("transfers.rows.on"), when),
    ...(reference === null
      ? [row(say.t("transfers.rows.slip"), slip)]
      : [row(say.t("transfers.rows.reference"), reference)]),
  ];
}
