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

/** The same file is told as that alone: then its sum and its number are the same too. */
function waysText(say: Speak, how: SeenNotice["how"]): string {
  const ways = how.includes("image") ? (["image"] as const) : how.slice(0, namedWays);
  return ways.map((one) => say.t(`transfers.seen.${one}`)).join(", ");
}

/** By so many likenesses a card tells that it was seen: the first are the surest. */
const namedWays = 2;

function seenText(say: Speak, { how, sentAt, told }: SeenNotice): string {
  const values = { what: waysText(say, how), at: say.shortDay(localDateOf(sentAt)) };
  const before = say.t("transfers.seen.before", values);
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
