import type { messagingApi } from "@line/bot-sdk";
import changeTemplate from "../../flex-messages/rules/rule-change.json";
import type { ClauseChange } from "../domain/rules/changes";
import type { OfficerName } from "../domain/people";
import { buttons, postback, quickPostback, quickSaying, type Buttons } from "./actions";
import { badge, type Badge } from "./badges";
import { card, textMessage, type Card } from "./card";
import { verdictBadge } from "./decided";
import { cut, graphemeCount, shortName } from "./labels";
import { heightOf, linesOf, rowsThatFit } from "./paging";
import { waitsForText } from "./rows";
import { valueChangesText } from "./rule-values";
import { versionText, type VersionName } from "./rules";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** Changed rules: which version, and what it changes. */
export interface RuleChangesView {
  group: GroupName;
  version: VersionName;
  changes: ClauseChange[];
}

/** The same with who asked, who decided, and for whom it waits. */
export interface RuleDecisionView extends RuleChangesView {
  requestedBy: OfficerName | null;
  decidedBy: OfficerName | null;
  decidedAt: Date | null;
  verdict: "open" | "approved" | "rejected";
  waitsFor: OfficerName[];
}

/** Graphemes of a clause's text on a card: all of it is behind a button. */
const shownText = 50;

interface Shown {
  title: string;
  badge: Badge | null;
  who: string | null;
  note: string;
  buttons: Buttons;
}

const nobody = buttons(null);

/** One card for every stage of changed rules: the version, who, what changes as far as there is room, and what comes next. */
function stage<View extends RuleChangesView>(
  alt: (say: Speak, view: View) => string,
  shown: (say: Speak, view: View) => Shown,
): Card<View> {
  return card<View>({
    name: "rules/rule-change",
    template: changeTemplate,
    alt,
    layout: (say, view) => {
      const { title, badge: mark, who, note, buttons: own } = shown(say, view);
      const lines = changesOnCard(say, view.changes, own);
      const left = view.changes.length - lines.length;
      return {
        group: say.group(view.group),
        title,
        badge: mark,
        version: versionText(say, view.version),
        who,
        changes: lines,
        left: left > 0 ? say.t("rules.changes.left", { count: left }) : null,
        note,
        buttons: own,
      };
    },
    quickReplies: (say) => [quickSaying(say, "rules"), quickSaying(say, "talk")],
  });
}

interface ChangeLines {
  head: string;
  before: string | null;
  after: string | null;
  values: string | null;
}

function linesOfChange(say: Speak, change: ClauseChange, limit: number): ChangeLines {
  const { before, after, valuesDiffer } = change;
  const saysTheSame = before?.text.th === after?.text.th && before?.text.en === after?.text.en;
  const line = (key: "before" | "after", clause: ClauseChange["before"]) =>
    clause && !saysTheSame
      ? say.t(`rules.changes.${key}`, { text: cut(say.local(clause.text), limit, graphemeCount) })
      : null;
  const kind = before === null ? "added" : after === null ? "removed" : "changed";
  const values = valuesDiffer && before ? valueChangesText(say, before, after) : "";
  return {
    head: say.t(`rules.changes.${kind}`, { no: (after ?? before)?.no ?? "" }),
    before: line("before", before),
    after: line("after", after),
    values: values === "" ? null : say.t("rules.changes.values", { changes: cut(values, limit, graphemeCount) }),
  };
}

function changesOnCard(say: Speak, changes: readonly ClauseChange[], own: Buttons): ChangeLines[] {
  const lines = changes.map((change) => linesOfChange(say, change, shownText));
  const taken = (own.others.length + (own.primary ? 1 : 0)) * heightOf.button;
  const height = ({ before, after, values }: ChangeLines) =>
    [before, after, values].reduce(
      (sum, text) => sum + (text === null ? 0 : linesOf(text, 34) * heightOf.sm),
      heightOf.gap + heightOf.sm,
    );
  return rowsThatFit(lines, { room: 330 - taken, button: heightOf.sm + heightOf.gap, height });
}

/** Officers hear that the folder proposes changed rules; one of them may put them to a second. */
export const ruleProposal = stage<RuleChangesView & { propose: string; read: string }>(
  (say, { group }) => say.t("rules.proposed.alt", { group: say.group(group) }),
  (say, { propose, read }) => ({
    title: say.t("rules.proposed.title"),
    badge: badge(say, "waiting", "rules.proposed.badge"),
    who: null,
    note: say.t("rules.proposed.note"),
    buttons: buttons(postback(propose, say.t("rules.proposed.propose")), postback(read, say.t("rules.changes.read"))),
  }),
);

