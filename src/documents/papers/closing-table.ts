import type { AloneView, ClosingView, CountedView } from "../../domain/closing/closing-view";
import type { EarlierCount } from "../../domain/closing/day-count";
import { keeperDoubt, lacksKeeper } from "../../domain/closing/keepers";
import { localDateOf, localTimeOf, type LocalDate } from "../../domain/dates";
import { isAccountCode } from "../../domain/ledger/accounts";
import { satang, subtract } from "../../domain/money";
import { gapOf } from "../../domain/parallel-run/parallel-run";
import type { ClosingPaper } from "../../domain/reports/views";
import { text, words, type PaperTable } from "../paper";
import { whatOf, type Say } from "../say";

/** A line of how a day was closed: what it is, and what is said of it; null where there is nothing to say. */
type Line = [label: string, said: string | null];

/** How a day was counted and closed: what its report in the chat tells, line by line. */
export function closingTable(say: Say, closing: ClosingPaper): PaperTable {
  const { t } = say;
  const lines: Line[] = [
    [t("dayPaper.closed"), t("dayPaper.byAt", { by: say.officer(closing.by), at: say.instant(closing.at) })],
    ...(closing.found ? foundLines(say, closing.found, localDateOf(closing.at)) : []),
    [t("dayPaper.alone"), listOf(aloneTexts(say, closing))],
    [t("dayPaper.offices"), listOf(closing.offices.map((line) => whatOf(say, line)))],
    [t("dayPaper.paper"), closing.paper && (listOf(paperTexts(say, closing.paper)) ?? t("dayPaper.none"))],
  ];
  return {
    heading: t("dayPaper.heading"),
    columns: [words(t("dayPaper.what"), 1), words("", 3)],
    rows: lines.flatMap(([label, said]) => (said === null ? [] : [[text(label), text(said)]])),
    totals: null,
  };
}

const listOf = (texts: readonly string[]): string | null => (texts.length > 0 ? texts.join(" · ") : null);

function foundLines(say: Say, found: ClosingView, closedOn: LocalDate): Line[] {
  const { t } = say;
  const { code, counted, setAside, settled, unsolved, tallies } = found;
  return [
    [t("dayPaper.code"), code],
    ...(counted ? countedLines(say, counted, closedOn) : []),
    [t("dayPaper.counted"), counted ? null : t(`closing.report.${setAside.length > 0 ? "setAside" : "notCounted"}`)],
    [t("dayPaper.earlier"), listOf((counted?.earlier ?? setAside).map((one) => earlierText(say, one)))],
    [
      t("dayPaper.differences"),
      listOf(
        (counted?.differences ?? []).map(({ what, amount }) =>
          t(`closing.report.difference.${what}`, { amount: say.sum(amount) }),
        ),
      ),
    ],
    [
      t("dayPaper.settled"),
      listOf(
        settled.map(({ what, way, amount, voucher }) =>
          t("differences.told.settled", {
            ...{ thing: t(`differences.things.${what}`), way: t(`differences.ways.${way}`) },
            ...{ amount: say.sum(amount), voucher },
          }),
        ),
      ),
    ],
    [
      t("dayPaper.unsolved"),
      listOf(
        unsolved.map(({ code: account, amount }) =>
          t("closing.report.unsolvedOne", {
            ...{ account: isAccountCode(account) ? t(`accounts.${account}`) : account, amount: say.sum(amount) },
          }),
        ),
      ),
    ],
    [
      t("dayPaper.tallies"),
      listOf(
        tallies.map(({ officer, passbooks }) =>
          t("closing.report.tallyOne", { officer: say.officer(officer), passbooks }),
        ),
      ),
    ],
  ];
}

function countedLines(say: Say, counted: CountedView, closedOn: LocalDate): Line[] {
  const { t } = say;
  const { by, cash, keeper, above, boxes, looked, sheetOn, notTaken } = counted;
  return [
    [t("closing.report.by"), listOf(by.map((officer) => say.officer(officer)))],
    [t("dayPaper.countedOn"), sheetOn ? t("dayPaper.onPaper", { on: say.day(sheetOn) }) : say.day(closedOn)],
    [t("closing.report.cash"), say.sum(cash)],
    [
      t("dayPaper.boxes"),
      listOf(
        boxes.map(({ of, booked, counted: sum }) => {
          const box = of === null ? t("boxes.own") : t("boxes.of", { name: say.officer(of) });
          const off = subtract(sum, booked);
          const values = { box, counted: say.sum(sum), off: offText(say, off, "boxes") };
          return t(off === 0 ? "boxes.one" : "boxes.onePlus", values);
        }),
      ),
    ],
    [t("closing.report.bank"), bankText(say, counted)],
    [t("closing.report.keeper"), keeper && keeperText(say, keeper, keeperDoubt(counted) !== null)],
    [t("closing.report.keeper"), lacksKeeper({ cash, keeper }) ? t("closing.report.nobody") : null],
    [
      t("dayPaper.notTaken"),
      listOf(
        notTaken.map(({ keeper: named, by: said }) =>
          t("counting.saidBy", { what: say.officer(named), officer: say.officer(said) }),
        ),
      ),
    ],
    [t("dayPaper.above"), above && t("closing.report.above", { clause: above.clause, amount: say.sum(above.amount) })],
    [
      t("dayPaper.looked"),
      listOf(
        looked.map(({ officer, at }) =>
          t("counting.lookedOne", { officer: say.officer(officer), at: say.time(localTimeOf(at)) }),
        ),
      ),
    ],
  ];
}

