import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/papers/audit.json";
import type { OfficerName } from "../domain/people";
import type { PhotoPurpose } from "../domain/photos/photo";
import type { AuditView, ToldClosing } from "../domain/reports/audit";
import type { LoanPaperKind } from "../domain/reports/loan-papers";
import type { PaperFormat, PaperKind } from "../domain/reports/papers";
import { buttons, quickText } from "./actions";
import { badge } from "./badges";
import { card, textMessage } from "./card";
import { shortName } from "./labels";
import { row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** So many closings stand on the card, what does not hold first; where more is wrong than they, the notes need the room. */
const closingsShown = ({ firstWrong, balancesDiffer }: AuditView): number =>
  firstWrong === null && !balancesDiffer ? 3 : 1;

/** What a check of the books came to: plainly which closings still hold, and which do not. */
export const auditCard = card<AuditView>({
  name: "papers/audit",
  template,
  alt: (say) => say.t("papers.audit.alt"),
  layout(say, view) {
    const isWell = inOrder(view);
    return {
      group: say.group(view.group),
      badge: badge(say, isWell ? "done" : "refused", isWell ? "papers.audit.ok" : "papers.audit.bad"),
      rows: [row(say.t("papers.audit.entries"), String(view.entries)), ...closingRows(say, view)],
      notes: notesOf(say, view, isWell).map((text) => ({ text })),
      buttons: buttons(null),
    };
  },
  quickReplies: (say) => [
    quickText(say.t("papers.titles.journal")),
    quickText(say.t("papers.titles.changes")),
    quickText(say.t("papers.titles.trial-balance")),
  ],
});

function inOrder({ firstWrong, balancesDiffer, told, typed }: AuditView): boolean {
  const isTyped = typed === null || typed.on !== null;
  return firstWrong === null && !balancesDiffer && told.every(({ holds }) => holds) && isTyped;
}

/** What does not hold first, then the newest. */
function byWeight(told: readonly ToldClosing[]): ToldClosing[] {
  return [...told].sort((a, b) => Number(a.holds) - Number(b.holds) || b.seq - a.seq);
}

function closingRows(say: Speak, view: AuditView): Row[] {
  return byWeight(view.told)
    .slice(0, closingsShown(view))
    .map(({ on, code, holds }) =>
      row(
        say.t("papers.audit.closing", { on: say.shortDay(on), code }),
        say.t(holds ? "papers.audit.holds" : "papers.audit.differs"),
      ),
    );
}

function notesOf(say: Speak, view: AuditView, isWell: boolean): string[] {
  const { firstWrong, balancesDiffer, told, typed } = view;
  const older = byWeight(told).slice(closingsShown(view));
  const holds = older.filter((one) => one.holds).length;
  const values = { count: older.length, holds, differs: older.length - holds };
  return [
    typed && typedText(say, typed),
    firstWrong === null ? null : say.t("papers.audit.first", { seq: firstWrong }),
    balancesDiffer ? say.t("papers.audit.balances") : null,
    older.length > 0 ? say.t("papers.audit.older", values) : null,
    told.length === 0 ? say.t("papers.audit.none") : null,
    say.t(isWell ? "papers.audit.changesNothing" : "papers.audit.wayOut"),
  ].filter((text) => text !== null);
}

function typedText(say: Speak, { code, on }: NonNullable<AuditView["typed"]>): string {
  return on === null
    ? say.t("papers.audit.typedDiffers", { code })
    : say.t("papers.audit.typedHolds", { code, on: say.day(on) });
}

/** Somebody's look at a photo, or at a paper that names members. */
export interface Look {
  at: Date;
  by: OfficerName | null;
  what: { photo: PhotoPurpose } | { paper: PaperKind | LoanPaperKind; format: PaperFormat | "card" };
}

/** So many looks stand in one message. */
const shownLooks = 25;

/** Who looked at photos and at papers with names, the last first. */
export function looksList(
  reader: Reader,
  { group, looks }: { group: GroupName; looks: readonly Look[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  const lines = looks
    .slice(0, shownLooks)
    .map(({ at, by, what }) =>
      say.t("papers.looks.line", { at: say.instant(at), by: shortName(say.officer(by)), what: whatText(say, what) }),
    );
  const left = looks.length - lines.length;
  const more = left > 0 ? [say.t("papers.looks.more", { count: left })] : [];
  const told = lines.length > 0 ? lines : [say.t("papers.looks.none")];
  return textMessage([say.group(group), say.t("papers.looks.title"), ...told, ...more].join("\n"));
}

function whatText(say: Speak, what: Look["what"]): string {
  if ("photo" in what) return say.t(`pages.photo.purposes.${what.photo}`);
  const format = what.format === "card" ? say.t("papers.looks.card") : what.format.toUpperCase();
  return `${say.t(`papers.titles.${what.paper}`)} (${format})`;
}
