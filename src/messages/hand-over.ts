import type { messagingApi } from "@line/bot-sdk";
import type { SignerRole } from "../domain/groups/hand-over";
import type { Satang } from "../domain/money";
import { satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { buttons, postback } from "./actions";
import { badge } from "./badges";
import { textMessage } from "./card";
import { cut, shortName } from "./labels";
import { officeCard } from "./office-cards";
import { nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A counted sum and how far it is from the books (negative: too little), in satang. */
export interface DifferenceView {
  counted: Satang;
  off: Satang;
}

/** What one person signed for, in satang. */
export interface SignedView {
  role: SignerRole;
  name: string;
  cash: Satang;
  bank: Satang;
  insteadBecause: string | null;
}

/** A hand-over as it stands. */
export interface HandOverView {
  group: GroupName;
  out: MemberName | null;
  taker: MemberName | null;
  signed: SignedView[];
  /** What was signed for and counts no more. */
  setAside: SignedView[];
  missing: SignerRole[];
  differ: boolean;
  result: { cash: DifferenceView; bank: DifferenceView } | null;
}

/** What somebody is about to sign for. */
export interface SignatureView {
  group: GroupName;
  role: SignerRole;
  counted: { cash: Satang; bank: Satang; insteadBecause: string | null };
  confirm: string;
  drop: string;
}

/** Before somebody signs: what she counted. How far it is from the books she learns when all have signed. */
export const signatureConfirmation = officeCard<SignatureView>(
  (say) => say.t("officers.signing.alt"),
  (say, view) => ({
    title: say.t("officers.signing.title"),
    lead: say.t(`officers.signing.${roleKey(view.role, view.counted.insteadBecause)}`),
    rows: countedRows(say, view.counted),
    notes: [...insteadNotes(say, view.counted.insteadBecause), say.t("officers.signing.note")],
    buttons: buttons(
      postback(view.confirm, say.t("officers.signing.confirm")),
      postback(view.drop, say.t("common.buttons.drop")),
    ),
  }),
);

/** How a hand-over stands: who signed for what, who is missing, and at its end what passed. */
export const handOverState = officeCard<HandOverView>(
  (say, view) => say.t(`officers.state.${stateOf(view)}.alt`),
  (say, view) => ({
    title: say.t("officers.state.title"),
    badge: badge(say, badgeOf[stateOf(view)], `officers.state.${stateOf(view)}.badge`),
    rows: [
      ...(view.out ? [nameRow(say.t("officers.rows.out"), say.member(view.out))] : []),
      ...(view.taker ? [nameRow(say.t("officers.rows.taker"), say.member(view.taker))] : []),
      ...(view.result ? differenceRows(say, view.result) : []),
    ],
    notes: [
      ...(view.result ? [] : view.signed.map((one) => signedText(say, one, view.differ))),
      ...asideNotes(say, view),
      ...view.signed.flatMap(({ insteadBecause }) => insteadNotes(say, insteadBecause)),
      ...(view.missing.length > 0 ? [say.t("officers.state.waitsFor", { who: rolesText(say, view.missing) })] : []),
      say.t(`officers.state.${stateOf(view)}.meaning`),
    ],
  }),
);

/** How the line of who counted is written. */
export function askHandOverLine(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("officers.handOverLine"));
}

const badgeOf = { waiting: "waiting", differ: "refused", done: "done" } as const;

function stateOf({ differ, result }: HandOverView): keyof typeof badgeOf {
  if (result) return "done";
  return differ ? "differ" : "waiting";
}

const roleKey = (role: SignerRole, insteadBecause: string | null) => (insteadBecause === null ? role : "instead");

function rolesText(say: Speak, roles: readonly SignerRole[]): string {
  return roles.map((role) => say.t(`officers.roles.${role}`)).join(", ");
}

/** Who signed; for what, once all have: nobody counts what another found. */
function signedText(say: Speak, signed: SignedView, withSums: boolean): string {
  const { role, name, cash, bank, insteadBecause } = signed;
  const values = { role: say.t(`officers.roles.${roleKey(role, insteadBecause)}`), name: shortName(name) };
  if (!withSums) return say.t("handOver.signed", values);
  return say.t("officers.state.signed", { ...values, cash: say.digits(cash), bank: say.digits(bank) });
}

/** So many signatures that count no more stand on the card, and beside the result; the chain has them all. */
const [asideShown, asideWithResult] = [2, 1];

/** What was signed for before and counts no more; its sums once all have signed. */
function asideNotes(say: Speak, { setAside, missing, result }: HandOverView): string[] {
  if (setAside.length === 0) return [];
  const most = result ? asideWithResult : asideShown;
  const shown = setAside.slice(-most).map((one) => signedText(say, one, missing.length === 0));
  const list = (setAside.length > most ? ["…", ...shown] : shown).join(" · ");
  return [say.t("handOver.setAside", { list })];
}

/** A reason longer than this is cut on a card; the record keeps it whole. */
const shownReason = 60;

function insteadNotes(say: Speak, because: string | null): string[] {
  return because === null ? [] : [say.t("officers.because", { because: cut(because, shownReason) })];
}

const countedRows = (say: Speak, { cash, bank }: { cash: Satang; bank: Satang }): Row[] => [
  row(say.t("officers.rows.cash"), say.money(cash)),
  row(say.t("officers.rows.bank"), say.money(bank)),
];

function differenceRows(say: Speak, { cash, bank }: { cash: DifferenceView; bank: DifferenceView }): Row[] {
  return [
    ...countedRows(say, { cash: cash.counted, bank: bank.counted }),
    ...differenceRow(say, "cashOff", cash.off),
    ...differenceRow(say, "bankOff", bank.off),
  ];
}

function differenceRow(say: Speak, key: "cashOff" | "bankOff", off: Satang): Row[] {
  if (off === 0) return [];
  const words = say.t(off < 0 ? "officers.tooLittle" : "officers.tooMuch", {
    amount: say.money(satang(Math.abs(off))),
  });
  return [row(say.t(`officers.rows.${key}`), words)];
}
