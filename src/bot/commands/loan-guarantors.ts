import { z } from "zod";
import { answerGuarantee, type OwnGuarantee } from "../../app/loans/requests/answer-guarantee";
import { leaveGuarantee } from "../../app/loans/requests/end-request";
import { decideEntry, getGuaranteeEntry, previewEntry, requestEntry } from "../../app/loans/requests/enter-answer";
import { nameGuarantor, previewGuarantor } from "../../app/loans/requests/name-guarantor";
import { getOwnGuarantee, getOwnRequest, ownGuarantees } from "../../app/loans/requests/own-requests";
import { DomainError } from "../../domain/errors";
import { missingGuarantors } from "../../domain/loans/requests/guarantors";
import { openStates } from "../../domain/loans/requests/request";
import { chooseMember } from "../../messages/choices";
import {
  askGuarantor,
  askIfSure,
  guaranteeCards,
  guaranteeStanding,
  guarantorConfirmation,
  nothingAsked,
} from "../../messages/loan-guarantees";
import { cardDropped } from "../../messages/questions";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { findBySaying } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";
import { afterNaming } from "./loan-standing";

const ofRequest = z.object({ requestId: z.string() });
const named = ofRequest.extend({ memberNo: z.string() });

/** [บอกชื่อผู้ค้ำ]: whom she wants, by number, name or nickname. */
export const askGuarantorOf = postbackCommand({
  name: "loan.guarantor.ask",
  once: false,
  input: ofRequest,
  async handle(chat, { requestId }) {
    const view = await getOwnRequest(chat.tx, chat.actor, requestId);
    const { request } = view;
    if (request.state !== "guarantors" || missingGuarantors(request) === 0) return afterNaming(chat, view);
    return {
      say: [askGuarantor(chat.reader, { missing: missingGuarantors(request) })],
      conversation: { name: "loan-request", step: "guarantor", data: { requestId } },
    };
  },
});

/** A guarantor in words: the one whom they fit is shown before she is asked; of several, the borrower chooses. */
export const guarantorStep: ConversationStep = {
  name: "loan-request.guarantor",
  takesDigits: true,
  dropped: cardDropped,
  async again(chat) {
    const { requestId } = ofRequest.parse((await chat.openConversation())?.data);
    return afterNaming(chat, await getOwnRequest(chat.tx, chat.actor, requestId));
  },
  async handle(chat, text) {
    const { requestId } = ofRequest.parse((await chat.openConversation())?.data);
    const { group } = await getOwnRequest(chat.tx, chat.actor, requestId);
    const found = await findBySaying(chat, group, text);
    const [one, second] = found;
    if (!one) throw new DomainError("member.not-found", { query: text, groupName: group.name.th });
    if (!second) return confirmationOf(chat, requestId, one.memberNo);
    const options = found.slice(0, 12).map((member) => ({
      member,
      data: chat.newAction("loan.guarantor.pick", { requestId, memberNo: member.memberNo }),
    }));
    return { say: [chooseMember(chat.reader, { group, query: text, options })] };
  },
};

/** The one whom the borrower means. */
export const pickGuarantor = postbackCommand({
  name: "loan.guarantor.pick",
  once: false,
  input: named,
  handle: (chat, { requestId, memberNo }) => confirmationOf(chat, requestId, memberNo),
});

async function confirmationOf(chat: Chat, requestId: string, memberNo: string): Promise<Answer> {
  const view = await previewGuarantor(chat.tx, chat.actor, { requestId, memberNo, now: chat.now });
  const confirm = chat.newAction(
    "loan.guarantor.name",
    { requestId, memberNo },
    { subject: `guarantor:${chat.actor.personId}:${requestId}`, groupId: view.group.id },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [guarantorConfirmation(chat.reader, { ...view, confirm, drop })] };
}

/** [ยืนยันเชิญคนนี้]: she is asked; the next one is asked for where another is needed. */
export const confirmGuarantor = postbackCommand({
  name: "loan.guarantor.name",
  input: named,
  async handle(chat, { requestId, memberNo }) {
    const { result, notices } = await nameGuarantor(chat.tx, chat.actor, { requestId, memberNo, now: chat.now });
    return { ...afterNaming(chat, result), notices };
  },
});

