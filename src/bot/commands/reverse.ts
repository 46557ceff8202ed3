import { z } from "zod";
import { decideReversal, getReversalRequest, getReversibleView, requestReversal } from "../../app/ledger/reversals";
import { requireGroups } from "../../app/people/actor";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { parseReceiptText } from "../../domain/ledger/receipt";
import { askReceiptNo, cardDropped } from "../../messages/questions";
import { reversalAsked, reversalConfirmation, reversalDecided, reversalReason } from "../../messages/reversals";
import { normalise, stripPoliteness } from "../../understanding/normalise";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";
import { askGroup } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";
import { officerGroup } from "./day";

/** แก้รายการ 2569/000123: asks why, then a second officer. */
export const askReversal = textCommand({
  name: "savings.reverse",
  mayAnswer: (text) => !/\d/.test(normalise(text)) && /^(?:ลง|wrong)/.test(normalise(text)),
  async handle(chat, { rest }) {
    const groups = requireGroups(chat.actor, "record-money");
    const [one, second] = groups;
    const { receipt, reason } = receiptIn(rest);
    if (receipt === null) return { say: [askReceiptNo(chat.reader)] };
    if (second) return askGroup(chat, groups, "ledger.reverse.ask", { receipt });
    return reason === "" ? askReason(chat, one, receipt) : requestCard(chat, one, receipt, reason);
  },
});

/** [แก้รายการที่ลงผิด] of a receipt. */
export const askReversalOf = postbackCommand({
  name: "ledger.reverse.ask",
  once: false,
  input: z.object({ groupId: z.string(), receipt: z.string() }),
  handle: (chat, { groupId, receipt }) => askReason(chat, officerGroup(chat, groupId), receipt),
});

async function askReason(chat: Chat, group: Group, receipt: string): Promise<Answer> {
  const view = await getReversibleView(chat.tx, chat.actor, { group, receipt: receiptNo(receipt), now: chat.now });
  return {
    say: [reversalReason(chat.reader, view)],
    conversation: { name: "reversal", step: "reason", data: { groupId: group.id, receipt: view.receipt } },
  };
}

function receiptNo(text: string) {
  const receipt = parseReceiptText(text);
  if (!receipt) throw new DomainError("entry.not-found", { receipt: text });
  return receipt;
}

/** "2569/000123 กดผิด": the receipt, and the reason where it stands behind. */
function receiptIn(text: string): { receipt: string | null; reason: string } {
  const [said = "", ...others] = text.trim().split(/\s+/);
  if (!parseReceiptText(said)) return { receipt: null, reason: "" };
  return { receipt: said, reason: others.join(" ").replace(/^(?:เพราะ|because)\s*/, "") };
}

/** The receipt of a text that says nothing else, whatever it calls it ("2569/000123", "แก้ใบเสร็จเลขที่ 2569/000123"); else null. */
function receiptAlone(text: string): string | null {
  const said = stripPoliteness(normalise(text)).toUpperCase();
  const receipt = /25\d{2}\/(?:[A-Z]\/)?\d{1,9}/.exec(said)?.[0];
  if (receipt === undefined) return null;
  const other = said.replace(receipt, "").replaceAll(/แก้?ไ?ข?|ยกเลิก|รายการ|ใบเสร็จ|เลขที่|เลข|ขอ|ของ|[\s\p{P}]/gu, "");
  return other === "" ? receipt : null;
}

/** Longer ones would make the cards that repeat it more than one screen high. */
const maxReasonLength = 100;

/**
 * Any words are a reason, but for a text that only names a receipt: then that one is meant from here on. The card repeats the reason
 * before anything is asked of a second officer.
 */
export const reversalReasonStep: ConversationStep = {
  name: "reversal.reason",
  dropped: cardDropped,
  async handle(chat, text) {
    const { groupId, receipt } = z
      .object({ groupId: z.string(), receipt: z.string() })
      .parse((await chat.openConversation())?.data);
    const group = officerGroup(chat, groupId);
    const named = receiptAlone(text);
    if (named) return askReason(chat, group, named);
    return { ...(await requestCard(chat, group, receipt, text)), conversation: null };
  },
};

/** The card that repeats receipt and reason, before a second officer is asked. */
async function requestCard(chat: Chat, group: Group, receipt: string, said: string): Promise<Answer> {
  const reason = ownWords(said, maxReasonLength);
  const view = await getReversibleView(chat.tx, chat.actor, { group, receipt: receiptNo(receipt), now: chat.now });
  const confirm = chat.newAction(
    "ledger.reverse.request",
    { groupId: group.id, receipt, reason },
    { subject: `reverse:${chat.actor.personId}:${group.id}:${receipt}`, groupId: group.id },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [reversalConfirmation(chat.reader, { ...view, reason, confirm, drop })] };
}

/** The first officer confirms: a second one is asked. */
export const confirmReversalRequest = postbackCommand({
  name: "ledger.reverse.request",
  input: z.object({ groupId: z.string(), receipt: z.string(), reason: z.string() }),
  again: standingNow(getReversalRequest, reversalDecided),
  async handle(chat, { groupId, receipt, reason }, action) {
    const group = officerGroup(chat, groupId);
    return askedOf(
      chat,
      await requestReversal(chat.tx, chat.actor, {
        operationId: action._id,
        group,
        receipt: receiptNo(receipt),
        reason,
        now: chat.now,
      }),
      reversalAsked,
    );
  },
});

/** The second officer's word: confirmed, the entry is taken back. */
export const reversalAnswer = secondOfficerButtons("reversal", decideReversal, reversalDecided);
