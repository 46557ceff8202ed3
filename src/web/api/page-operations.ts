import type { z } from "zod";
import type { Actor } from "../../app/people/actor";
import type { ActionId } from "../../domain/ids";
import type { Done } from "../../domain/notice";
import type { Tx } from "../../storage/tx";

/** A deed of a page: like a button of a card, done once under an id that the server made. */
export interface PageOperation {
  name: string;
  /** Does it for a person, who is authorised by the use case; gives what the page shows, and who else must hear. */
  run(tx: Tx, actor: Actor, order: PageOrder): Promise<Done<Record<string, unknown>>>;
}

/** What came with a deed: its id is the operation's, under which it is posted. */
export interface PageOrder {
  operationId: ActionId;
  subject: string;
  input: unknown;
  now: Date;
}

/** Defines a deed whose input is read by `input` first. */
export function pageOperation<Input extends z.ZodType>(operation: {
  name: string;
  input: Input;
  run(
    tx: Tx,
    actor: Actor,
    order: Omit<PageOrder, "input"> & { input: z.output<Input> },
  ): Promise<Done<Record<string, unknown>>>;
}): PageOperation {
  const { name, input, run } = operation;
  return { name, run: (tx, actor, order) => run(tx, actor, { ...order, input: input.parse(order.input) }) };
}
