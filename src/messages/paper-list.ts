import type { LocalDate, YearMonth } from "../domain/dates";
import type { Group } from "../domain/groups/group";
import { paperRules, type PaperKind, type PaperSpan } from "../domain/reports/papers";
import { speak, type Reader } from "./speak";

/** Which papers of a group a person may open, and of which days and months. */
export interface GroupPapers {
  group: Group;
  kinds: PaperKind[];
  days: { at: string; on: LocalDate; nth: number | null }[];
  months: YearMonth[];
}

/** The papers that a person may open, in her words: for their page. */
export interface PaperListTexts {
  language: Reader["language"];
  title: string;
  groups: {
    id: string;
    name: string;
    papers: { kind: PaperKind; title: string; about: string; span: PaperSpan; named: boolean }[];
    /** What each time of a paper is called, newest first. */
    days: { at: string; text: string }[];
    months: { at: YearMonth; text: string }[];
  }[];
}

/** Names the papers of each group, and the days and months that they can be of. */
export function paperListTexts(reader: Reader, lists: readonly GroupPapers[]): PaperListTexts {
  const say = speak(reader);
  return {
    language: say.language,
    title: say.t("papers.card.menu.title"),
    groups: lists.map(({ group, kinds, days, months }) => ({
      id: group.id,
      name: say.group(group),
      papers: kinds.map((kind) => ({
        kind,
        title: say.t(`papers.titles.${kind}`),
        about: say.t(`papers.abouts.${kind}`),
        span: paperRules[kind].span,
        named: paperRules[kind].named,
      })),
      days: days.map(({ at, on, nth }) => ({
        at,
        text: nth === null ? say.day(on) : say.t("dayPaper.nth", { on: say.day(on), nth }),
      })),
      months: months.map((at) => ({ at, text: say.month(at) })),
    })),
  };
}
