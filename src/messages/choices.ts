import type { messagingApi } from "@line/bot-sdk";
import { quickPostback } from "./actions";
import { cut } from "./labels";
import { textMessage } from "./card";
import { speak, type MemberName, type Name, type Reader } from "./speak";

/** LINE shows 13 quick replies; one is kept for "none of these". */
const maxChoices = 12;

/** Asks for which group the act is, where several are possible. */
export function chooseGroup(
  reader: Reader,
  view: { options: { groupName: Name; data: string }[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  const options = view.options.slice(0, maxChoices).map(({ groupName, data }) => ({ text: say.name(groupName), data }));
  return asked(say.t("people.chooseGroup"), options);
}

/** Asks which passbook of the phone is meant. */
export function choosePassbook(
  reader: Reader,
  view: { options: { groupName: Name; member: MemberName; data: string }[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  const options = view.options.slice(0, maxChoices);
  const severalGroups = new Set(options.map(({ groupName }) => say.name(groupName))).size > 1;
  const choices = options.map(({ groupName, member, data }) => ({
    text: `${member.memberNo} ${say.nickname(member)}`,
    detail: severalGroups ? `${say.member(member)} · ${say.name(groupName)}` : say.member(member),
    data,
  }));
  return asked(say.t("people.choosePassbook"), choices);
}

/** Asks which member is meant, where a name or nickname fits several. `query` is what the officer wrote. */
export function chooseMember(
  reader: Reader,
  view: { groupName: Name; query: string; options: { member: MemberName; data: string }[]; none: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const choices = view.options.slice(0, maxChoices).map(({ member, data }) => ({
    text: `${member.memberNo} ${say.nickname(member)}`,
    detail: say.member(member),
    data,
  }));
  const values = { query: cut(view.query, 40), group: say.name(view.groupName) };
  return asked(say.t("people.chooseMember", values), choices, { text: say.t("people.noneOfThese"), data: view.none });
}

interface Choice {
  text: string;
  detail?: string;
  data: string;
}

function asked(question: string, choices: Choice[], last?: Choice): messagingApi.TextMessage {
  const lines = [question, ...choices.map((choice) => `• ${choice.detail ?? choice.text}`)];
  const items = [...choices, ...(last ? [last] : [])].map((choice) => quickPostback(choice.data, choice.text));
  return textMessage(lines.join("\n"), items);
}
