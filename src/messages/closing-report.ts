import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/closing/closing-report.json";
import { isAccountCode } from "../domain/ledger/accounts";
import { localDateOf, localTimeOf } from "../domain/dates";
import type { EarlierCount } from "../domain/closing/day-count";
import type { ClosingView, CountedView } from "../domain/closing/closing-view";
import { keeperDoubt, lacksKeeper } from "../domain/closing/keepers";
import { settledText } from "./differences-told";
import { satang, type Satang } from "../domain/money";
import { givenName, type OfficerName } from "../domain/people";
import { buttons, opening } from "./actions";
import { badge } from "./badges";
import { officeText } from "./between-days";
import { countedBoxText } from "./boxes";
import { card, textMessage } from "./card";
import type { DayView } from "./days";
import { cut, graphemeCount, shortName } from "./labels";
import { photoLink } from "./page-links";
import { nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";

/** A closed day as this card shows it. */
export interface ClosingReportView extends DayView {
  closing: ClosingView;
}

/** So many differences stand on the card. */
const shown = 2;
/** Graphemes of an officer's position and name beside others. */
const nameLength = 24;

/** How a day was closed: the closing code for the audit book, who counted what, who keeps the cash, and what one person did alone. */
export const closingReport = card<ClosingReportView>({
  name: "closing/closing-report",
  template,
  alt: (say, { day, closing }) => say.t("closing.report.alt", { on: say.day(day.on), code: closing.code }),
  layout: (say, view, reader) => {
    const { closing, day } = view;
    const { counted } = closing;
    return {
      group: say.group(view.group),
      title: say.t("closing.report.title", { on: say.day(day.on) }),
      badge: counted
        ? counted.differences.length > 0
          ? badge(say, "refused", "closing.report.countedOff")
          : badge(say, "done", "closing.report.counted")
        : badge(say, "refused", closing.setAside.length > 0 ? "closing.report.setAside" : "closing.report.notCounted"),
      code: closing.code,
      codeNote: say.t(reader.practice ? "closing.report.practiceCode" : "closing.report.writeCode"),
      rows: counted ? countedRows(say, counted) : [],
      difference: differencesText(say, closing),
      above: counted?.above ? aboveText(say, counted.above) : null,
      buttons: buttons(null, bankPageButton(say, counted)),
    };
  },
});

/** [ดูรูปสมุดธนาคาร]: its page shows the picture to who may read the books alone, and keeps each look. */
function bankPageButton(say: Speak, counted: CountedView | null): ReturnType<typeof opening> | null {
  const link = counted?.photoId ? photoLink(counted.photoId) : null;
  return link === null ? null : opening(say.t("closing.report.photo"), link);
}

function countedRows(say: Speak, counted: CountedView): Row[] {
  const { by, cash, keeper } = counted;
  return [
    row(say.t("closing.report.cash"), say.money(cash)),
    nameRow(say.t("closing.report.bank"), bankText(say, counted)),
    // Each of the two whom the report must name has a row for herself.
    ...by.map((officer, at) => nameRow(say.t(at === 0 ? "closing.report.by" : "counting.byToo"), say.officer(officer))),
    ...(keeper ? [nameRow(say.t("closing.report.keeper"), keeperText(say, counted))] : []),
    ...(lacksKeeper({ cash, keeper }) ? [row(say.t("closing.report.keeper"), say.t("closing.report.nobody"))] : []),
  ];
}

/** Who kept the cash, and that she has not said so herself. */
function keeperText(say: Speak, counted: CountedView): string {
  const name = shortName(say.officer(counted.keeper?.officer ?? null));
  return keeperDoubt(counted) === null ? name : say.t("keeping.row", { keeper: name });
}

function bankText(say: Speak, { bank, bankSkipped, absentBy, absentToo, photoId, photoSeenAt }: CountedView): string {
  if (bank !== null) {
    const balance = say.money(bank);
    if (photoSeenAt) return say.t("counting.oldPhoto", { balance, on: say.shortDay(localDateOf(photoSeenAt)) });
    return say.t(photoId === null ? "closing.report.noPhoto" : "closing.report.hasPhoto", { balance });
  }
  const skipped = say.t(`closing.report.bankSkipped.${bankSkipped ?? "unused"}`);
  if (absentToo) return say.t("keeping.saidByBoth", { what: skipped });
  return absentBy === null
    ? skipped
    : say.t("counting.saidBy", { what: skipped, officer: shortName(say.officer(absentBy)) });
}

/** Officers in a line, several by their given names, so that nobody's is cut away; each cut where she would take a line for herself. */
export function namesOf(say: Speak, officers: readonly (OfficerName | null)[]): string {
  const short = (officer: OfficerName | null): string => {
    const named = officer && officers.length > 1 ? { ...officer, name: givenName(officer.name) } : officer;
    const text = say.officer(named);
    // Of a long office her name is what tells her from others.
    return cut(named && graphemeCount(text) > nameLength ? named.name : text, nameLength, graphemeCount);
  };
  return officers.map(short).join(", ");
}

function differencesText(say: Speak, { counted, setAside, unsolved }: ClosingView): string | null {
  const open = unsolved.map(({ code, amount }) => {
    const account = isAccountCode(code) ? say.t(`accounts.${code}`) : code;
    return say.t("closing.report.unsolvedOne", { account, amount: say.money(amount) });
  });
  const lines = [
    asideText(say, counted?.earlier ?? setAside),
    differencesOfDay(say, counted?.differences ?? []),
    open.length > 0 ? say.t("closing.report.unsolved", { list: open.join(", ") }) : null,
  ].filter((line) => line !== null);
  return lines.length > 0 ? lines.join("\n") : null;
}

/** What the count of a day was off by, which went into the books; null where it tied. */
export function differencesOfDay(say: Speak, differences: CountedView["differences"]): string | null {
  if (differences.length === 0) return null;
  const list = differences.map(({ what, amount }) =>
    say.t(`closing.report.difference.${what}`, { amount: say.money(amount) }),
  );
  return say.t("closing.report.differences", { list: someOf(list) });
}

/** What was said at the counting and did not become the count, with how far it was from the books; null where nothing was. */
export function asideText(say: Speak, setAside: readonly EarlierCount[]): string | null {
  if (setAside.length === 0) return null;
  const list = setAside.map(({ what, counted, off }) => {
    const values = { amount: say.money(counted), off: say.money(satang(Math.abs(off))) };
    return say.t(`closing.report.aside.${what}`, {
      ...values,
      off: say.t(off < 0 ? "closing.report.short" : "closing.report.over", values),
    });
  });
  return say.t("closing.report.asideList", { list: someOf(list) });
}

const aboveText = (say: Speak, { amount, clause }: { amount: Satang; clause: string }): string =>
  say.t("closing.report.above", { amount: say.money(amount), clause });

/** Which paper was entered, what was counted at the door beside what was recorded, and everything that one person did alone; null where there is neither. */
export function closingRemarks(reader: Reader, view: ClosingReportView): messagingApi.TextMessage | null {
  const say = speak(reader);
  const alone = aloneLines(say, view);
  const lines = [
    ...view.closing.settled.map((one) => settledText(say, one)),
    ...view.offices.map((line) => officeText(say, line)),
    ...lookedLines(say, view),
    ...boxesLines(say, view),
    ...sheetLines(say, view),
    ...talliesLines(say, view),
    ...notTakenLines(say, view),
    ...(alone.length > 0 ? [say.t("closing.report.alone", { count: alone.length, list: alone.join(", ") })] : []),
  ];
  return lines.length > 0 ? textMessage(lines.join("\n")) : null;
}

/** Who of the two knew what the books say before she counted. */
function lookedLines(say: Speak, { closing: { counted } }: ClosingReportView): string[] {
  const looked = counted?.looked ?? [];
  if (looked.length === 0) return [];
  const list = looked.map(({ officer, at }) =>
    say.t("counting.lookedOne", { officer: shortName(say.officer(officer)), at: say.time(localTimeOf(at)) }),
  );
  return [say.t("counting.looked", { list: list.join(", ") })];
}

/** What was counted in each box, and what was off in it. */
function boxesLines(say: Speak, { closing: { counted } }: ClosingReportView): string[] {
  const boxes = counted?.boxes ?? [];
  if (boxes.length === 0) return [];
  const list = boxes.map((box) => countedBoxText(say, box));
  return [say.t("boxes.line", { list: list.join(" · ") })];
}

function sheetLines(say: Speak, { closing: { counted } }: ClosingReportView): string[] {
  if (!counted?.sheetOn) return [];
  return [say.t("sheets.report", { on: say.day(counted.sheetOn), sealed: say.money(counted.cash) })];
}

/** Who was named to keep the cash and had not got it. */
function notTakenLines(say: Speak, { closing: { counted } }: ClosingReportView): string[] {
  const notTaken = counted?.notTaken ?? [];
  if (notTaken.length === 0) return [];
  const list = notTaken.map(({ keeper, by }) =>
    say.t("counting.saidBy", { what: shortName(say.officer(keeper)), officer: shortName(say.officer(by)) }),
  );
  return [say.t("keeping.report", { list: list.join(", ") })];
}

function talliesLines(say: Speak, { closing: { tallies }, totals: { members } }: ClosingReportView): string[] {
  if (tallies.length === 0) return [];
  const list = tallies.map(({ officer, passbooks }) =>
    say.t("closing.report.tallyOne", { officer: shortName(say.officer(officer)), passbooks }),
  );
  return [say.t("closing.report.tally", { list: list.join(", "), members })];
}

/** Everything that one person did alone, a line each; that nobody counted stands first. */
export function aloneLines(say: Speak, { closing, alone }: Pick<DayView, "closing" | "alone">): string[] {
  const uncounted = closing !== null && closing.counted === null && closing.setAside.length === 0;
  return [
    ...(uncounted ? [say.t("closing.report.aloneOne.not-counted")] : []),
    ...(closing !== null && closing.setAside.length > 0 ? [say.t("closing.report.aloneOne.set-aside")] : []),
    ...(closing?.counted ? countedAlone(say, closing.counted) : []),
    ...alone.map(({ kind, about, by }) =>
      say.t(`closing.report.aloneOne.${kind}`, { about, officer: shortName(say.officer(by)) }),
    ),
  ];
}

/** What of the counting rests on one person's word: that the bank passbook was not at hand, and who keeps the cash. */
function countedAlone(say: Speak, counted: CountedView): string[] {
  const { bankSkipped, absentToo, keeper, by } = counted;
  const doubt = keeperDoubt(counted);
  const values = { keeper: shortName(say.officer(keeper?.officer ?? null)), by: shortName(say.officer(by[1] ?? null)) };
  return [
    ...(bankSkipped === "absent" && !absentToo ? [bankUnreadText(say, counted)] : []),
    ...(doubt === null ? [] : [say.t(`keeping.alone.${doubt}`, values)]),
  ];
}

const bankUnreadText = (say: Speak, { absentBy }: CountedView): string =>
  absentBy === null
    ? say.t("closing.report.aloneOne.bank-unread")
    : say.t("closing.report.aloneOne.bank-unreadBy", { officer: shortName(say.officer(absentBy)) });

function someOf(list: readonly string[]): string {
  return list.length > shown ? `${list.slice(0, shown).join(", ")} …` : list.join(", ");
}
