import { json, Router } from "express";
import { z } from "zod";
import { mintOperations, runOperation } from "../../app/operations/operations";
import { DomainError } from "../../domain/errors";
import type { ActionId } from "../../domain/ids";
import { enqueueNotices } from "../../worker/enqueue";
import { asPerson, type IdentityParts, type PageWork } from "./identity";
import type { PageOperation } from "./page-operations";

/** What deeds of pages need. */
export interface OperationParts extends IdentityParts {
  /** Every deed that pages have. */
  operations: readonly PageOperation[];
  /** Called with the chats that have new messages, after the transaction. */
  onCommitted: (chatIds: string[]) => void;
}

const deed = z.strictObject({ name: z.string().max(64), subject: z.string().min(1).max(128) });
const order = deed.extend({ input: z.unknown() });
/** So many ids are made at once: a page keeps some for when it has no signal. */
const wanted = deed.extend({ count: z.int().min(1).max(50).default(1) });
const operationId = z.string().regex(/^[0-9a-f]{32}$/);

/** `POST /` makes the ids of so many deeds (one unless told); `POST /<id>` does one, once. */
export function operationRoutes(parts: OperationParts): Router {
  const known = new Map(parts.operations.map((operation) => [operation.name, operation]));
  const find = (name: string): PageOperation => {
    const operation = known.get(name);
    if (!operation) throw new DomainError("page.outdated", {});
    return operation;
  };
  const router = Router();
  router.use(json({ limit: "16kb" }));
  router.post("/", async (req, res) => {
    const wish = wanted.parse(req.body);
    const { name } = find(wish.name);
    const mint: PageWork<ActionId[]> = (tx, actor, now) => mintOperations(tx, actor, { ...wish, name }, now);
    res.status(201).json({ ids: await asPerson(parts, req, res, mint, wish.subject) });
  });
  router.post("/:id", async (req, res) => {
    const id = operationId.parse(req.params.id) as ActionId;
    const { name, subject, input } = order.parse(req.body);
    const operation = find(name);
    const work: PageWork<{ shown: Record<string, unknown>; chatIds: string[] }> = async (tx, actor, now) => {
      let chatIds: string[] = [];
      const shown = await runOperation(tx, actor, { id, name, subject, now }, async () => {
        const done = await operation.run(tx, actor, { operationId: id, subject, input, now });
        chatIds = await enqueueNotices(tx, done.notices, now);
        return done.result;
      });
      return { shown, chatIds };
    };
    const { shown, chatIds } = await asPerson(parts, req, res, work, subject);
    parts.onCommitted(chatIds);
    res.json(shown);
  });
  return router;
}
