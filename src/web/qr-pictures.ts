import { Router, type Response } from "express";
import { rateLimit } from "express-rate-limit";
import { readTransferQr } from "../app/transfers/transfer-qr";
import type { Clock } from "../clock";
import { expiredQrPicture, transferQrPicture } from "../documents/transfer-qr";
import type { Language } from "../i18n/language";
import { inTransaction } from "../storage/tx";

/** Pictures that one address may ask for in a minute: LINE fetches for many phones. */
const perMinute = 300;

/**
 * `GET /<name>.png`: the picture of a code for a transfer, which LINE and phones fetch without saying who they are. It shows a group's account
 * and a sum, never a member. A name that is over, or never was, gets the same picture: that it is over, and how to ask anew.
 */
export function createQrPictures({ clock, language }: { clock: Clock; language: Language }): Router {
  const router = Router();
  router.use(rateLimit({ windowMs: 60_000, limit: perMinute, standardHeaders: "draft-8", legacyHeaders: false }));
  router.get("/:name.png", async (req, res) => {
    const { name } = req.params;
    const now = clock.now();
    const code = /^[0-9a-f]{32}$/.test(name) ? await inTransaction((tx) => readTransferQr(tx, name, now)) : null;
    // The chat that shows it is another origin.
    res.set({ "cross-origin-resource-policy": "cross-origin", "cache-control": "no-store" });
    if (code) sendPng(res, await transferQrPicture(code));
    else sendPng(res.status(410), await expiredQrPicture(language));
  });
  return router;
}

const sendPng = (res: Response, png: Buffer): void => void res.type("image/png").send(png);
