import { localDateOf } from "../domain/dates";
import type { Speak } from "./speak";
import type { SeenNotice } from "./transfer-layout";

/**
 * What is like an earlier notice, when that was told, by whom, of how much, and what became of it, in one text: the card has room for the newest, the
 * others are counted.
 */
export function seenTexts(say: Speak, seenBefore: readonly SeenNotice[]): string[] {
  const [newest, ...others] = seenBefore;
  if (!newest) return [];
  const more = others.length === 0 ? "" : say.t("transfers.seen.more", { rest: others.length });
  return [[seenText(say, newest), more, say.t("transfers.seen.compare")].filter((one) => one !== "").join(" ")];
}

function seenText(say: Speak, { how, sentAt, told }: SeenNotice): string {
  const what = how.map((one) => say.t(`transfers.seen.${one}`)).join(", ");
  const before = say.t("transfers.seen.before", { what, at: say.shortDay(localDateOf(sentAt)) });
  if (!told) return say.t("transfers.seen.elsewhere", { before });
  const { memberNo } = told.member;
  const state = told.receipt ?? say.t(`transfers.status.${told.state}.badge`);
  return say.t(told.receipt === null ? "transfers.seen.by" : "transfers.seen.receipted", {
    before,
    memberNo,
    amount: say.money(told.total),
    state,
  });
}
