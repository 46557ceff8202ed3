import { z } from "zod";
import { openCase } from "../../app/cases/open-case";
import { answerGap } from "../../app/parallel-run/explain-gap";
import { requirePassbook } from "../../app/people/actor";
import type { MemberId } from "../../domain/ids";
import { satang } from "../../domain/money";
import { caseStatus } from "../../messages/cases";
import { gapAgreed, gapWords } from "../../messages/passbook-gap";
import { postbackCommand } from "../command";
import { askerOf, readable } from "./cases";

const sum = z.int().transform(satang);

/** Which state of a passbook that differs a button is about. */
export const gapField = z.object({
  memberNo: z.string(),
  purpose: z.enum(["pledge", "special"]),
  paper: sum,
  booked: sum,
  because: z.string().nullable(),
  mended: sum.nullable().default(null),
});

/** [ถูกแล้ว] [ไม่ตรง]: what who opens a passbook says of the reason why paper differs, or that it agrees since. What is not right goes to the auditors, and to nobody who gave the reason or said that it agrees. */
export const answerOwnGap = postbackCommand({
  name: "parallel.own",
  input: gapField.extend({ memberId: z.string(), agrees: z.boolean() }),
  async handle(chat, { memberId, agrees, ...key }, action) {
    const passbook = await requirePassbook(chat.tx, chat.actor, memberId as MemberId);
    const askedBy = askerOf(chat, passbook);
    const view = await answerGap(chat.tx, passbook, { key, agrees, by: askedBy, now: chat.now });
    if (agrees) return { say: [gapAgreed(chat.reader, view)] };
    const { result, notices } = await openCase(chat.tx, {
      ...{ id: action._id, group: passbook.group, about: "balance", words: gapWords(chat.reader, view) },
      ...{ entryId: null, accused: view.told, memberId: passbook.member.id, askedBy, now: chat.now },
    });
    return { say: [caseStatus(chat.reader, readable(chat, result))], notices };
  },
});
