import type { messagingApi } from "@line/bot-sdk";
import type { ApprovalKind } from "../domain/approvals/two-officers";
import type { Payment } from "../domain/payments/payment";
import type { Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { quickPostback, quickSaying } from "./actions";
import { textMessage } from "./card";
import { distinctLabels, quickLabel } from "./labels";
import { speak, type Reader, type Speak } from "./speak";
import type { VoteKind } from "./vote-faces";
import type { GroupName } from "./views";

/** One request that waits for a second officer's word. */
export interface Matter {
  kind:
    | ApprovalKind
    | "rulesDraft"
    | "withdrawal"
    | "transfer"
    | "case"
    | "count"
    | "keeper"
    | "ballot"
    | "sitting"
    | "guaranteeEntry";
  group: GroupName;
  /** Whose passbook it is about; null where it is about none. */
  member: MemberName | null;
  /** The payment that is asked for; null where none is. */
  payment: Payment | null;
  /** The number of the receipt that is to be put right; null where none is. */
  receipt: string | null;
  /** Who is to help; null where nobody is. */
  helper: MemberName | null;
  /** What a committee votes on, how people name it, and its satang; left out where it is no vote. */
  vote?: { kind: VoteKind; label: string; amount: Satang | null };
  /** The number of the resolution behind changed rules. */
  resolution?: string;
  /** Satang of a transfer that waits to be compared with the bank passbook. */
  transferred?: Satang;
  /** Satang of a difference that is to be settled. */
  difference?: Satang;
  /** Postback data that shows its card. */
  data: string;
}

/** LINE shows 13 quick replies; more than so many matters are not shown at once. */
export const mattersAtOnce = 12;

/** What a typed อนุมัติ or ยกเลิก gets: it never acts; what is open is listed, a quick reply each, no two of them alike. */
export function openMatters(reader: Reader, view: { matters: readonly Matter[] }): messagingApi.TextMessage {
  const say = speak(reader);
  const shown = view.matters.slice(0, mattersAtOnce);
  if (shown.length === 0) return textMessage(say.t("help.nothingOpen"), [quickSaying(say, "help")]);
  const hasSeveralGroups = new Set(shown.map(({ group }) => group.name.th)).size > 1;
  const lines = shown.map((matter, index) => {
    const line = `${index + 1}. ${matterLine(say, matter)}`;
    return hasSeveralGroups ? `${line} · ${say.group(matter.group)}` : line;
  });
  const labels = distinctLabels(
    shown.map((matter) => labelsOf(say, matter)),
    { shape: quickLabel, fits: () => true },
  );
  return textMessage(
    [say.t("help.openMatters"), ...lines].join("\n"),
    shown.map(({ data }, index) => quickPostback(data, labels[index] ?? "")),
  );
}

function matterLine(say: Speak, matter: Matter): string {
  const { kind, member, receipt, helper, payment, transferred, difference, resolution = "" } = matter;
  if (kind === "ballot") return voteLine(say, matter);
  const amount = payment?.amount ?? transferred ?? difference;
  const whose = member ? say.member(member) : kind === "case" ? say.t("cases.nameless") : "";
  const what = payment ? [say.t(`payments.kinds.${payment.kind}`), payment.purpose, whose] : [];
  return say.t(`questions.matters.${kind}`, {
    receipt: receipt ?? "",
    member: whose,
    resolution,
    helper: helper ? say.member(helper) : "",
    amount: amount === undefined ? "" : say.money(amount),
    what: what.filter((part) => part !== null && part !== "").join(" "),
  });
}

function voteLine(say: Speak, { vote, member }: Matter): string {
  if (!vote) return "";
  const amount = vote.amount === null ? "" : say.money(vote.amount);
  return say.t(`votes.${vote.kind}.waiting`, { label: vote.label, member: member ? say.member(member) : "", amount });
}

/** What tells matters apart stands first, since the end of a label is cut: the receipt, else whose it is, else her number or the helper's. */
function labelsOf(say: Speak, matter: Matter): string[] {
  const { kind, group, member, receipt, helper, payment, transferred, difference, vote, resolution = "" } = matter;
  if (difference !== undefined) return [say.t("questions.matterLabels.difference", { sum: say.digits(difference) })];
  if (kind === "ballot" && vote)
    return [say.t(`votes.${vote.kind}.tag`, { ...vote, sum: vote.amount === null ? "" : say.digits(vote.amount) })];
  const name = member ? say.nickname(member) : "";
  if (kind === "guaranteeEntry")
    return [name, member?.memberNo ?? ""].map((who) =>
      say.t("questions.matterLabels.guaranteeEntry", { member: who, resolution }),
    );
  if (member && transferred !== undefined)
    return [name, member.memberNo].map((who) =>
      say.t("questions.matterLabels.transfer", { who, sum: say.digits(transferred) }),
    );
  if (payment) {
    const sum = say.digits(payment.amount);
    return [`${sum} ${name || say.t(`payments.kinds.${payment.kind}`)}`, `${member?.memberNo ?? ""} ${sum}`.trim()];
  }
  if (kind === "case") return [say.t("questions.matterLabels.case", { member: name || say.t("cases.nameless") })];
  if (
    kind === "count" ||
    kind === "keeper" ||
    kind === "sitting" ||
    kind === "officers" ||
    kind === "office-cash" ||
    kind === "payment-details" ||
    kind === "parallel-run" ||
    kind === "go-live"
  )
    return [say.t(`questions.matterLabels.${kind}`, { resolution })];
  if (!member) return [say.t("questions.matterLabels.rules", { resolution })];
  if (receipt !== null) return [`${receipt} ${name}`, `${receipt} ${say.group(group)}`];
  const word =
    kind === "helper" || kind === "pledge" || kind === "set-off" || kind === "loan-change" || kind === "guarantee"
      ? kind
      : "link";
  const what = say.t(`questions.matterLabels.${word}`, { member: name });
  return [what, ...(helper ? [`${helper.memberNo} ${what}`] : []), `${member.memberNo} ${what}`];
}
