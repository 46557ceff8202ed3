import type { CountedView } from "../domain/closing/closing-view";
import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/closing/day-closed.json";
import type { MoneyPart, Published, PublishedUse } from "../domain/closing/published";
import { keeperDoubt } from "../domain/closing/keepers";
import type { EarlierCount } from "../domain/closing/day-count";
import type { SettledDifference } from "../domain/differences/difference";
import type { LocalDate } from "../domain/dates";
import type { LocalText } from "../domain/groups/group";
import { sum, type Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { buttons } from "./actions";
import { card, privateAlt, textMessage } from "./card";
import { asideText, namesOf } from "./closing-report";
import { openText, settledText } from "./differences-told";
import { buttonLabel, cut, graphemeCount } from "./labels";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** What every member may know of the group's money, and in which of her passbooks nothing was recorded. */
export interface DayClosedView {
  group: GroupName;
  on: LocalDate;
  /** What the group calls its working day; null on the card that is asked for. */
  word: LocalText | null;
  /** The passbooks of which she hears without an entry on that day, her children's and those she helps with among them. */
  missing: MemberName[];
  /** Numbers of her own passbooks. */
  ownNos: string[];
  published: Published;
  counted: Pick<CountedView, "by" | "bankSkipped" | "sheetOn" | "cash" | "keeper"> | null;
  /** What was counted and set aside, where the day was closed without that count. */
  setAside: EarlierCount[];
  /** What nobody has explained yet, in satang by account, and what two officers settled since the closing before. */
  unsolved: { code: string; amount: Satang }[];
  settled: SettledDifference[];
}

/** So many passbooks are named, and so many more by number; a phone with more has the others in ยอดเงิน. */
const namedPassbooks = 2;
const numberedPassbooks = 3;
/** Graphemes of a purpose, and purposes on the card. */
const purposeLength = 20;
const namedUses = 4;

/** The line that every linked member hears when a day closes, and the group's totals: never a name but the counters'. */
export const dayClosed = card<DayClosedView>({
  name: "closing/day-closed",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) => {
    const { published, missing, word, on } = view;
    return {
      group: say.group(view.group),
      title: word
        ? say.t("closing.members.title", { word: say.local(word), on: say.day(on) })
        : say.t("closing.members.publishedTitle"),
      missing: missing.length > 0 ? missingPassbooks(say, view) : null,
      total: say.money(published.total),
      parts: partsText(say, published.parts),
      uses: usesText(say, published.uses),
      counted: [countedText(say, view), ...openText(say, view.unsolved), ...settledLines(say, view.settled)].join("\n"),
      buttons: buttons(missing.length > 0 ? notShownButton(say) : null),
    };
  },
});

/** The answer where no day has been closed yet. */
export function nothingPublished(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("closing.members.none"));
}

/** [ส่งแล้วแต่ไม่ขึ้น]: says these words, which begin a case. */
export function notShownButton(say: Speak): messagingApi.Action {
  const text = say.t("closing.members.notShown");
  return { type: "message", label: buttonLabel(text), text };
}

/** In which passbooks nothing was recorded. */
export function missingPassbooks(say: Speak, { missing, ownNos }: Pick<DayClosedView, "missing" | "ownNos">): string {
  const [only, ...others] = missing;
  if (only && others.length === 0 && ownNos.includes(only.memberNo))
    return `${say.t("closing.members.missingOwn")} (${nameOf(say, only)})`;
  const names = missing.slice(0, namedPassbooks).map((member) => nameOf(say, member, missing.length > 2 ? 6 : 20));
  // The passbook whose money vanished is among those that are told, by its number at least.
  const numbers = missing.slice(namedPassbooks).map(({ memberNo }) => memberNo);
  const shown = [...names, ...numbers.slice(0, numberedPassbooks)].join(", ");
  const count = numbers.length - numberedPassbooks;
  const members = count > 0 ? say.t("counting.morePassbooks", { shown, count }) : shown;
  return say.t("closing.members.missing", { members });
}

const nameOf = (say: Speak, member: MemberName, length = 20): string =>
  `${member.memberNo} ${cut(say.nickname(member), length, graphemeCount)}`;

function partsText(say: Speak, parts: Published["parts"]): string {
  if (parts.length === 0) return say.t("closing.members.empty");
  const list = parts.map(({ part, amount }) => partText(say, part, amount)).join(" + ");
  return say.t("closing.members.parts", { list });
}

function partText(say: Speak, part: MoneyPart, sum: Satang): string {
  const amount = say.digits(sum);
  return part === "lent" || part === "bank" || part === "cash"
    ? say.t(`closing.members.part.${part}`, { amount })
    : say.t("closing.members.otherPart", { account: say.t(`accounts.${part}`), amount });
}

function usesText(say: Speak, uses: readonly PublishedUse[]): string | null {
  if (uses.length === 0) return null;
  const list = [...uses.slice(0, namedUses), ...uses.slice(namedUses).filter(({ purpose }) => purpose === null)];
  return say.t("closing.members.uses", { list: list.map((use) => useText(say, use)).join(", ") });
}

function useText(say: Speak, { purpose, households }: PublishedUse): string {
  const named = purpose === null ? say.t("closing.members.otherUse") : cut(purpose, purposeLength, graphemeCount);
  return households === null
    ? say.t("closing.members.fewHouseholds", { purpose: named })
    : say.t("closing.members.use", { purpose: named, households });
}

/** What was settled: the largest by name, the others by their sum; the report of the committee has all. */
function settledLines(say: Speak, settled: readonly SettledDifference[]): string[] {
  const [first, ...more] = settled.toSorted((one, other) => other.amount - one.amount);
  if (!first) return [];
  return [
    settledText(say, first),
    ...(more.length > 0
      ? [
          say.t("differences.told.more", {
            count: more.length,
            amount: say.money(sum(more.map(({ amount }) => amount))),
          }),
        ]
      : []),
  ];
}

function countedText(say: Speak, { counted, setAside, on }: DayClosedView): string {
  if (counted) {
    const isCashAlone = counted.bankSkipped === "absent";
    // What was sealed on a day on paper was counted on that day.
    const values = { by: namesOf(say, counted.by), on: say.day(counted.sheetOn ?? on) };
    const text = say.t(isCashAlone ? "counting.cashAloneBy" : "closing.members.countedBy", values);
    const doubt = keeperDoubt(counted);
    if (doubt === null) return text;
    // That money lies in somebody's house is told to nobody by name.
    return `${text}\n${say.t(doubt === "nobody" ? "keeping.members.nobody" : "keeping.members.unconfirmed")}`;
  }
  const aside = asideText(say, setAside);
  const text = say.t(aside === null ? "closing.members.notCounted" : "closing.members.setAside", { on: say.day(on) });
  return aside === null ? text : `${text}\n${aside}`;
}
