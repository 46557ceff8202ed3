import { z } from "zod";
import { listBenefits } from "../../app/welfare/benefits";
import type { Group } from "../../domain/groups/group";
import { benefitCard, benefitList, benefitsOnCard } from "../../messages/benefits";
import { welfareInfo } from "../../messages/tiles";
import type { Answer, Chat } from "../chat";
import { postbackCommand } from "../command";
import { ownGroup } from "../pick";

/** The benefits of a group, by name and sum; whom to ask where it wrote none. */
export function showBenefitsOf(chat: Chat, group: Group, known: { death?: true } = {}): Promise<Answer> {
  return benefitsFrom(chat, group, 0, known);
}

async function benefitsFrom(chat: Chat, group: Group, from: number, known: { death?: true } = {}): Promise<Answer> {
  const all = await listBenefits(chat.tx, group);
  const report = reportOf(chat, group, known);
  if (all.length === 0) return { say: [welfareInfo(chat.reader, { group, report })] };
  // The list was longer when the button was made: it begins again.
  const start = from < all.length ? from : 0;
  const shown = benefitsOnCard(all.slice(start));
  const next = start + shown.length;
  const more =
    next < all.length
      ? { count: all.length - next, data: chat.newAction("welfare.more", { groupId: group.id, from: next }) }
      : null;
  const benefits = shown.map(({ name, pays }) => ({
    name,
    pays,
    data: chat.newAction("welfare.benefit", { groupId: group.id, name }),
  }));
  return { say: [benefitList(chat.reader, { group, benefits, more, report })] };
}

const reportOf = (chat: Chat, group: Group, known: { death?: true } = {}): string =>
  chat.newAction("callback.ask", { about: "welfare", groupId: group.id, ...known });

/** [ดูอีก 3 อย่าง] of a group that pays more than a card has room for. */
export const showMoreBenefits = postbackCommand({
  name: "welfare.more",
  once: false,
  input: z.object({ groupId: z.string(), from: z.int() }),
  handle: (chat, { groupId, from }) => benefitsFrom(chat, ownGroup(chat, groupId), from),
});

/** One benefit with its papers, as the group writes it now; the whole list where that name is gone. */
export const showBenefit = postbackCommand({
  name: "welfare.benefit",
  once: false,
  input: z.object({ groupId: z.string(), name: z.string() }),
  async handle(chat, { groupId, name }) {
    const group = ownGroup(chat, groupId);
    const benefit = (await listBenefits(chat.tx, group)).find((one) => one.name === name);
    if (!benefit) return showBenefitsOf(chat, group);
    return { say: [benefitCard(chat.reader, { group, benefit, report: reportOf(chat, group) })] };
  },
});