/** The first officer confirms that she puts the rules to a second; nothing changes by it. */
export const ruleProposalConfirmation = stage<RuleChangesView & { confirm: string; drop: string }>(
  (say, { group }) => say.t("rules.confirmation.alt", { group: say.group(group) }),
  (say, { confirm, drop }) => ({
    title: say.t("rules.confirmation.title"),
    badge: null,
    who: null,
    note: say.t("rules.confirmation.note"),
    buttons: buttons(
      postback(confirm, say.t("rules.confirmation.confirm")),
      postback(drop, say.t("common.buttons.drop")),
    ),
  }),
);

/** Tells the first officer that it was sent and for whom it waits. */
export const rulesAsked = stage<RuleDecisionView>(
  (say, { group }) => say.t("rules.asked.alt", { group: say.group(group) }),
  (say, { waitsFor }) => ({
    title: say.t("rules.asked.title"),
    badge: badge(say, "waiting", "rules.asked.badge"),
    who: waitsFor.length > 0 ? say.t("rules.asked.waitsFor", { names: waitsForText(say, waitsFor) }) : null,
    note: say.t("rules.asked.note"),
    buttons: nobody,
  }),
);

/** The second officer's question: who asks, which rules, what they change. */
export const rulesRequest = stage<RuleDecisionView & { approve: string; reject: string; read: string }>(
  (say, { group, requestedBy }) =>
    say.t("rules.request.alt", { group: say.group(group), by: shortName(say.officer(requestedBy)) }),
  (say, { requestedBy, approve, reject, read }) => ({
    title: say.t("rules.request.title"),
    badge: null,
    who: say.t("rules.request.by", { by: shortName(say.officer(requestedBy)) }),
    note: say.t("rules.request.note"),
    buttons: buttons(
      postback(approve, say.t("rules.request.confirm")),
      postback(reject, say.t("rules.request.reject")),
      postback(read, say.t("rules.changes.read")),
    ),
  }),
);

/** Tells either officer what was decided. */
export const rulesDecided = stage<RuleDecisionView>(
  (say, { verdict, group }) => say.t(`rules.decided.${verdict}.alt`, { group: say.group(group) }),
  (say, { verdict, decidedBy, decidedAt }) => ({
    title: say.t("rules.decided.title"),
    badge: badge(say, verdictBadge[verdict], `rules.decided.${verdict}.badge`),
    who:
      decidedBy && decidedAt
        ? say.t("rules.decided.by", { by: shortName(say.officer(decidedBy)), at: say.instant(decidedAt) })
        : null,
    note: say.t(`rules.decided.${verdict}.meaning`),
    buttons: nobody,
  }),
);

/** Tells a member what changes in her group's rules, from when, and which meeting decided it. */
export const rulesChanged = stage<RuleChangesView>(
  (say, { group, version }) =>
    say.t("rules.changed.alt", { group: say.group(group), from: say.day(version.effectiveFrom) }),
  (say) => ({
    title: say.t("rules.changed.title"),
    badge: null,
    who: null,
    note: say.t("rules.changed.note"),
    buttons: nobody,
  }),
);

/** A text of LINE holds 5,000 UTF-16 units. */
const textRoom = 4_500;

/** Every change with its whole texts, old and new, from one of them on: as many as a text holds, and the way to the others. */
export function allChanges(
  reader: Reader,
  view: RuleChangesView & { from: number; more(next: number): string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const parts = view.changes.slice(view.from).map((change) => {
    const { head, before, after, values } = linesOfChange(say, change, Number.MAX_SAFE_INTEGER);
    return [head, before, after, values].filter((line) => line !== null).join("\n");
  });
  const start = versionText(say, view.version);
  let length = start.length;
  const end = parts.findIndex((part, index) => (length += part.length + 2) > textRoom && index > 0);
  const shown = end < 0 ? parts : parts.slice(0, end);
  const next = view.from + shown.length;
  const left = view.changes.length - next;
  return textMessage(
    [start, ...shown].join("\n\n"),
    left > 0 ? [quickPostback(view.more(next), say.t("rules.changes.readMore", { count: left }))] : [],
  );
}
