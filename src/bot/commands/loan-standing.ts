import { z } from "zod";
import { requireBorrower, requireBorrowers } from "../../app/loans/requests/borrowers";
import { answerOffer, cancelRequest } from "../../app/loans/requests/end-request";
import { limitsLeft } from "../../app/loans/requests/limits";
import { getOwnRequest, ownRequests } from "../../app/loans/requests/own-requests";
import type { MemberId } from "../../domain/ids";
import { missingGuarantors } from "../../domain/loans/requests/guarantors";
import { openStates } from "../../domain/loans/requests/request";
import type { LoanRequestView } from "../../domain/loans/requests/request-view";
import { loanLimits } from "../../messages/loan-asking";
import { askGuarantor, askIfSure, nothingAsked } from "../../messages/loan-guarantees";
import { requestStanding } from "../../messages/loan-requests";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askPassbook } from "../pick";

/** LINE takes five messages. */
const requestsShown = 5;

/** คำขอกู้ของฉัน, ที่ยื่นกู้ไปถึงไหนแล้ว: state, who is next, since when, and the way to give it up. */
export const showOwnRequests = textCommand({
  name: "loan.standing",
  question: true,
  async handle(chat) {
    const views = await ownRequests(chat.tx, chat.actor);
    if (views.length === 0) return { say: [nothingAsked(chat.reader, { what: "request" })] };
    return { say: views.slice(0, requestsShown).map((view) => standingOf(chat, view)) };
  },
});

/** Her card with what she may do in its state: name a guarantor, answer an offer, give it up. */
export function standingOf(chat: Chat, view: LoanRequestView): Answer["say"][number] {
  const { request } = view;
  const button = (name: string) => chat.newAction(name, { requestId: request.id });
  const isMissing = request.state === "guarantors" && missingGuarantors(request) > 0;
  return requestStanding(chat.reader, {
    ...view,
    ...(isMissing ? { name: button("loan.guarantor.ask") } : {}),
    ...(request.state === "offered"
      ? { accept: button("loan.offer.accept"), decline: button("loan.offer.decline") }
      : {}),
    ...(openStates.includes(request.state) ? { cancel: button("loan.request.cancel.ask") } : {}),
  });
}

/** How a request stands, and the question for the next guarantor while one is missing. */
export function afterNaming(chat: Chat, view: LoanRequestView): Answer {
  const { request } = view;
  const card = standingOf(chat, view);
  const missing = request.state === "guarantors" ? missingGuarantors(request) : 0;
  if (missing === 0) return { say: [card], conversation: null };
  return {
    say: [card, askGuarantor(chat.reader, { missing })],
    conversation: { name: "loan-request", step: "guarantor", data: { requestId: request.id } },
  };
}

const ofRequest = z.object({ requestId: z.string() });

/** [ยกเลิกคำขอกู้]: asked once more before it ends. */
export const askCancel = postbackCommand({
  name: "loan.request.cancel.ask",
  once: false,
  input: ofRequest,
  async handle(chat, { requestId }) {
    const view = await getOwnRequest(chat.tx, chat.actor, requestId);
    const { request, member } = view;
    if (!openStates.includes(request.state)) return { say: [standingOf(chat, view)] };
    const confirm = chat.newAction("loan.request.cancel", { requestId });
    const drop = chat.newAction("drop", { of: confirm });
    const { requestNo, amount } = request;
    return { say: [askIfSure(chat.reader, { what: "cancel", requestNo, amount, member, confirm, drop })] };
  },
});

/** [ยืนยันยกเลิกคำขอ]. */
export const confirmCancel = postbackCommand({
  name: "loan.request.cancel",
  input: ofRequest,
  async handle(chat, { requestId }) {
    const { result, notices } = await cancelRequest(chat.tx, chat.actor, { requestId, now: chat.now });
    return { say: [standingOf(chat, result)], notices, conversation: null };
  },
});

const offerButton = (name: "accept" | "decline") =>
  postbackCommand({
    name: `loan.offer.${name}`,
    once: false,
    input: ofRequest,
    async handle(chat, { requestId }) {
      const accepts = name === "accept";
      const { result, notices } = await answerOffer(chat.tx, chat.actor, { requestId, accepts, now: chat.now });
      return { say: [standingOf(chat, result)], notices };
    },
  });

/** [รับ 15,000 บาท] of an offer of less than was asked for. */
export const acceptOffer = offerButton("accept");

/** [ไม่รับ]. */
export const declineOffer = offerButton("decline");

/** กู้ได้เท่าไหร่: what the rules leave her, product by product. */
export const showLimits = textCommand({
  name: "loan.limit",
  question: true,
  async handle(chat) {
    const borrowers = await requireBorrowers(chat.tx, chat.actor);
    const [one, second] = borrowers;
    if (!second) return limitsOf(chat, one.member.id);
    const passbooks = borrowers.map(({ member, group }) => ({ member, group, via: "own" as const }));
    return askPassbook(chat, passbooks, "loan.limit.of", {});
  },
});

/** The passbook whose limit is meant. */
export const showLimitsOf = postbackCommand({
  name: "loan.limit.of",
  once: false,
  input: z.object({ memberId: z.string().transform((id) => id as MemberId) }),
  handle: (chat, { memberId }) => limitsOf(chat, memberId),
});

async function limitsOf(chat: Chat, memberId: MemberId): Promise<Answer> {
  const borrower = await requireBorrower(chat.tx, chat.actor, memberId);
  const view = await limitsLeft(chat.tx, borrower, chat.now);
  const ask = chat.newAction("loan.request.of", { memberId, text: "" });
  return { say: [loanLimits(chat.reader, { ...view, ask })] };
}
