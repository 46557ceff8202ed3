import type { Group, LocalText } from "../domain/groups/group";
import type { BetweenDays } from "../domain/ledger/between-days";
import { satang, type Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import type { LoanPaperKind } from "../domain/reports/loan-papers";
import type { PaperKind } from "../domain/reports/papers";
import type { LineRecord, OfficeLine, PaperHead, ReportLine } from "../domain/reports/views";
import { interestWordOf } from "../domain/rules/interest-word";
import type { DepositPurpose } from "../domain/savings/deposit";
import { dateText, instantText, moneyText, monthText, shortDateText, timeText } from "../i18n/format";
import { translator, type Language, type Translate } from "../i18n/index";
import { emptyPaper, type Paper } from "./paper";
import type { LocalDate, YearMonth } from "../domain/dates";

/** The words of papers in one language. */
export interface Say {
  language: Language;
  t: Translate;
  day(on: LocalDate): string;
  shortDay(on: LocalDate): string;
  month(month: YearMonth): string;
  instant(at: Date): string;
  /** The time of day of "HH:mm". */
  time(time: string): string;
  /** A sum with its currency, within words. */
  sum(amount: Satang): string;
  local(text: LocalText): string;
  group(group: Group): string;
  member(member: MemberName): string;
  officer(officer: OfficerName | null): string;
}

/** The words of a language. */
export function sayIn(language: Language): Say {
  const t = translator(language);
  const local: Say["local"] = ({ th, en }) => (language === "en" ? (en ?? th) : th);
  return {
    language,
    t,
    day: (on) => dateText(on, language),
    shortDay: (on) => shortDateText(on, language),
    month: (month) => monthText(month, language),
    instant: (at) => instantText(at, language),
    time: (time) => timeText(time, language),
    sum: (amount) => moneyText(amount, language),
    local,
    group: ({ name }) => local(name),
    member: ({ memberNo, name }) => t("common.member", { memberNo, name }),
    officer: (officer) =>
      officer === null
        ? t("papers.by.nobody")
        : t("common.officer", {
            position: t(`positions.${officer.committee}.${officer.position}`),
            name: officer.name,
          }),
  };
}

/** A paper with its head and foot, and nothing on it yet. */
export function blank(say: Say, kind: PaperKind | LoanPaperKind, view: PaperHead, about: readonly string[]): Paper {
  return emptyPaper({
    language: say.language,
    group: say.group(view.group),
    title: say.t(`papers.titles.${kind}`),
    about: [...about],
    foot: say.t("papers.foot", { at: say.instant(view.madeAt), ...view.mark }),
  });
}

/** What money was for. */
export function purposeWord(say: Say, group: PaperHead["group"], purpose: DepositPurpose): string {
  return purpose === "interest" ? say.local(interestWordOf(group)) : say.t(`common.purposes.${purpose}`);
}

/** Who made an entry, and who confirmed it. */
export function doneBy(say: Say, { by, second }: Pick<ReportLine, "by" | "second">): string {
  const first = say.officer(by);
  return second ? say.t("papers.by.two", { by: first, second: say.officer(second) }) : first;
}

/** What an entry says happened: its kind, whom it is about, and whether it takes back or was taken back. */
export function whatOf(say: Say, line: ReportLine): string {
  const { kind, members, record, reverses, reversed, reason } = line;
  return [
    say.t(`papers.kinds.${kind}`),
    ...members.map((member) => say.member(member)),
    recordText(say, record),
    reverses === null ? null : say.t("papers.takesBack", { seq: reverses }),
    reason,
    reversed ? say.t("papers.takenBack") : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

/** The days between two working days. */
export function spanOf(say: Say, { from, to }: Pick<BetweenDays, "from" | "to">): string {
  return from === to ? say.shortDay(from) : `${say.shortDay(from)} – ${say.shortDay(to)}`;
}

function recordText(say: Say, record: LineRecord): string | null {
  const { memberNo, helperNo, version, settled, office } = record;
  if (settled) return settledText(say, settled);
  if (office) return officeText(say, office);
  if (memberNo !== undefined && helperNo !== undefined) return say.t("papers.helperOf", { memberNo, helperNo });
  if (memberNo !== undefined) return say.t("papers.memberNo", { memberNo });
  return version === undefined ? null : say.t("papers.version", { version });
}

function settledText(say: Say, { what, way, resolution, member }: NonNullable<LineRecord["settled"]>): string {
  const { t } = say;
  const [thing, how] = [t(`differences.things.${what}`), t(`differences.ways.${way}`)];
  return [thing, how, member && say.member(member), t("dayPaper.resolution", { resolution })]
    .filter((part) => part !== null)
    .join(" · ");
}

/** Which office, from whom to whom, by which resolution; with what was counted where it was handed over. */
function officeText(say: Say, { committee, position, out, taker, resolution, counted }: OfficeLine): string {
  const { t } = say;
  const nobody = t("betweenDays.nobody");
  const names = { out: out ? say.member(out) : nobody, taker: taker ? say.member(taker) : nobody };
  const change = t("dayPaper.office", { office: t(`positions.${committee}.${position}`), ...names, resolution });
  if (!counted) return change;
  const sums = (["cash", "bank"] as const).map((what) => {
    const off = counted[`${what}Off`];
    const shown = t(`closing.report.difference.${what}`, { amount: say.sum(counted[what]) });
    if (off === 0) return shown;
    const amount = say.sum(satang(Math.abs(off)));
    return `${shown} (${t(off < 0 ? "officers.tooLittle" : "officers.tooMuch", { amount })})`;
  });
  return [change, ...sums].join(" · ");
}
