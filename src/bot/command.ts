import type { z } from "zod";
import type { ReadyPhoto } from "../app/photos/store-photo";
import type { Reader } from "../messages/speak";
import type { Message } from "../messages/views";
import type { Action } from "../storage/actions";
import type { CommandName } from "../understanding/commands";
import type { Answer, Chat } from "./chat";

/**
 * Who may use a command: `anyone`; `linked`: who has consented and whose phone opens a passbook; an officer's powers are checked
 * by the use case.
 */
export type Access = "anyone" | "linked";

/** A thing that a person can ask in words. A tile of the rich menu leads to the same command. */
export interface TextCommand {
  kind: "text";
  name: CommandName;
  access: Access;
  /** A mere question: it may be asked in the middle of a conversation, which then waits. */
  question: boolean;
  /** Whether a text can be nothing but this command, and leaves an open question waiting as a mere question does. */
  isOwnLine?(text: string): boolean;
  /** Whether these words of the command may as well answer an open question; left out: they never do, and end the question. */
  mayAnswer?(text: string): boolean;
  handle(chat: Chat, said: Said): Promise<Answer>;
}

/** What the person said: the whole text, and what follows the words of the command. */
export interface Said {
  text: string;
  rest: string;
}

/** What a button of a card does. */
export interface PostbackCommand {
  kind: "postback";
  name: string;
  access: Access;
  /** The deed is done once: a second tap shows the first result. A button that only shows something runs each time. */
  once: boolean;
  handle(chat: Chat, payload: unknown, action: Action): Promise<Answer>;
  /** What a second tap says; left out: the first result again. */
  again?(chat: Chat, action: Action): Promise<Answer>;
}

/** One step of a conversation. Null: this text does not belong to it. */
export interface ConversationStep {
  /** `<conversation>.<step>`. */
  name: string;
  /** It asks for a number: eight digits are its answer and no link code. */
  takesDigits?: true;
  /** The button of the open question that these words press, as a tap does; null: none. */
  presses?(chat: Chat, text: string): Promise<string | null>;
  /** The step waits for words that may be anything: a clear question interrupts it, another command ends it. */
  handle(chat: Chat, text: string): Promise<Answer | null>;
  /** Its question once more, with its buttons: after another question that was answered in between, and after words that it could not read. Left out: it stands as it is. */
  again?(chat: Chat): Promise<Answer>;
  /** What a picture does that is sent now; left out: the step waits for none. Its data names as `photo` what the picture will be. */
  handlePhoto?(chat: Chat, photo: ReadyPhoto): Promise<Answer>;
  /** What a typed ยกเลิก hears: the question is closed. */
  dropped(reader: Reader): Message;
}

/** Defines a command in words. */
export function textCommand(
  command: Omit<TextCommand, "kind" | "question" | "access"> & { access?: Access; question?: boolean },
): TextCommand {
  return { kind: "text", access: "linked", question: false, ...command };
}

/** Defines what a button does; its payload is checked by `input` before the deed. */
export function postbackCommand<Input extends z.ZodType>(command: {
  name: string;
  access?: Access;
  once?: boolean;
  input: Input;
  handle(chat: Chat, input: z.output<Input>, action: Action): Promise<Answer>;
  again?(chat: Chat, action: Action): Promise<Answer>;
}): PostbackCommand {
  const { input, handle, ...rest } = command;
  return {
    kind: "postback",
    access: "linked",
    once: true,
    ...rest,
    handle: (chat, payload, action) => handle(chat, input.parse(payload), action),
  };
}
