import type { messagingApi } from "@line/bot-sdk";
import type { MemberName } from "../domain/people";
import { quickChoices, withNone } from "./actions";
import { textMessage } from "./card";
import { cut, groupLabels, shortGroupName } from "./labels";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** LINE shows 13 quick replies; one is kept for "none of these". */
const maxChoices = 12;

/** Asks for which group the act is, where several are possible. */
export function chooseGroup(
  reader: Reader,
  view: { options: { group: GroupName; data: string }[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  return asked(say.t("people.chooseGroup"), groupChoices(say, view.options));
}

/** Asks which group's passbooks a phone is to let go of: one's, or all. */
export function chooseGroupToLeave(
  reader: Reader,
  view: { options: { group: GroupName; data: string }[]; all: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const all = say.t("linking.unlink.all");
  const groups = groupChoices(say, view.options.slice(0, maxChoices - 1));
  return asked(say.t("linking.unlink.choose"), [...groups, { labels: [all], line: all, data: view.all }]);
}

function groupChoices(say: Speak, options: readonly { group: GroupName; data: string }[]): Choice[] {
  return options.map(({ group, data }) => ({ labels: groupLabels(say.group(group)), line: say.group(group), data }));
}

/** Asks which passbook of the phone is meant. */
export function choosePassbook(
  reader: Reader,
  view: {
    question: "see" | "which" | "transfer";
    options: { group: GroupName; member: MemberName; data: string }[];
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  const hasSeveralGroups = new Set(view.options.map(({ group }) => group.name.th)).size > 1;
  const choices = view.options.map(({ group, member, data }) => ({
    labels: [
      `${member.memberNo} ${say.nickname(member)}`,
      `${member.memberNo} ${shortGroupName(say.group(group))}`,
      `${shortGroupName(say.group(group))} ${member.memberNo}`,
    ],
    line: hasSeveralGroups ? `${say.member(member)} · ${say.group(group)}` : say.member(member),
    data,
  }));
  return asked(say.t(`people.choosePassbook.${view.question}`), choices);
}

/** Asks which member is meant, where a name or nickname fits several. `query` is what the officer wrote; `none` the data of "none of these". */
export function chooseMember(
  reader: Reader,
  view: { group: GroupName; query: string; options: { member: MemberName; data: string }[]; none?: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const choices = view.options.map(({ member, data }) => ({
    labels: [`${member.memberNo} ${say.nickname(member)}`],
    line: say.member(member),
    data,
  }));
  const group = say.group(view.group);
  const question =
    choices.length === 1
      ? say.t("people.confirmMember", { group })
      : say.t("people.chooseMember", { query: cut(view.query, 40), group });
  const message = asked(question, choices);
  const items = message.quickReply?.items ?? [];
  return view.none === undefined ? message : textMessage(message.text, withNone(say, items, view.none));
}

interface Choice {
  /** Labels of its button, the best first. */
  labels: string[];
  line: string;
  data: string;
}

function asked(question: string, choices: Choice[]): messagingApi.TextMessage {
  const shown = choices.slice(0, maxChoices);
  return textMessage([question, ...shown.map(({ line }) => `• ${line}`)].join("\n"), quickChoices(shown));
}
