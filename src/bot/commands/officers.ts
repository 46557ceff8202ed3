import { z } from "zod";
import {
  decideOfficeChange,
  getOfficeChangeRequest,
  previewOfficeChange,
  requestOfficeChange,
} from "../../app/officers/office-changes";
import { requireGroups } from "../../app/people/actor";
import type { Group } from "../../domain/groups/group";
import type { OfficeSaying } from "../../domain/groups/office-change";
import { committees, positions } from "../../domain/groups/offices";
import { askOfficeLine, officeChangeCards } from "../../messages/officers";
import { readOfficeLine } from "../../understanding/office-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, memberBySaying } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";
import { officerGroup } from "./day";

const seatField = z.object({ committee: z.enum(committees), position: z.enum(positions) });
const resolution = z.string();
const sayingField = z.discriminatedUnion("deed", [
  z.object({
    deed: z.literal("replace"),
    seat: seatField,
    outNo: z.string().nullable(),
    inNo: z.string(),
    resolution,
  }),
  z.object({ deed: z.literal("appoint"), seat: seatField, inNo: z.string(), resolution }),
  z.object({ deed: z.literal("end"), seat: seatField.nullable(), outNo: z.string(), resolution }),
]);

/** เปลี่ยนเหรัญญิก เป็น 005 มติ 2/2569, ตั้ง 005 เป็น…, พ้นตำแหน่ง 002 …: answers with a card; a second officer is asked only then. */
export const askOfficeChange = textCommand({
  name: "officers.change",
  isOwnLine: (text) => readOfficeLine(text) !== null,
  async handle(chat, { text }) {
    const groups = requireGroups(chat.actor, "change-officers");
    const [one, second] = groups;
    if (!readOfficeLine(text)?.resolution) return lineAgain(chat);
    return second ? askGroup(chat, groups, "officers.change.group", { text }) : changeIn(chat, one, text);
  },
});

/** The chosen group of an officer of several. */
export const askOfficeChangeIn = postbackCommand({
  name: "officers.change.group",
  once: false,
  input: z.object({ groupId: z.string(), text: z.string() }),
  handle: (chat, { groupId, text }) => changeIn(chat, officerGroup(chat, groupId), text),
});

const lineAgain = (chat: Chat): Answer => ({ say: [askOfficeLine(chat.reader)] });

async function changeIn(chat: Chat, group: Group, text: string): Promise<Answer> {
  const said = await sayingOf(chat, group, text);
  if (!said) return lineAgain(chat);
  const plan = await previewOfficeChange(chat.tx, chat.actor, { group, said, now: chat.now });
  const confirm = chat.newAction(
    "officers.change.confirm",
    { groupId: group.id, said },
    { subject: `officers:${chat.actor.personId}:${group.id}`, groupId: group.id },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [officeChangeCards.confirmation(chat.reader, { ...plan, confirm, drop })] };
}

/** The line with the member numbers of the people whom it names; null where it lacks its resolution. Throws `member.not-found`, `member.ambiguous`. */
async function sayingOf(chat: Chat, group: Group, text: string): Promise<OfficeSaying | null> {
  const line = readOfficeLine(text);
  if (!line || line.resolution === null) return null;
  const said = line.resolution;
  switch (line.deed) {
    case "appoint":
      return { deed: "appoint", seat: line.seat, inNo: await numberOf(chat, group, line.taker), resolution: said };
    case "end":
      return { deed: "end", seat: line.seat, outNo: await numberOf(chat, group, line.out), resolution: said };
    case "replace": {
      const outNo = line.out === null ? null : await numberOf(chat, group, line.out);
      const inNo = await numberOf(chat, group, line.taker);
      return { deed: "replace", seat: line.seat, outNo, inNo, resolution: said };
    }
  }
}

async function numberOf(chat: Chat, group: Group, words: string): Promise<string> {
  return (await memberBySaying(chat, group, words)).memberNo;
}

/** The first officer confirms: a second one is asked, nothing changes yet. */
export const confirmOfficeChange = postbackCommand({
  name: "officers.change.confirm",
  input: z.object({ groupId: z.string(), said: sayingField }),
  again: standingNow(getOfficeChangeRequest, officeChangeCards.decided),
  async handle(chat, { groupId, said }, action) {
    return askedOf(
      chat,
      await requestOfficeChange(chat.tx, chat.actor, {
        operationId: action._id,
        group: officerGroup(chat, groupId),
        said,
        now: chat.now,
      }),
      officeChangeCards.asked,
    );
  },
});

/** The second officer's word: confirmed, the change stands in the chain. */
export const officersAnswer = secondOfficerButtons("officers", decideOfficeChange, officeChangeCards.decided);
