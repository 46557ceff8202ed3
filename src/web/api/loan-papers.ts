import { Router } from "express";
import { z } from "zod";
import { listLoanPapers, openLoanPaper } from "../../app/loans/papers/loan-papers";
import { writeLoanPaper } from "../../documents/write-loan-paper";
import type { GroupId } from "../../domain/ids";
import { loanPaperTexts } from "../../messages/loan-papers";
import { asPerson, type IdentityParts } from "./identity";

const place = z.object({ group: z.string().max(64), request: z.string().max(64) });
const asked = place.extend({
  which: z.union([
    z.literal("contract"),
    z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number),
  ]),
});

/** `GET /<group>/<request>`: which papers of a loan this person may open. `GET /<group>/<request>/<which>`: the bytes of its PDF. */
export function loanPaperRoutes(parts: IdentityParts): Router {
  const router = Router();
  router.get("/:group/:request", async (req, res) => {
    const { group, request } = place.parse(req.params);
    const texts = await asPerson(parts, req, res, async (tx, actor, now) => {
      const list = await listLoanPapers(tx, actor, { groupId: group as GroupId, requestId: request, now });
      return loanPaperTexts({ language: actor.person.language }, list);
    });
    res.json(texts);
  });
  router.get("/:group/:request/:which", async (req, res) => {
    const { group, request, which } = asked.parse(req.params);
    const view = await asPerson(parts, req, res, (tx, actor, now) =>
      openLoanPaper(tx, actor, { groupId: group as GroupId, requestId: request, which, now }),
    );
    res
      .type("application/pdf")
      .attachment(`loan-${which}.pdf`)
      .send(await writeLoanPaper(view));
  });
  return router;
}
