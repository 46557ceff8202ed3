import { Router, type Request, type Response } from "express";
import { z } from "zod";
import { listPapers } from "../../app/reports/list-papers";
import { openPaper } from "../../app/reports/open-paper";
import { writePaper } from "../../documents/write-paper";
import type { GroupId } from "../../domain/ids";
import { paperFormats, paperKinds, type PaperFormat } from "../../domain/reports/papers";
import { paperListTexts } from "../../messages/paper-list";
import { asPerson, type IdentityParts } from "./identity";

/** What papers need: who asks, and the own id of the LINE account, which the page on the table bears. */
export interface PaperParts extends IdentityParts {
  /** Null where LINE does not answer. */
  basicId: () => Promise<string | null>;
}

const asked = z.object({
  group: z.string().max(64),
  kind: z.enum(paperKinds),
  at: z.string().regex(/^(now|\d{4}-\d{2}(-\d{2}(\.\d{1,2})?)?)$/),
  format: z.enum(paperFormats),
});

const types: Record<PaperFormat, string> = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** `GET /`: which papers this person may open. `GET /<group>/<kind>/<at>/<format>`: its bytes, once the look is written down. */
export function paperRoutes(parts: PaperParts): Router {
  const router = Router();
  router.get("/", async (req, res) => {
    const texts = await asPerson(parts, req, res, async (tx, actor, now) =>
      paperListTexts({ language: actor.person.language }, await listPapers(tx, actor, now)),
    );
    res.json(texts);
  });
  router.get("/:group/:kind/:at/:format", (req, res) => sendPaper(parts, req, res));
  return router;
}

async function sendPaper(parts: PaperParts, req: Request, res: Response): Promise<void> {
  const { group, kind, at, format } = asked.parse(req.params);
  // Asked before the transaction, which waits for nobody outside.
  const basicId = kind === "table-qr" ? await parts.basicId() : null;
  const { view, language } = await asPerson(parts, req, res, async (tx, actor, now) => {
    const paper = { kind, groupId: group as GroupId, at, now, basicId };
    return { view: await openPaper(tx, actor, paper, format), language: actor.person.language };
  });
  const bytes = await writePaper(view, format, language);
  res.type(types[format]).attachment(`${kind}-${at}.${format}`).send(bytes);
}