/** Who kept the cash; `isUnsure`: she has not said so herself. */
function keeperText(say: Say, { officer, limit }: NonNullable<CountedView["keeper"]>, isUnsure: boolean): string {
  const name = say.officer(officer);
  const shown = isUnsure ? say.t("keeping.row", { keeper: name }) : name;
  return say.t("dayPaper.keeper", { officer: shown, limit: say.sum(limit) });
}

function bankText(say: Say, { bank, bankSkipped, absentBy, absentToo, photoId, photoSeenAt }: CountedView): string {
  const { t } = say;
  if (bank === null) {
    const skipped = t(`closing.report.bankSkipped.${bankSkipped ?? "unused"}`);
    if (absentToo) return t("keeping.saidByBoth", { what: skipped });
    return absentBy ? t("counting.saidBy", { what: skipped, officer: say.officer(absentBy) }) : skipped;
  }
  const balance = say.sum(bank);
  if (photoSeenAt) return t("counting.oldPhoto", { balance, on: say.shortDay(localDateOf(photoSeenAt)) });
  return t(photoId === null ? "closing.report.noPhoto" : "closing.report.hasPhoto", { balance });
}

function earlierText(say: Say, { what, counted, off }: EarlierCount): string {
  return say.t(`closing.report.aside.${what}`, { amount: say.sum(counted), off: offText(say, off, "closing.report") });
}

function offText(say: Say, off: number, area: "boxes" | "closing.report"): string {
  const amount = say.sum(satang(Math.abs(off)));
  return say.t(`${area}.${off < 0 ? "short" : "over"}`, { amount, off: amount });
}

/** What one person did alone, and what nobody did. */
type AloneKind = AloneView["kind"] | "set-aside" | "not-counted" | "bank-unread" | "bank-unreadBy";

/** Everything that one person did alone; that nobody counted, and that nobody read the passbook, stands first. */
function aloneTexts(say: Say, { found, alone }: ClosingPaper): string[] {
  const { t } = say;
  const one = (kind: AloneKind, by: string, about = "") => t(`closing.report.aloneOne.${kind}`, { about, officer: by });
  const counted = found?.counted;
  const isAside = found !== null && found.setAside.length > 0;
  return [
    ...(found && !counted ? [one(isAside ? "set-aside" : "not-counted", "")] : []),
    ...(counted?.bankSkipped === "absent" && !counted.absentToo
      ? [one(counted.absentBy ? "bank-unreadBy" : "bank-unread", say.officer(counted.absentBy))]
      : []),
    ...(counted ? keptAlone(say, counted) : []),
    ...alone.map(({ kind, about, by }) => one(kind, say.officer(by), about)),
  ];
}

/** That who keeps the cash rests on one person's word. */
function keptAlone(say: Say, counted: CountedView): string[] {
  const doubt = keeperDoubt(counted);
  if (doubt === null) return [];
  const values = { keeper: say.officer(counted.keeper?.officer ?? null), by: say.officer(counted.by[1] ?? null) };
  return [say.t(`keeping.alone.${doubt}`, values)];
}

function paperTexts(say: Say, gaps: NonNullable<ClosingPaper["paper"]>): string[] {
  return gaps.map(({ member, purpose, paper, booked, because, by, mended, standing }) => {
    const gap = gapOf({ paper, booked });
    const line = say.t(gap > 0 ? "parallel.more" : "parallel.less", {
      member: say.member(member),
      purpose: purpose === "special" ? `${say.t("common.shortPurposes.special")} ` : "",
      ...{ paper: say.sum(paper), booked: say.sum(booked), gap: say.sum(satang(Math.abs(gap))) },
    });
    const full = because === null ? line : say.t("parallel.because", { line, because });
    if (mended === null || standing === "open") return full;
    const since = say.t("passbookGap.since", { by: say.officer(by), now: say.sum(mended) });
    return `${full} ${since} (${say.t(`passbookGap.standing.${standing}`)})`;
  });
}
