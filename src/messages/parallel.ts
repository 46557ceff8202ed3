import type { messagingApi } from "@line/bot-sdk";
import type { LocalDate } from "../domain/dates";
import { satang } from "../domain/money";
import { gapOf } from "../domain/parallel-run/parallel-run";
import type { PassbookGap } from "../domain/reports/views";
import { quickPostback, quickSaying, quickText } from "./actions";
import { textMessage } from "./card";
import { twoOfficerCards } from "./office-cards";
import { row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A turn of the months beside paper: their beginning, or going live. */
export interface TurnPlanView {
  group: GroupName;
  closings: number;
  closed: number;
  /** The working days that count, one a month. */
  days: LocalDate[];
  explained: number;
  /** The passbooks that differ. */
  differences: PassbookGap[];
}

/** The cards of beginning with paper beside us. */
export const parallelCards = twoOfficerCards<TurnPlanView>({
  area: "parallel",
  rows: (say, { closings }) => [row(say.t("parallel.rows.closings"), say.t("parallel.count", { count: closings }))],
});

/** The cards of going live: put by the chair, signed by an auditor. */
export const goLiveCards = twoOfficerCards<TurnPlanView>({
  area: "goLive",
  notes: (say, { days }) =>
    days.length > 0 ? [say.t("goLive.days", { days: days.map((on) => say.shortDay(on)).join(", ") })] : [],
  rows: (say, { closed, explained }) => [
    row(say.t("goLive.rows.closed"), say.t("parallel.count", { count: closed })),
    row(
      say.t("goLive.rows.differences"),
      explained === 0 ? say.t("goLive.none") : say.t("goLive.explained", { count: explained }),
    ),
  ],
});

/** Every passbook that differs, with both sums, the reason and her own word, for who is to sign; none where none does. */
export function gapsToSign(reader: Reader, view: Pick<TurnPlanView, "differences">): messagingApi.TextMessage[] {
  return view.differences.length > 0 ? [textMessage(differencesText(reader, view))] : [];
}

/** Tells a member that her group went live: what Sajja says counts. */
export function goLiveTold(
  reader: Reader,
  { group, on }: { group: GroupName; on: LocalDate },
): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage([say.group(group), say.t("goLive.told", { on: say.day(on) })].join("\n"), [
    quickSaying(say, "balance"),
  ]);
}

/** The months beside paper as officers see them. */
export interface ParallelView {
  group: GroupName;
  closed: number;
  closings: number;
  differences: PassbookGap[];
  /** Postback data by which this officer seconds a reason. */
  toSecond: { memberNo: string; data: string }[];
}

/** LINE shows 13 quick replies. */
const secondsShown = 12;

/** How far the months beside paper are, and every passbook that differs. */
export function parallelStatus(reader: Reader, view: ParallelView): messagingApi.TextMessage {
  const say = speak(reader);
  const { group, closed, closings, differences, toSecond } = view;
  const lines = [
    say.group(group),
    say.t("parallel.status", { closed, closings }),
    differencesText(reader, { differences }),
    say.t(differences.length > 0 ? "parallel.howToClear" : "parallel.howToTell"),
  ];
  const seconds = toSecond
    .slice(0, secondsShown)
    .map(({ memberNo, data }) => quickPostback(data, say.t("passbookGap.second", { memberNo })));
  return textMessage(lines.join("\n"), [...seconds, quickText(say.t("parallel.sayLive"))]);
}

/** The passbooks that differ from paper, a line each with the difference, and those that did and agree since: before a closing, and in its report. */
function differencesText(reader: Reader, { differences }: { differences: readonly PassbookGap[] }): string {
  const say = speak(reader);
  const agreed = differences.filter(isMended);
  const differ = differences.filter((one) => !isMended(one));
  const lines = (those: readonly PassbookGap[]) => those.map((one) => `• ${differenceLine(say, one)}`);
  return [
    differ.length > 0 ? say.t("parallel.differ", { count: differ.length }) : say.t("parallel.noneDiffer"),
    ...lines(differ),
    ...(agreed.length > 0 ? [say.t("passbookGap.mended", { count: agreed.length })] : []),
    ...lines(agreed),
  ].join("\n");
}

const isMended = ({ mended, standing }: PassbookGap): boolean =>
  mended !== null && (standing === "seconded" || standing === "agreed");

function differenceLine(say: Speak, one: PassbookGap): string {
  const { member, purpose, paper, booked, because, mended, standing } = one;
  const gap = gapOf({ paper, booked });
  const line = say.t(gap > 0 ? "parallel.more" : "parallel.less", {
    member: `${member.memberNo} ${say.nickname(member)}`,
    purpose: purpose === "special" ? `${say.t("common.shortPurposes.special")} ` : "",
    paper: say.digits(paper),
    booked: say.digits(booked),
    gap: say.money(satang(Math.abs(gap))),
  });
  if (standing === "open") return line;
  const full = because === null ? line : say.t("parallel.because", { line, because });
  const since =
    mended === null ? [] : [say.t("passbookGap.since", { by: say.officer(one.by), now: say.digits(mended) })];
  return [full, ...since, `(${say.t(`passbookGap.standing.${standing}`)})`].join(" ");
}

/** The passbooks that differ, as a closing's report tells them. */
export function paperAtClosing(reader: Reader, view: Pick<ParallelView, "differences">): messagingApi.TextMessage {
  return textMessage(differencesText(reader, view));
}

/** Asks before a closing which paper passbooks differ, with those that do so far. */
export function paperBeforeClosing(reader: Reader, view: Pick<ParallelView, "differences">): messagingApi.TextMessage {
  const say = speak(reader);
  const lines = [say.t("parallel.ask"), differencesText(reader, view), say.t("parallel.howToTell")];
  return textMessage(lines.join("\n"));
}

/** How a passbook that differs is told. */
export function askDifferenceLine(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("parallel.howToTell"));
}

/** That paper counts until a group goes live; null where it does not. */
export function besidePaperText(say: Speak, { besidePaper }: GroupName): string | null {
  return besidePaper ? say.t("parallel.paperCounts") : null;
}
