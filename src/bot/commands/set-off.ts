import { z } from "zod";
import { decideSetOff, getSetOffRequest, previewSetOff, requestSetOff } from "../../app/loans/changes/set-off";
import { requireGroups } from "../../app/people/actor";
import type { Group } from "../../domain/groups/group";
import { askSetOffLine, setOffCards } from "../../messages/set-off";
import { readSetOffLine } from "../../understanding/set-off-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";
import { officerGroup } from "./day";

const saidField = z.object({ memberNo: z.string(), contractNo: z.string().nullable(), resolution: z.string() });
type SaidSetOff = z.output<typeof saidField>;

/** หักสัจจะใช้หนี้ 012 สัญญา 15/2568 มติ 3/2569: answers with a card; a second officer is asked only then. */
export const askSetOff = textCommand({
  name: "loan.set-off",
  isOwnLine: (text) => readSetOffLine(text) !== null,
  async handle(chat, { text }) {
    const groups = requireGroups(chat.actor, "pay-out");
    const [one, second] = groups;
    const line = readSetOffLine(text);
    if (!line || line.resolution === null) return { say: [askSetOffLine(chat.reader)] };
    const said = { ...line, resolution: line.resolution };
    return second ? askGroup(chat, groups, "set-off.group", { said }) : setOffCard(chat, one, said);
  },
});

/** The chosen group of an officer of several. */
const askSetOffIn = postbackCommand({
  name: "set-off.group",
  once: false,
  input: z.object({ groupId: z.string(), said: saidField }),
  handle: (chat, { groupId, said }) => setOffCard(chat, officerGroup(chat, groupId), said),
});

async function setOffCard(chat: Chat, group: Group, said: SaidSetOff): Promise<Answer> {
  const plan = await previewSetOff(chat.tx, chat.actor, { group, ...said, now: chat.now });
  const confirm = chat.newAction(
    "set-off.confirm",
    { groupId: group.id, said: { ...said, contractNo: plan.contractNo } },
    { subject: `set-off:${chat.actor.personId}:${group.id}`, groupId: group.id },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [setOffCards.confirmation(chat.reader, { ...plan, confirm, drop })] };
}

/** The first officer confirms: a second one is asked, nothing is posted yet. */
const confirmSetOff = postbackCommand({
  name: "set-off.confirm",
  input: z.object({ groupId: z.string(), said: saidField }),
  again: standingNow(getSetOffRequest, setOffCards.decided),
  async handle(chat, { groupId, said }, action) {
    const input = { group: officerGroup(chat, groupId), ...said, operationId: action._id, now: chat.now };
    return askedOf(chat, await requestSetOff(chat.tx, chat.actor, input), setOffCards.asked);
  },
});

/** The second officer's word: confirmed, the savings have paid the debt. */
const setOffAnswer = secondOfficerButtons("set-off", decideSetOff, setOffCards.decided);

/** What the buttons of a set-off do. */
export const setOffButtons = [askSetOffIn, confirmSetOff, setOffAnswer.approve, setOffAnswer.reject];
