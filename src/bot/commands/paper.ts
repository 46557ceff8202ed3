import { z } from "zod";
import { confirmPaper, getPaperRequest, keepPaper, namePaper, previewPaper } from "../../app/signed-paper/signed-paper";
import type { PhotoId } from "../../domain/ids";
import { cardDropped } from "../../messages/questions";
import { askPaperLine, askPaperPhoto, paperConfirmation, paperNamed, paperNaming } from "../../messages/paper";
import { paymentDecided } from "../../messages/payments";
import { reversalDecided } from "../../messages/reversals";
import { readPaperLine } from "../../understanding/paper-line";
import type { Answer } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";

/** Longer reasons say nothing more. */
const maxReason = 100;

const namedField = z.object({ approvalId: z.string(), secondNo: z.string(), reason: z.string() });

/** เซ็นกระดาษ 004 เพราะ ไม่มีโทรศัพท์: of the newest request that waits for a second officer. */
export const askPaper = textCommand({
  name: "paper.name",
  isOwnLine: (text) => readPaperLine(text) !== null,
  async handle(chat, { text }): Promise<Answer> {
    const line = readPaperLine(text);
    if (!line) return { say: [askPaperLine(chat.reader)] };
    const named = { secondNo: line.secondNo, reason: ownWords(line.reason, maxReason) };
    const view = await previewPaper(chat.tx, chat.actor, { ...named, now: chat.now });
    const confirm = chat.newAction(
      "paper.name.confirm",
      { approvalId: view.approvalId, ...named },
      { subject: `paper:${chat.actor.personId}:${view.approvalId}`, groupId: view.group.id },
    );
    return { say: [paperNaming(chat.reader, { ...view, confirm, drop: chat.newAction("drop", { of: confirm }) })] };
  },
});

/** [ยืนยันให้เซ็นกระดาษ]: the other officers are asked to photograph it. */
export const confirmPaperName = postbackCommand({
  name: "paper.name.confirm",
  input: namedField,
  async handle(chat, named) {
    const { result, notices } = await namePaper(chat.tx, chat.actor, { ...named, now: chat.now });
    return { say: [paperNamed(chat.reader, result)], notices };
  },
});

/** [ถ่ายรูปส่งในแชทนี้]: waits for the photo. */
export const askPhotograph = postbackCommand({
  name: "paper.photograph",
  once: false,
  input: z.object({ approvalId: z.string() }),
  async handle(chat, { approvalId }) {
    const { group } = await getPaperRequest(chat.tx, chat.actor, approvalId, chat.now);
    const photo = { groupId: group.id, purpose: "signed-paper", aboutId: approvalId };
    return {
      say: [askPaperPhoto(chat.reader)],
      conversation: { name: "paper", step: "photo", data: { approvalId, photo } },
    };
  },
});

/** The photo of the signed paper: kept, and then asked once more before anything is decided. */
export const paperPhotoStep: ConversationStep = {
  name: "paper.photo",
  dropped: cardDropped,
  handle: (chat) => Promise.resolve({ say: [askPaperPhoto(chat.reader)] }),
  async handlePhoto(chat, photo) {
    const { approvalId } = z.object({ approvalId: z.string() }).parse((await chat.openConversation())?.data);
    const view = await keepPaper(chat.tx, chat.actor, { approvalId, photo, now: chat.now });
    const confirm = chat.newAction(
      "paper.confirm",
      { approvalId, photoId: photo.id },
      { subject: `paper.confirm:${chat.actor.personId}:${approvalId}`, groupId: view.group.id },
    );
    const drop = chat.newAction("drop", { of: confirm });
    return { say: [paperConfirmation(chat.reader, { ...view, confirm, drop })], conversation: null };
  },
};

/** [ยืนยันว่าเซ็นแล้ว]: the paper stands for the second officer's button. */
export const confirmSignedPaper = postbackCommand({
  name: "paper.confirm",
  input: z.object({ approvalId: z.string(), photoId: z.string() }),
  async handle(chat, { approvalId, photoId }) {
    const input = { approvalId, photoId: photoId as PhotoId, now: chat.now };
    const { result, notices } = await confirmPaper(chat.tx, chat.actor, input);
    const say =
      result.kind === "payment" ? paymentDecided(chat.reader, result.view) : reversalDecided(chat.reader, result.view);
    return { say: [say], notices };
  },
});
