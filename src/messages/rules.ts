import type { messagingApi } from "@line/bot-sdk";
import clauseTemplate from "../../flex-messages/rules/clause.json";
import clausesTemplate from "../../flex-messages/rules/clauses.json";
import { languages } from "../i18n/index";
import type { Clause, RuleVersion } from "../domain/rules/rule-book";
import { buttons, postback, quickPostback, quickSaying } from "./actions";
import { card } from "./card";
import { cut, graphemeCount } from "./labels";
import { heightOf, linesOf, moreButton, rowsThatFit, type More } from "./paging";
import { valueRows } from "./rule-values";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** Which version a card speaks of. */
export type VersionName = Pick<RuleVersion, "number" | "effectiveFrom" | "resolution">;

/** The version's number, resolution and day; of the shipped rules, that no meeting made them. */
export function versionText(say: Speak, { number, effectiveFrom, resolution }: VersionName): string {
  return resolution
    ? say.t("rules.version", {
        number,
        no: resolution.no,
        on: say.day(resolution.on),
        from: say.day(effectiveFrom),
      })
    : say.t("rules.shipped");
}

/** Graphemes of a clause's text in the list: two lines or so. */
const listedText = 56;

/** The rules in force, as many clauses as a card has room for. */
export interface ClauseListView {
  group: GroupName;
  version: VersionName;
  /** Versions that are decided and hold from a later day. */
  coming: VersionName[];
  clauses: (Pick<Clause, "no" | "text"> & { data: string })[];
  more: More | null;
  /** Postback data that shows changed rules which wait for an officer's word; null where none wait for her. */
  proposal: string | null;
}

/** The clauses of a group's rules by number and first words; a quick reply each shows it whole. */
export const clauseList = card<ClauseListView>({
  name: "rules/clauses",
  template: clausesTemplate,
  alt: (say, { group }) => say.t("rules.listAlt", { group: say.group(group) }),
  layout: (say, { group, version, coming: [next], clauses, more, proposal }) => ({
    group: say.group(group),
    version: versionText(say, version),
    coming: next ? comingText(say, next) : null,
    clauses: clauses.map(({ no, text }) => ({ no, text: cut(say.local(text), listedText, graphemeCount) })),
    buttons: buttons(
      proposal === null ? null : postback(proposal, say.t("rules.seeProposal")),
      moreButton(say, "moreClauses", more),
    ),
  }),
  quickReplies: (say, { clauses }) => [
    ...clauses.map(({ no, data }) => quickPostback(data, say.t("rules.clause", { no }))),
    quickSaying(say, "talk"),
  ],
});

function comingText(say: Speak, { effectiveFrom, resolution }: VersionName): string {
  return say.t("rules.coming", { from: say.day(effectiveFrom), no: resolution?.no ?? "" });
}

/** Those of the clauses that one card has room for beside what else it shows, from the first on; the others are behind its button. */
export function clausesOnCard<Listed extends Pick<Clause, "text">>(
  clauses: readonly Listed[],
  { coming, proposal }: { coming: boolean; proposal: boolean },
): Listed[] {
  const button = heightOf.button + heightOf.gap;
  return rowsThatFit(clauses, {
    room: 395 - (coming ? heightOf.gap + 2 * heightOf.sm : 0) - (proposal ? button : 0),
    button,
    height: ({ text }) => heightOf.gap + linesOf(cut(text.th, listedText, graphemeCount), 29) * heightOf.sm,
  });
}

/** One clause: whole, or its words and its values on a card each. */
export interface ClauseView {
  group: GroupName;
  version: VersionName;
  clause: Clause;
  coming: VersionName[];
  part: "whole" | "words" | "values";
}

/** Pixels that the words and the values of a clause have on one card. */
const clauseRoom = 395;

/** A clause with the values that the machine reads of it, and the version that it stands in. */
export const clauseCard = card<ClauseView>({
  name: "rules/clause",
  template: clauseTemplate,
  alt: (say, { group, clause: { no } }) => say.t("rules.clauseAlt", { no, group: say.group(group) }),
  layout: (say, { group, version, clause, coming: [next], part }) => ({
    group: say.group(group),
    title: say.t("rules.clause", { no: clause.no }),
    text: part === "values" ? say.t("rules.asReckoned") : say.local(clause.text),
    rows: clause.key === null || part === "words" ? null : valueRows(say, clause),
    version: versionText(say, version),
    coming: next && part !== "values" ? comingText(say, next) : null,
    buttons: buttons(null),
  }),
  quickReplies: (say): messagingApi.QuickReplyItem[] => [quickSaying(say, "rules"), quickSaying(say, "talk")],
});

/** The parts of a clause, a card each: one, or where its words and values are more than a screen in either language, two. */
export function clauseParts(clause: Clause): ClauseView["part"][] {
  const fits = languages.every((language) => {
    const say = speak({ language });
    const rows = valueRows(say, clause);
    const values = rows.map(({ value }) => heightOf.gap + linesOf(value, 20) * heightOf.sm);
    const words = linesOf(say.local(clause.text), 29) * heightOf.sm;
    return rows.length === 0 || values.reduce((sum, height) => sum + height, words) <= clauseRoom;
  });
  return fits ? ["whole"] : ["words", "values"];
}

/** A clause on the cards that it takes. */
export function clauseCards(reader: Reader, view: Omit<ClauseView, "part">): messagingApi.FlexMessage[] {
  return clauseParts(view.clause).map((part) => clauseCard(reader, { ...view, part }));
}
