import type { CommandMatch, CommandName } from "../understanding/commands";
import type { Chat } from "./chat";

/** What words mean that are one thing at the officers' table and another to a member: "ปิดยอด" of who holds no office is what ends her loan. */
export function meantBy({ actor }: Pick<Chat, "actor">, { command, meanings }: CommandMatch): CommandName {
  if (command !== "day.close" || actor.offices.length > 0) return command;
  return meanings.find((meaning) => meaning !== command) ?? command;
}
