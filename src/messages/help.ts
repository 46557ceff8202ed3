import type { messagingApi } from "@line/bot-sdk";
import type { NoticeKind } from "../domain/notices";
import { quickSaying, type CommandName } from "./actions";
import { textMessage } from "./card";
import { speak, type Reader } from "./speak";

/** For whom the help is: what a person can do depends on who she is here. */
export type HelpRole = "stranger" | "member" | "committee" | "coordinator";

/** What an officer or line head may do besides what every member may, in the order in which help tells it. */
export const helpActs = [
  "day",
  "deposit",
  "batch",
  "payment",
  "reverse",
  "waiting",
  "code",
  "helper",
  "unlock",
  "chat",
  "reports",
  "paper",
  "calls",
] as const;
export type HelpAct = (typeof helpActs)[number];

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
  deposit: ["desk"],
  code: ["makeCode"],
  chat: ["bindChat"],
  calls: ["callbacks"],
};

/** What this person can do here, in a few lines, with quick replies: nothing is named that she may not do. */
export function help(reader: Reader, view: { role: HelpRole; acts: readonly HelpAct[] }): messagingApi.TextMessage {
  const say = speak(reader);
  const { acts } = view;
  // A seat without any duty here leaves what every member can do.
  const role = view.role === "committee" && acts.length === 0 ? "member" : view.role;
  const lines = acts.map((act) => `• ${say.t(`help.acts.${act}`)}`);
  const text =
    role === "committee"
      ? [say.t("help.committee.first"), ...lines, say.t("help.committee.last")]
      : [say.t(`help.roles.${role}`), ...(lines.length > 0 ? [say.t("help.lineHead"), ...lines] : [])];
  const commands = [...acts.flatMap((act) => commandsOfActs[act] ?? []), ...commandsOf[role]];
  return textMessage(
    text.join("\n"),
    commands.map((command) => quickSaying(say, command)),
  );
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
