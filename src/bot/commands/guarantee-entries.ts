import { z } from "zod";
import { getEntryToMake, listEntriesToMake } from "../../app/loans/requests/entries-to-make";
import { requireGroups } from "../../app/people/actor";
import { guaranteeEntry, guaranteeFacts, noEntries } from "../../messages/loan-guarantees";
import { mattersAtOnce, openMatters, type Matter } from "../../messages/matters";
import type { Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";

/** Guarantors without a phone whose word this officer enters once they have said it before her. */
export async function entryMatters(chat: Chat): Promise<Matter[]> {
  const entries = await listEntriesToMake(chat.tx, chat.actor);
  return entries.slice(0, mattersAtOnce).map(({ group, request, guarantor }) => ({
    kind: "guaranteeEntry",
    group,
    member: guarantor,
    resolution: request.requestNo,
    ...{ receipt: null, helper: null, payment: null },
    data: chat.newAction("guarantee.entry.show", { requestId: request.id, memberNo: guarantor.memberNo }),
  }));
}

/** คำตอบผู้ค้ำที่รอบันทึก: for officers who record what is said before them. */
export const showEntries = textCommand({
  name: "loan.guarantee-entries",
  question: true,
  async handle(chat) {
    requireGroups(chat.actor, "record-helper");
    const matters = await entryMatters(chat);
    return { say: [matters.length > 0 ? openMatters(chat.reader, { matters }) : noEntries(chat.reader)] };
  },
});

/** One of them: her card, with the two answers. */
export const showEntry = postbackCommand({
  name: "guarantee.entry.show",
  once: false,
  input: z.object({ requestId: z.string(), memberNo: z.string() }),
  async handle(chat, asked) {
    const view = await getEntryToMake(chat.tx, chat.actor, { ...asked, now: chat.now });
    const answer = (said: "agreed" | "declined") => chat.newAction("guarantee.enter", { ...asked, answer: said });
    const buttons = { agree: answer("agreed"), decline: answer("declined") };
    return { say: [guaranteeFacts(chat.reader, view), guaranteeEntry(chat.reader, { ...view, ...buttons })] };
  },
});