const answerButton = (name: "agree" | "decline", answer: "agreed" | "declined") =>
  postbackCommand({
    name: `guarantee.${name}`,
    once: false,
    input: ofRequest,
    async handle(chat, { requestId }) {
      const { result, notices } = await answerGuarantee(chat.tx, chat.actor, { requestId, answer, now: chat.now });
      return { say: [standingOf(chat, result)], notices };
    },
  });

/** [รับค้ำ 10,000 บาท]. */
export const agreeToGuarantee = answerButton("agree", "agreed");

/** [ไม่สะดวกค้ำ]. */
export const declineGuarantee = answerButton("decline", "declined");

/** Her card with what she may still do: answer, or leave before the payout. */
function standingOf(chat: Chat, view: OwnGuarantee): Answer["say"][number] {
  const { request, state } = view;
  const button = (name: string) => chat.newAction(name, { requestId: request.id });
  const isOpen = openStates.includes(request.state);
  const buttons =
    state === "asked" && request.state === "guarantors"
      ? { agree: button("guarantee.agree"), decline: button("guarantee.decline") }
      : state === "agreed" && isOpen
        ? { leave: button("guarantee.leave.ask") }
        : {};
  return guaranteeStanding(chat.reader, { ...view, ...buttons });
}

/** ค้ำให้ใคร: the requests for which she was asked to stand, or stands. */
export const showOwnGuarantees = textCommand({
  name: "loan.guarantees",
  question: true,
  async handle(chat) {
    const views = await ownGuarantees(chat.tx, chat.actor, chat.now);
    if (views.length === 0) return { say: [nothingAsked(chat.reader, { what: "guarantee" })] };
    return { say: views.slice(0, 5).map((view) => standingOf(chat, view)) };
  },
});

/** [ถอนตัวจากการค้ำ]: asked once more before anything moves. */
export const askLeave = postbackCommand({
  name: "guarantee.leave.ask",
  once: false,
  input: ofRequest,
  async handle(chat, { requestId }) {
    const view = await getOwnGuarantee(chat.tx, chat.actor, requestId, chat.now);
    const { request, member, guarantee } = view;
    if (view.state !== "agreed" || !openStates.includes(request.state)) return { say: [standingOf(chat, view)] };
    const confirm = chat.newAction("guarantee.leave", { requestId });
    const drop = chat.newAction("drop", { of: confirm });
    const { requestNo } = request;
    const shown = { what: "leave" as const, requestNo, amount: guarantee.amount, member, confirm, drop };
    return { say: [askIfSure(chat.reader, shown)] };
  },
});

/** [ยืนยันถอนตัว]: the request goes back to its guarantors. */
export const confirmLeave = postbackCommand({
  name: "guarantee.leave",
  input: ofRequest,
  async handle(chat, { requestId }) {
    const { result, notices } = await leaveGuarantee(chat.tx, chat.actor, { requestId, now: chat.now });
    return { say: [standingOf(chat, result)], notices };
  },
});

const entered = named.extend({ answer: z.enum(["agreed", "declined"]) });

/** [ผู้ค้ำรับค้ำ], [ผู้ค้ำไม่สะดวก] of an officer: the answer of a guarantor without a phone, before a second officer is asked. */
export const askEntry = postbackCommand({
  name: "guarantee.enter",
  once: false,
  input: entered,
  async handle(chat, entry) {
    const plan = await previewEntry(chat.tx, chat.actor, { ...entry, now: chat.now });
    const confirm = chat.newAction("guarantee.enter.confirm", entry, {
      subject: `guarantee:${chat.actor.personId}:${entry.requestId}:${entry.memberNo}`,
      groupId: plan.group.id,
    });
    const drop = chat.newAction("drop", { of: confirm });
    return { say: [guaranteeCards.confirmation(chat.reader, { ...plan, confirm, drop })] };
  },
});

/** The first officer confirms: a second one is asked. */
export const confirmEntry = postbackCommand({
  name: "guarantee.enter.confirm",
  input: entered,
  again: standingNow(getGuaranteeEntry, guaranteeCards.decided),
  async handle(chat, entry, action) {
    const asked = { ...entry, operationId: action._id, now: chat.now };
    return askedOf(chat, await requestEntry(chat.tx, chat.actor, asked), guaranteeCards.asked);
  },
});

/** The second officer's word: confirmed, it counts as the guarantor's own. */
export const entryAnswer = secondOfficerButtons("guarantee", decideEntry, guaranteeCards.decided);
