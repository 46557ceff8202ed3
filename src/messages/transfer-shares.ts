import type { messagingApi } from "@line/bot-sdk";
import type { MemberName } from "../domain/people";
import { quickChoices, quickSaying, withNone } from "./actions";
import { textMessage } from "./card";
import { cut, shortGroupName } from "./labels";
import { speak, type Reader } from "./speak";
import type { GroupName } from "./views";

/** Asks into which passbook a share goes; `said` is how the text named it. */
export function askWhoseShare(
  reader: Reader,
  view: { said: string; options: { member: MemberName; group: GroupName; data: string }[]; none: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const choices = view.options.map(({ member, group, data }) => ({
    labels: [`${member.memberNo} ${say.nickname(member)}`, `${member.memberNo} ${shortGroupName(say.group(group))}`],
    data,
  }));
  const lines = view.options.map(({ member }) => `• ${say.member(member)}`);
  const text = [say.t("transfers.shares.which", { said: cut(view.said, 40) }), ...lines].join("\n");
  return textMessage(text, withNone(say, quickChoices(choices), view.none));
}

/** Says why a text for several passbooks is not taken, and how to write it: each once, all of one group. */
export function sharesRefused(
  reader: Reader,
  view: { why: "twice" | "groups" | "many"; passbooks: readonly MemberName[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  const lines = view.passbooks.map((member) => `• ${say.member(member)}`);
  const text = [say.t(`transfers.shares.${view.why}`), ...lines, say.t("transfers.shares.example")].join("\n");
  return textMessage(text, [quickSaying(say, "transfer")]);
}
