import type { messagingApi } from "@line/bot-sdk";
import { buttonLabel, distinctLabels, quickLabel } from "./labels";
import type { Speak } from "./speak";

/** What a person can always say; the word stands in the locales under `common.commands`, and a quick reply sends it as her own text. */
export const commandNames = [
  "waiting",
  "balance",
  "entries",
  "receipts",
  "transfer",
  "loans",
  "welfare",
  "nextDay",
  "help",
  "talk",
  "language",
  "stop",
  "resume",
  "consent",
  "unlink",
  "privacy",
  "openDay",
  "closeDay",
  "callbacks",
  "receiptCheck",
  "menu",
  "leaveHelping",
  "makeCode",
  "bindChat",
  "complaint",
  "rules",
  "desk",
  "practice",
  "practiceEnd",
  "practiceEndAll",
] as const;
export type CommandName = (typeof commandNames)[number];

/** The buttons of a card as its layout takes them. */
export interface Buttons {
  any: boolean;
  primary: messagingApi.Action | null;
  others: { action: messagingApi.Action }[];
}

/** A postback whose label the person sees as her own answer too. Throws an Error without data, or when no label fits a Flex button. */
export function postback(data: string, ...labels: string[]): messagingApi.Action {
  if (!data) throw new Error("a button needs its data");
  const label = buttonLabel(...labels);
  return { type: "postback", label, data, displayText: label };
}

/** A button that says one of the commands. */
export function saying(say: Speak, command: CommandName): messagingApi.Action {
  const text = say.t(`common.commands.${command}`);
  return { type: "message", label: buttonLabel(text), text };
}

/** A button that telephones. */
export function calling(label: string, phone: string): messagingApi.Action {
  return { type: "uri", label: buttonLabel(label), uri: `tel:${phone.replaceAll(/[^\d+]/g, "")}` };
}

/** A button that opens a page of Sajja in LINE. */
export function opening(label: string, uri: string): messagingApi.Action {
  return { type: "uri", label: buttonLabel(label), uri };
}

/** A quick reply that opens a page of Sajja in LINE. */
export function quickOpening(text: string, uri: string): messagingApi.QuickReplyItem {
  return { type: "action", action: { type: "uri", label: quickLabel(text), uri } };
}

/** The buttons in their order: the primary first, then the others; at most three. Throws an Error when there are more. */
export function buttons(primary: messagingApi.Action | null, ...others: (messagingApi.Action | null)[]): Buttons {
  const rest = others.filter((action) => action !== null);
  if (rest.length + (primary ? 1 : 0) > 3) throw new Error("a card has at most three buttons");
  return { any: primary !== null || rest.length > 0, primary, others: rest.map((action) => ({ action })) };
}

/** A quick reply that answers with data; its label is cut where it is too long. */
export function quickPostback(data: string, text: string): messagingApi.QuickReplyItem {
  const label = quickLabel(text);
  return { type: "action", action: { type: "postback", label, data, displayText: label } };
}

/** Quick replies to choose from: each bears the first of its labels that no other one may bear. */
export function quickChoices(choices: readonly { labels: string[]; data: string }[]): messagingApi.QuickReplyItem[] {
  const labels = distinctLabels(
    choices.map((choice) => choice.labels),
    { shape: quickLabel, fits: () => true },
  );
  return choices.map(({ data }, index) => quickPostback(data, labels[index] ?? ""));
}

/** The choices with the way out of them all: "neither" of two, "not this one", "none of these". */
export function withNone(
  say: Speak,
  choices: readonly messagingApi.QuickReplyItem[],
  none: string,
): messagingApi.QuickReplyItem[] {
  const key = choices.length === 1 ? "notThis" : choices.length === 2 ? "neither" : "noneOfThese";
  return [...choices, quickPostback(none, say.t(`questions.${key}`))];
}

/** A quick reply that says one of the commands. */
export function quickSaying(say: Speak, command: CommandName): messagingApi.QuickReplyItem {
  const text = say.t(`common.commands.${command}`);
  return { type: "action", action: { type: "message", label: quickLabel(text), text } };
}

/** A quick reply that sends the text as the person's own words. */
export function quickText(text: string): messagingApi.QuickReplyItem {
  return { type: "action", action: { type: "message", label: quickLabel(text), text } };
}

/** The property of a message that carries quick replies; LINE takes 1 to 13, so none is no property. */
export function withQuickReplies(items: messagingApi.QuickReplyItem[]): { quickReply?: messagingApi.QuickReply } {
  return items.length > 0 ? { quickReply: { items: items.slice(0, 13) } } : {};
}
