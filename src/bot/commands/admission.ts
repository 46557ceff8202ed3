import { z } from "zod";
import { previewAdmission, recordAdmission } from "../../app/members/admission";
import { requireGroups } from "../../app/people/actor";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { admissionConfirmation, admissionStanding, askAdmissionLine } from "../../messages/admission";
import { chooseMember } from "../../messages/choices";
import { readAdmissionLine } from "../../understanding/admission-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, findBySaying } from "../pick";
import { officerGroup } from "./day";

/** รับสมาชิก 031 มติ 3/2569: answers with a card. Nothing is recorded yet. */
export const askAdmission = textCommand({
  name: "member.admit",
  isOwnLine: (text) => readAdmissionLine(text) !== null,
  async handle(chat, { text }) {
    const groups = requireGroups(chat.actor, "admit-member");
    const [one, second] = groups;
    if (!readAdmissionLine(text)) return { say: [askAdmissionLine(chat.reader)] };
    return second ? askGroup(chat, groups, "member.admit.group", { text }) : admissionIn(chat, one, text);
  },
});

/** The chosen group of an officer of several. */
export const askAdmissionIn = postbackCommand({
  name: "member.admit.group",
  once: false,
  input: z.object({ groupId: z.string(), text: z.string() }),
  handle: (chat, { groupId, text }) => admissionIn(chat, officerGroup(chat, groupId), text),
});

async function admissionIn(chat: Chat, group: Group, text: string): Promise<Answer> {
  const line = readAdmissionLine(text);
  if (!line) return { say: [askAdmissionLine(chat.reader)] };
  const { member: query, resolution } = line;
  const found = await findBySaying(chat, group, query);
  const [one, second] = found;
  if (!one) throw new DomainError("member.not-found", { query, groupName: group.name.th });
  if (!second) return admissionCard(chat, group, one.memberNo, resolution);
  const options = found.slice(0, 12).map((member) => ({
    member,
    data: chat.newAction("member.admit.member", { groupId: group.id, memberNo: member.memberNo, resolution }),
  }));
  const none = chat.newAction("choice.none", { hint: "admission" });
  return { say: [chooseMember(chat.reader, { group, query, options, none })] };
}

const admissionField = z.object({ groupId: z.string(), memberNo: z.string(), resolution: z.string() });

/** One of several members that the words fitted. */
export const askAdmissionOf = postbackCommand({
  name: "member.admit.member",
  once: false,
  input: admissionField,
  handle: (chat, { groupId, memberNo, resolution }) =>
    admissionCard(chat, officerGroup(chat, groupId), memberNo, resolution),
});

async function admissionCard(chat: Chat, group: Group, memberNo: string, resolution: string): Promise<Answer> {
  const view = await previewAdmission(chat.tx, chat.actor, { group, memberNo, resolution, now: chat.now });
  const confirm = chat.newAction(
    "member.admit.confirm",
    { groupId: group.id, memberNo, resolution },
    { subject: `admit:${chat.actor.personId}:${group.id}:${memberNo}`, groupId: group.id },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [admissionConfirmation(chat.reader, { ...view, confirm, drop })] };
}

/** [ยืนยันรับสมาชิก]: the resolution stands in the chain. */
export const confirmAdmission = postbackCommand({
  name: "member.admit.confirm",
  input: admissionField,
  async handle(chat, { groupId, memberNo, resolution }) {
    const group = officerGroup(chat, groupId);
    const asked = { group, memberNo, resolution, now: chat.now };
    const { result, notices } = await recordAdmission(chat.tx, chat.actor, asked);
    return { say: [admissionStanding(chat.reader, result)], notices };
  },
});
