import { z } from "zod";
import { recordHousehold } from "../../app/desk/record-household";
import { satang } from "../../domain/money";
import { depositPurposes, type DepositSplit } from "../../domain/savings/deposit";
import { rowTexts } from "../../messages/desk-page";
import { deskGroup } from "./desk";
import { pageOperation } from "./page-operations";

const part = z
  .strictObject({
    purpose: z.enum(depositPurposes),
    amount: z.int().positive(),
    contractNo: z.string().min(1).max(40).optional(),
  })
  .transform(({ purpose, amount, contractNo }): DepositSplit => ({
    purpose,
    amount: satang(amount),
    ...(contractNo === undefined ? {} : { contractNo }),
  }));
const split = z
  .array(part)
  .min(1)
  .max(20)
  .refine((parts) => new Set(parts.map(({ purpose, contractNo }) => `${purpose} ${contractNo}`)).size === parts.length);
const row = z.strictObject({ memberNo: z.string().min(1).max(20), split, seen: z.int().min(0) });

/** [รับครบ] and other sums of a household at the desk, done on the working day that is its subject. */
export const recordAtDesk = pageOperation({
  name: "desk.record",
  input: z.strictObject({ groupId: z.string(), rows: z.array(row).min(1).max(60) }),
  async run(tx, actor, { operationId, subject, input, now }) {
    const { groupId, rows } = input;
    const group = deskGroup(actor, groupId);
    const done = await recordHousehold(tx, actor, { operationId, group, dayId: subject, rows, now });
    const reader = { language: actor.person.language };
    return { result: { rows: done.result.map((outcome) => rowTexts(reader, outcome)) }, notices: done.notices };
  },
});
