import type { LoanContract } from "../../../domain/loans/contract";
import type { Done } from "../../../domain/notice";
import { findOpenCallbacksOf } from "../../../storage/callbacks";
import type { Tx } from "../../../storage/tx";
import { requestCallback, type CallbackView } from "../../callbacks/callbacks";
import type { Actor, Passbook } from "../../people/actor";

/** A wish for time with a contract, as who calls reads it, and whose it is. */
export interface GraceWish {
  contract: Pick<LoanContract, "memberId" | "contractNo">;
  passbook: Pick<Passbook, "member" | "group">;
  /** What the committee reads; it names the contract. */
  note: string;
}

/** Since when the loan committee has this wish of the borrower's and has not called yet; null where it has none. */
export async function findGraceWish(tx: Tx, { contract, note }: GraceWish): Promise<Date | null> {
  const open = await findOpenCallbacksOf(tx, contract.memberId, "loan");
  return open.find((wish) => wish.note.includes(note))?.createdAt ?? null;
}

/** Puts a borrower's wish for time among those whom the loan committee calls, beside what she asked for before; decided is nothing yet. */
export async function wishForGrace(
  tx: Tx,
  actor: Actor,
  { id, wish, now }: { id: string; wish: GraceWish; now: Date },
): Promise<Done<CallbackView & Awaited<ReturnType<typeof requestCallback>>["result"]>> {
  const { contract, passbook, note } = wish;
  const earlier = (await findOpenCallbacksOf(tx, contract.memberId, "loan")).flatMap((one) => one.note || []);
  const notes = [...earlier, note].join(" · ");
  return requestCallback(tx, { id, passbook, personId: actor.personId, about: "loan", note: notes, now });
}
