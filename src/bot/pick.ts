import { findGroupNames, findMembersByNumbers } from "../app/members/find-member";
import type { Passbook } from "../app/people/actor";
import { namedInReach, type FaceToFacePower } from "../app/people/line-heads";
import { DomainError } from "../domain/errors";
import type { Group } from "../domain/groups/group";
import { memberName, type MemberName } from "../domain/people";
import { chooseGroup, choosePassbook } from "../messages/choices";
import type { PassbookName } from "../messages/linking";
import type { More } from "../messages/paging";
import { matchPeople } from "../understanding/people";
import type { Answer, Chat } from "./chat";

/** Passbooks as the cards name them. */
export function passbookNames(passbooks: readonly Passbook[]): PassbookName[] {
  return passbooks.map(({ member, group, via }) => ({ member: memberName(member), group, via }));
}

/** Asks which group is meant; each choice leads on to the postback command with the group added to what is known. */
export function askGroup(chat: Chat, groups: readonly Group[], next: string, known: Record<string, unknown>): Answer {
  const options = groups.map((group) => ({ group, data: chat.newAction(next, { ...known, groupId: group.id }) }));
  return { say: [chooseGroup(chat.reader, { options })] };
}

/**
 * Asks which passbook of the phone is meant; each choice leads on to the postback command, pressed or typed. `step` waits for other words too; without it
 * an open question goes on waiting, and the choice is then by button alone.
 */
export async function askPassbook(
  chat: Chat,
  passbooks: readonly Passbook[],
  next: string,
  known: Record<string, unknown>,
  {
    question = "which",
    step,
  }: { question?: "see" | "which" | "transfer"; step?: NonNullable<Answer["conversation"]> } = {},
): Promise<Answer> {
  const options = passbooks.map(({ member, group }) => ({
    group,
    member: memberName(member),
    data: chat.newAction(next, { ...known, memberId: member.id }),
  }));
  const choices = passbooks.map(({ member }, at) => ({ memberId: member.id, data: options[at]?.data }));
  const say = [choosePassbook(chat.reader, { question, options })];
  if (step) return { say, conversation: { ...step, data: { ...step.data, choices } } };
  const open = await chat.openConversation();
  if (open && open.name !== "passbook") return { say };
  return { say, conversation: { name: "passbook", step: "choice", data: { choices } } };
}

/** The members of a group that an officer's words fit: a number leads straight to one, a name or nickname is looked for among all. */
export async function findBySaying(chat: Chat, group: Group, words: string): Promise<MemberName[]> {
  return (await findBySayings(chat, group, [words])).get(words) ?? [];
}

/** The same of many words at once, by the words. */
export async function findBySayings(
  chat: Chat,
  group: Group,
  sayings: readonly string[],
): Promise<Map<string, MemberName[]>> {
  const numbers = sayings.map((words) => words.trim());
  const byNumber = await findMembersByNumbers(chat.tx, group.id, numbers);
  const numbered = (words: string): MemberName[] => byNumber.get(words.trim()) ?? [];
  const isNamed = sayings.some((words) => numbered(words).length === 0);
  const names = isNamed ? await findGroupNames(chat.tx, group.id) : [];
  return new Map(
    sayings.map((words) => [words, numbered(words).length > 0 ? numbered(words) : matchPeople(words, names)]),
  );
}

/** The one member of a group whom an officer's words fit. Throws `member.not-found`, and `member.ambiguous` where they fit several. */
export async function memberBySaying(chat: Chat, group: Group, words: string): Promise<MemberName> {
  const [one, second] = await findBySaying(chat, group, words);
  if (!one) throw new DomainError("member.not-found", { query: words, groupName: group.name.th });
  if (second) throw new DomainError("member.ambiguous", { query: words });
  return one;
}

/** Those whom an officer's words fit and for whom she may act: everybody for an officer with the power, her line for a line head. Throws `role.missing` for who is neither. */
export async function findInReach(
  chat: Chat,
  group: Group,
  words: string,
  power: FaceToFacePower,
): Promise<MemberName[]> {
  return namedInReach(chat.tx, chat.actor, group, await findBySaying(chat, group, words), power);
}

/** The groups of a phone's passbooks, each once. */
export function groupsOf(chat: Chat): Group[] {
  return [...new Map(chat.actor.own.map(({ group }) => [group.id, group])).values()];
}

/** The group of the person's own that the id names; throws `card.foreign` when it is none of hers any more. */
export function ownGroup(chat: Chat, groupId: string): Group {
  const group = groupsOf(chat).find(({ id }) => id === groupId);
  if (!group) throw new DomainError("card.foreign", {});
  return group;
}

/** The button for what a list shows next; null where nothing is left. */
export function moreOf(
  chat: Chat,
  name: string,
  total: number,
  from: number,
  known: Record<string, unknown> = {},
): More | null {
  return from < total ? { count: total - from, data: chat.newAction(name, { ...known, from }) } : null;
}
