import template from "../../flex-messages/office/matter.json";
import type { OfficerName } from "../domain/people";
import { buttons, postback, type Buttons } from "./actions";
import { badge, type Badge } from "./badges";
import { card, type Card } from "./card";
import { decidedText, verdictBadge } from "./decided";
import { nameRow, waitsForText, type Row } from "./rows";
import type { Speak } from "./speak";
import type { GroupName } from "./views";

/** What every view of a request tells: who asked, who answered, and for whom it waits. */
export interface DecisionView {
  requestedBy: OfficerName | null;
  decidedBy: OfficerName | null;
  decidedAt: Date | null;
  verdict: "open" | "approved" | "rejected";
  waitsFor: OfficerName[];
}

/** What a card of the group's own matters shows. */
export interface OfficeLayout {
  title: string;
  badge?: Badge | null;
  /** A sentence before the rows. */
  lead?: string | null;
  rows: Row[];
  notes: string[];
  buttons?: Buttons;
}

/** A card of the group's own matters: a sentence, rows, notes and buttons. */
export function officeCard<View extends { group: GroupName }>(
  alt: (say: Speak, view: View) => string,
  shown: (say: Speak, view: View) => OfficeLayout,
): Card<View> {
  return card<View>({
    name: "office/matter",
    template,
    alt,
    layout: (say, view) => {
      const layout = shown(say, view);
      return {
        group: say.group(view.group),
        title: layout.title,
        badge: layout.badge ?? null,
        lead: layout.lead ?? null,
        rows: layout.rows,
        notes: layout.notes.map((text) => ({ text })),
        buttons: layout.buttons ?? buttons(null),
      };
    },
  });
}

/** Areas whose texts stand under the same names, one for each stage of a request. */
type Area =
  | "officers"
  | "officeCash"
  | "paymentDetails"
  | "differences"
  | "parallel"
  | "goLive"
  | "setOff"
  | "loanChanges"
  | "guaranteeEntries";

/** What the stages of one request have of their own. */
export interface Matter<Plan> {
  area: Area;
  rows: (say: Speak, plan: Plan) => Row[];
  /** Notes that stand on every stage, before those of the stage. */
  notes?: (say: Speak, plan: Plan) => string[];
}

/** The cards of a request that two officers decide, from the first one's question to the result. */
export interface TwoOfficerCards<Plan> {
  /** The officer's question before a second officer is asked. */
  confirmation: Card<Plan & { confirm: string; drop: string }>;
  /** Tells the officer who asked that it waits, and for whom. */
  asked: Card<Plan & DecisionView>;
  /** The second officer's question. */
  request: Card<Plan & DecisionView & { approve: string; reject: string }>;
  /** Tells what was decided. */
  decided: Card<Plan & DecisionView>;
}

/** Makes the cards of one kind of request. */
export function twoOfficerCards<Plan extends { group: GroupName }>(matter: Matter<Plan>): TwoOfficerCards<Plan> {
  const { area, rows, notes = () => [] } = matter;
  return {
    confirmation: officeCard(
      (say) => say.t(`${area}.confirmation.alt`),
      (say, view) => ({
        title: say.t(`${area}.confirmation.title`),
        rows: rows(say, view),
        notes: [...notes(say, view), say.t(`${area}.confirmation.note`)],
        buttons: buttons(
          postback(view.confirm, say.t(`${area}.confirmation.confirm`)),
          postback(view.drop, say.t("common.buttons.drop")),
        ),
      }),
    ),
    asked: officeCard(
      (say) => say.t(`${area}.asked.alt`),
      (say, view) => ({
        title: say.t(`${area}.asked.title`),
        badge: badge(say, "waiting", "payments.decided.open.badge"),
        rows: rows(say, view),
        notes: [
          ...(view.waitsFor.length > 0
            ? [say.t("payments.waitsFor", { names: waitsForText(say, view.waitsFor) })]
            : []),
          say.t(`${area}.asked.note`),
        ],
      }),
    ),
    request: officeCard(
      (say, view) => say.t(`${area}.request.alt`, { by: say.officer(view.requestedBy) }),
      (say, view) => ({
        title: say.t(`${area}.request.title`),
        rows: [...rows(say, view), nameRow(say.t("officers.rows.askedBy"), say.officer(view.requestedBy))],
        notes: [...notes(say, view), say.t(`${area}.request.note`)],
        buttons: buttons(
          postback(view.approve, say.t(`${area}.request.confirm`)),
          postback(view.reject, say.t("payments.request.reject")),
        ),
      }),
    ),
    decided: officeCard(
      (say, view) => say.t(`${area}.decided.${view.verdict}.alt`),
      (say, view) => ({
        title: say.t(`${area}.decided.title`),
        badge: badge(say, verdictBadge[view.verdict], `${area}.decided.${view.verdict}.badge`),
        rows: rows(say, view),
        notes: [
          ...(view.verdict === "approved" ? notes(say, view) : []),
          decidedText(say, view),
          say.t(`${area}.decided.${view.verdict}.meaning`),
        ],
      }),
    ),
  };
}
