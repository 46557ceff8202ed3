import type { Group, LocalText } from "../domain/groups/group";
import type { MemberName, OfficerName } from "../domain/people";
import type { PaperKind } from "../domain/reports/papers";
import type { PaperHead, ReportLine } from "../domain/reports/views";
import { interestWordOf } from "../domain/rules/interest-word";
import type { DepositPurpose } from "../domain/savings/deposit";
import { dateText, instantText, monthText, shortDateText } from "../i18n/format";
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
export function blank(say: Say, kind: PaperKind, view: PaperHead, about: readonly string[]): Paper {
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

function recordText(say: Say, { memberNo, helperNo, version }: ReportLine["record"]): string | null {
  if (memberNo !== undefined && helperNo !== undefined) return say.t("papers.helperOf", { memberNo, helperNo });
  if (memberNo !== undefined) return say.t("papers.memberNo", { memberNo });
  return version === undefined ? null : say.t("papers.version", { version });
}
