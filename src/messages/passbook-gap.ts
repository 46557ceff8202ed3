import type { messagingApi } from "@line/bot-sdk";
import type { PassbookGap } from "../domain/reports/views";
import { buttons, postback } from "./actions";
import { privateAlt, textMessage } from "./card";
import { cut, graphemeCount } from "./labels";
import { officeCard } from "./office-cards";
import { nameRow, row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A passbook whose paper says otherwise than the books, and what an officer says of it. */
export interface PassbookGapView {
  group: GroupName;
  gap: PassbookGap;
}

/** Graphemes of a reason on the card. */
const reasonLength = 80;

/** Asks who opens a passbook whether it differs from paper for the reason that an officer gave, or agrees since, as an officer says. */
export const passbookDiffers = officeCard<PassbookGapView & { agree: string; deny: string }>(
  (say, { group }) => privateAlt(say, group),
  (say, { gap, agree, deny }) => ({
    title: say.t("passbookGap.title"),
    rows: [
      nameRow(say.t("passbookGap.member"), say.member(gap.member)),
      row(say.t("passbookGap.paper"), say.money(gap.paper)),
      row(say.t("passbookGap.booked"), say.money(gap.mended ?? gap.booked)),
    ],
    notes: [
      say.t("passbookGap.because", {
        by: say.officer(gap.by),
        because: cut(wordOn(say, gap), reasonLength, graphemeCount),
      }),
      say.t("passbookGap.note"),
    ],
    buttons: buttons(postback(agree, say.t("passbookGap.agree")), postback(deny, say.t("passbookGap.deny"))),
  }),
);

/** What an officer says of it: the reason, or that it agrees since. */
function wordOn(say: Speak, { because, booked, mended }: PassbookGap): string {
  return mended === null ? (because ?? "") : say.t("passbookGap.mendedWord", { booked: say.money(booked) });
}

/** Tells who opens a passbook that her word on it is kept. */
export function gapAgreed(reader: Reader, { gap }: PassbookGapView): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(
    say.t("passbookGap.agreed", { booked: say.money(gap.mended ?? gap.booked), member: say.member(gap.member) }),
  );
}

/** What the case says that her "not right" opens, in her language. */
export function gapWords(reader: Reader, { gap }: PassbookGapView): string {
  const say = speak(reader);
  const { paper, booked } = gap;
  return say.t("passbookGap.words", { paper: say.money(paper), booked: say.money(booked), because: wordOn(say, gap) });
}
