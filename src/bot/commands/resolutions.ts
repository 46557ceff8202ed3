import { z } from "zod";
import { groupsOfRegister, readRegister, readResolution, resolutionsListed } from "../../app/approvals/read-register";
import { matters } from "../../app/matters";
import type { Group } from "../../domain/groups/group";
import { noResolution, resolutionList, resolutionWhole } from "../../messages/resolutions";
import { readResolutionAsked } from "../../understanding/resolution";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { officerGroup } from "./day";

/** ทะเบียนมติ: the committee's resolutions; with a number behind it, one of them whole. */
export const showResolutions = textCommand({
  name: "resolutions",
  question: true,
  async handle(chat, { text }) {
    const groups = groupsOfRegister(chat.actor);
    const asked = readResolutionAsked(text, chat.today);
    const [one, second] = groups;
    if (second) return askGroup(chat, groups, "resolutions.group", { asked });
    return asked === null ? register(chat, one, 0) : whole(chat, one, asked);
  },
});

/** The chosen group of an officer of several, or older resolutions. */
export const showRegister = postbackCommand({
  name: "resolutions.group",
  once: false,
  input: z.object({ groupId: z.string(), asked: z.string().nullish(), from: z.number().optional() }),
  handle: (chat, { groupId, asked, from = 0 }) => {
    const group = officerGroup(chat, groupId);
    return asked ? whole(chat, group, asked) : register(chat, group, from);
  },
});

async function register(chat: Chat, group: Group, from: number): Promise<Answer> {
  const { resolutions, count } = await readRegister(chat.tx, chat.actor, matters, { group, from });
  const next = from + resolutionsListed;
  const data = (values: object) => chat.newAction("resolutions.group", { groupId: group.id, ...values });
  const listed = resolutions.map((one) => ({ ...one, data: data({ asked: one.resolutionNo }) }));
  const more = next < count ? data({ from: next }) : null;
  return { say: [resolutionList(chat.reader, { group, resolutions: listed, more })] };
}

async function whole(chat: Chat, group: Group, resolutionNo: string): Promise<Answer> {
  const view = await readResolution(chat.tx, chat.actor, matters, { group, resolutionNo });
  return { say: [view ? resolutionWhole(chat.reader, view) : noResolution(chat.reader, { resolutionNo })] };
}
