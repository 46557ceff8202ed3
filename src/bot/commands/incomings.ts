import { z } from "zod";
import { previewIncoming, recordIncoming } from "../../app/incomings/incomings";
import { requireGroups } from "../../app/people/actor";
import { depositLimit } from "../../app/savings/deposit-checks";
import type { Group } from "../../domain/groups/group";
import { incomingKinds, incomingPlaces, type Incoming } from "../../domain/incomings/incoming";
import { askIncomingLine, askIncomingPlace, incomingConfirmation, incomingReceipt } from "../../messages/incomings";
import { askAmount } from "../../messages/questions";
import { readIncomingLine, type IncomingLine } from "../../understanding/incoming-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { officerGroup } from "./day";
import { firstReceipt } from "./deposit";
import { satangField } from "./deposit-questions";

const incomingField = z.object({
  kind: z.enum(incomingKinds),
  amount: satangField,
  into: z.enum(incomingPlaces),
  note: z.string().nullable(),
});

/** รับเงินไม่ทราบเจ้าของ 500, ดอกเบี้ยธนาคาร 123.45, เงินอุดหนุน 10000 จาก อบต.: answers with a card. Nothing is recorded yet. */
export const askIncoming = textCommand({
  name: "incoming.record",
  isOwnLine: (text) => readIncomingLine(text) !== null,
  async handle(chat, { text }) {
    const groups = requireGroups(chat.actor, "record-money");
    const [one, second] = groups;
    if (!readIncomingLine(text)) return lineAgain(chat);
    return second ? askGroup(chat, groups, "incoming.group", { text }) : incomingIn(chat, one, text);
  },
});

/** The chosen group of an officer of several. */
export const askIncomingIn = postbackCommand({
  name: "incoming.group",
  once: false,
  input: z.object({ groupId: z.string(), text: z.string() }),
  handle: (chat, { groupId, text }) => incomingIn(chat, officerGroup(chat, groupId), text),
});

const lineAgain = (chat: Chat): Answer => ({ say: [askIncomingLine(chat.reader)] });

async function incomingIn(chat: Chat, group: Group, text: string): Promise<Answer> {
  const line = readIncomingLine(text);
  if (!line || line.amount.verdict === "none") return lineAgain(chat);
  if (line.amount.verdict === "value") return placeOf(chat, group, { ...line, amount: line.amount.satang });
  const candidates = line.amount.candidates.map((amount) => ({
    amount,
    data: chat.newAction("incoming.sum", { groupId: group.id, line: { ...line, amount } }),
  }));
  if (candidates.length === 0) return lineAgain(chat);
  const none = chat.newAction("choice.none", { hint: "incoming" });
  return { say: [askAmount(chat.reader, { candidates, limit: depositLimit, none })] };
}

/** The sum that was meant, of several that could be read. */
export const askIncomingSum = postbackCommand({
  name: "incoming.sum",
  once: false,
  input: z.object({ groupId: z.string(), line: incomingField.extend({ into: z.enum(incomingPlaces).nullable() }) }),
  handle: (chat, { groupId, line }) => placeOf(chat, officerGroup(chat, groupId), line),
});

async function placeOf(
  chat: Chat,
  group: Group,
  line: Omit<IncomingLine, "amount"> & Pick<Incoming, "amount">,
): Promise<Answer> {
  const { into, ...known } = line;
  if (into !== null) return incomingCard(chat, group, { ...known, into });
  const place = (chosen: Incoming["into"]) =>
    chat.newAction("incoming.place", { groupId: group.id, incoming: { ...known, into: chosen } });
  return { say: [askIncomingPlace(chat.reader, { cash: place("cash"), bank: place("bank") })] };
}

/** [เงินสด] or [เข้าบัญชีของกลุ่ม]. */
export const askIncomingPlaceOf = postbackCommand({
  name: "incoming.place",
  once: false,
  input: z.object({ groupId: z.string(), incoming: incomingField }),
  handle: (chat, { groupId, incoming }) => incomingCard(chat, officerGroup(chat, groupId), incoming),
});

async function incomingCard(chat: Chat, group: Group, incoming: Incoming): Promise<Answer> {
  const plan = await previewIncoming(chat.tx, chat.actor, { group, incoming, now: chat.now });
  const { dayId } = plan;
  const confirm = chat.newAction(
    "incoming.confirm",
    { groupId: group.id, dayId, incoming },
    {
      subject: `incoming:${chat.actor.personId}:${group.id}:${incoming.kind}`,
      groupId: group.id,
      // What is in the bank may be recorded on any day.
      ...(incoming.into === "cash" ? { dayId } : {}),
    },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [incomingConfirmation(chat.reader, { ...plan, confirm, drop })] };
}

/** [ยืนยันรับ …]: it stands in the books with a number. */
export const confirmIncoming = postbackCommand({
  name: "incoming.confirm",
  input: z.object({ groupId: z.string(), dayId: z.string(), incoming: incomingField }),
  async handle(chat, { groupId, dayId, incoming }, action) {
    const group = officerGroup(chat, groupId);
    const asked = { operationId: action._id, group, dayId, incoming, now: chat.now };
    const receipt = await recordIncoming(chat.tx, chat.actor, asked);
    const reverse = chat.newAction("ledger.reverse.ask", { groupId, receipt: receipt.receipt });
    const view = { ...receipt, reverse };
    return {
      say: [incomingReceipt(chat.reader, view)],
      asCopy: [incomingReceipt(chat.reader, { ...view, copy: true })],
      keep: { groupId, receipt: receipt.receipt },
    };
  },
  again: (chat, action) => firstReceipt(chat, action),
});
