import type { messagingApi } from "@line/bot-sdk";
import { localDateOf } from "../domain/dates";
import { quickPostback, quickSaying } from "./actions";
import { textMessage } from "./card";
import type { CaseView } from "./cases";
import { speak, type Reader, type Speak } from "./speak";

/** A list of cases at once has room for so many. */
export const casesAtOnce = 8;

/** The cases that wait for somebody's answer, or her own; a quick reply shows its card. */
export function caseList(
  reader: Reader,
  view: {
    whose: "checker" | "own";
    lines: readonly (Pick<CaseView, "member" | "about" | "isNameless" | "openedAt" | "state"> & { data: string })[];
    total: number;
    more: string | null;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  if (view.lines.length === 0) return textMessage(say.t("cases.list.none"), [quickSaying(say, "complaint")]);
  const lines = view.lines.map((one, at) => {
    const who = one.member ? say.member(one.member) : say.t("cases.nameless");
    const state = say.t(`cases.status.${one.state}.badge`);
    return `${at + 1}. ${say.t(`cases.about.${one.about}`)} · ${who} · ${openedText(say, one)} · ${state}`;
  });
  const items = view.lines.map((one, at) => quickPostback(one.data, `${at + 1}. ${say.t(`cases.about.${one.about}`)}`));
  return textMessage([say.t(`cases.list.${view.whose}`, { total: view.total }), ...lines].join("\n"), [
    ...items,
    ...(view.more === null ? [] : [quickPostback(view.more, say.t("common.buttons.more"))]),
  ]);
}

/** Of what was told without a name the day alone is kept. */
const openedText = (say: Speak, { isNameless, openedAt }: Pick<CaseView, "isNameless" | "openedAt">): string =>
  isNameless ? say.shortDay(localDateOf(openedAt)) : say.instant(openedAt);
