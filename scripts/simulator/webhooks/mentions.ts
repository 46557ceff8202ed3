import type { JsonObject } from "../json";
import type { Line } from "../line";

/** Who is mentioned in a text of a group chat. */
export interface Mentions {
  bot?: boolean;
  all?: boolean;
  users?: readonly string[];
}

/** The text with its mentions at the front (those that it does not hold already), and LINE's list of them. */
export function mentionIn(line: Line, text: string, mentions: Mentions): { text: string; mention?: JsonObject } {
  const wanted: { name: string; mentionee: JsonObject }[] = [];
  if (mentions.bot) {
    const { botName, botUserId } = line.settings;
    wanted.push({ name: `@${botName}`, mentionee: { type: "user", userId: botUserId, isSelf: true } });
  }
  if (mentions.all) wanted.push({ name: "@All", mentionee: { type: "all" } });
  for (const id of mentions.users ?? []) {
    const user = line.users.get(id);
    const userId = user.consents ? { userId: id } : {};
    wanted.push({ name: `@${user.name}`, mentionee: { type: "user", ...userId, isSelf: false } });
  }
  if (wanted.length === 0) return { text };
  const missing = wanted.filter(({ name }) => !text.includes(name)).map(({ name }) => name);
  const whole = [...missing, text].join(" ");
  const mentionees = wanted
    .map(({ name, mentionee }) => ({ index: whole.indexOf(name), length: name.length, ...mentionee }))
    .sort((a, b) => a.index - b.index);
  return { text: whole, mention: { mentionees } };
}
