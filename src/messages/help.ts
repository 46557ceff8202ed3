import type { messagingApi } from "@line/bot-sdk";
import type { NoticeKind } from "../domain/notices";
import { quickSaying, quickText, type CommandName } from "./actions";
import { textMessage } from "./card";
import { actsOfTopics, officeTopics, ownActs, type HelpAct, type HelpTopic } from "./help-acts";
import { speak, type Reader, type Speak } from "./speak";

/** For whom the help is: what a person can do depends on who she is here. */
export type HelpRole = "stranger" | "member" | "committee" | "coordinator";

const commandsOf: Record<HelpRole, readonly CommandName[]> = {
  stranger: ["talk", "language"],
  member: [
    "balance",
    "entries",
    "receipts",
    "nextDay",
    "loans",
    "welfare",
    "rules",
    "transfer",
    "talk",
    "privacy",
    "language",
    "stop",
  ],
  committee: ["balance", "entries", "receipts", "nextDay", "talk", "language", "stop"],
  coordinator: ["balance", "nextDay", "talk", "language", "stop"],
};
const commandsOfActs: Partial<Record<HelpAct, readonly CommandName[]>> = {
  day: ["openDay", "closeDay"],
  desk: ["desk"],
  code: ["makeCode"],
  chat: ["bindChat"],
  calls: ["callbacks"],
};

/** What somebody may do here who asks for help. */
interface HelpView {
  role: HelpRole;
  acts: readonly HelpAct[];
}

/**
 * What this person can do here, in a few lines: nothing is named that she may not do. An officer sees the first act of each topic, and the topics as
 * quick replies.
 */
export function help(reader: Reader, view: HelpView): messagingApi.TextMessage {
  const say = speak(reader);
  const { acts } = view;
  // A seat without any duty here leaves what every member can do.
  const role = view.role === "committee" && acts.length === 0 ? "member" : view.role;
  const topics = topicsOf(view);
  const text =
    role === "committee"
      ? [say.t("help.committee.first"), ...firstActs(say, acts), say.t("help.committee.last")]
      : [say.t(`help.roles.${role}`), ...(acts.length > 0 ? [say.t("help.lineHead"), ...linesOf(say, acts)] : [])];
  const commands = [...acts.flatMap((act) => commandsOfActs[act] ?? []), ...commandsOf[role]];
  const room = 13 - topics.length;
  return textMessage(text.join("\n"), [
    ...topics.map((topic) => quickText(say.t(`help.topics.${topic}.say`))),
    ...commands.slice(0, room).map((command) => quickSaying(say, command)),
  ]);
}

/** The topics in which this person may do something; her own matters are everybody's who has a passbook here. */
function topicsOf({ role, acts }: HelpView): HelpTopic[] {
  if (role === "stranger") return [];
  const office = role === "committee" ? officeTopics.filter((topic) => within(topic, acts).length > 0) : [];
  return [...office, "own"];
}

const within = (topic: keyof typeof actsOfTopics, acts: readonly HelpAct[]): HelpAct[] =>
  actsOfTopics[topic].filter((act) => acts.includes(act));

const firstActs = (say: Speak, acts: readonly HelpAct[]): string[] =>
  linesOf(
    say,
    officeTopics.flatMap((topic) => within(topic, acts).slice(0, 1)),
  );

const linesOf = (say: Speak, acts: readonly (HelpAct | (typeof ownActs)[number])[]): string[] =>
  acts.map((act) => `• ${say.t(`help.acts.${act}`)}`);

/** All that this person may do of one topic, each with the words that do it. */
export function helpTopic(reader: Reader, view: HelpView & { topic: HelpTopic }): messagingApi.TextMessage {
  const say = speak(reader);
  const { topic } = view;
  const acts = topic === "own" ? ownActs : within(topic, view.acts);
  const others = topicsOf(view).filter((other) => other !== topic);
  return textMessage([say.t(`help.topics.${topic}.title`), ...linesOf(say, acts)].join("\n"), [
    ...others.map((other) => quickText(say.t(`help.topics.${other}.say`))),
    ...(["help", "talk"] as const).map((command) => quickSaying(say, command)),
  ]);
}

/** The six tiles as words and quick replies, for phones and computers without a rich menu. */
export function menuText(reader: Reader, view: { role: HelpRole }): messagingApi.TextMessage {
  const say = speak(reader);
  const commands = view.role === "stranger" ? commandsOf.stranger : menuOf[view.role];
  const lines = [say.t("help.menu"), ...commands.map((command) => `• ${say.t(`common.commands.${command}`)}`)];
  return textMessage(
    lines.join("\n"),
    commands.map((command) => quickSaying(say, command)),
  );
}

const menuOf: Record<Exclude<HelpRole, "stranger">, readonly CommandName[]> = {
  member: ["balance", "transfer", "loans", "welfare", "nextDay", "talk"],
  committee: ["openDay", "closeDay", "callbacks", "balance", "nextDay", "talk"],
  coordinator: ["balance", "nextDay", "talk", "help"],
};

/** The answer to words that were not understood. */
export function notUnderstood(reader: Reader, view: { role: HelpRole }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("help.notUnderstood"), quickTiles(reader, view.role));
}

/** The answer to words that came after the question before them was over: nothing of it was recorded. */
export function questionOver(reader: Reader, view: { role: HelpRole }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("help.questionOver"), quickTiles(reader, view.role));
}

/** The answer to a sticker, a picture, a voice message, a place, or a file. */
export function mediaAnswer(
  reader: Reader,
  view: { media: "sticker" | "image" | "audio" | "video" | "file" | "location"; role: HelpRole },
): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t(`help.media.${view.media}`), quickTiles(reader, view.role));
}

/** The answer to thanks and greetings. */
export function greeting(reader: Reader, view: { what: "hello" | "thanks"; role: HelpRole }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t(`help.greeting.${view.what}`), quickTiles(reader, view.role));
}

function quickTiles(reader: Reader, role: HelpRole): messagingApi.QuickReplyItem[] {
  const say = speak(reader);
  const commands = role === "stranger" ? commandsOf.stranger : menuOf[role];
  return [...new Set<CommandName>([...commands, "help"])].map((command) => quickSaying(say, command));
}

/** The one answer to a text over a thousand characters, which is not read. */
export function textTooLong(reader: Reader, view: { limit: number }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("help.textTooLong", view), [quickSaying(say, "talk"), quickSaying(say, "help")]);
}

/** The one neutral sentence when the fault is ours. */
export function neutralFailure(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("help.neutralFailure"), [quickSaying(say, "talk")]);
}

/** The one answer for the rest when a chat has too many waiting events. */
export function tooManyMessages(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("help.tooMany"));
}

/** Answers ทำไมได้ข้อความนี้ for the last message of that kind; null: no message was pushed to her. */
export function whyThisMessage(reader: Reader, view: { kind: NoticeKind | null }): messagingApi.TextMessage {
  const say = speak(reader);
  const text = view.kind === null ? say.t("notices.whyNone") : say.t(`notices.why.${view.kind}`);
  return textMessage(text, [quickSaying(say, "stop"), quickSaying(say, "talk")]);
}
