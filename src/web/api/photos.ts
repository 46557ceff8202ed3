import { Router } from "express";
import { z } from "zod";
import { describePhoto, openPhoto } from "../../app/photos/open-photo";
import { DomainError } from "../../domain/errors";
import type { PhotoId } from "../../domain/ids";
import { unseal } from "../../media/seal";
import { photoTexts } from "../../messages/photos";
import { asPerson, type IdentityParts } from "./identity";

/** What showing photos needs. */
export interface PhotoParts extends IdentityParts {
  dataKeys: readonly string[];
}

const photoId = z.string().regex(/^[0-9a-f]{32}$/);

function idOf(text: string): PhotoId {
  const read = photoId.safeParse(text);
  if (!read.success) throw new DomainError("photo.not-yours", {});
  return read.data as PhotoId;
}

/** `GET /<id>`: what is told of a photo. `GET /<id>/picture`: its bytes, once the look is written down. */
export function photoRoutes(parts: PhotoParts): Router {
  const router = Router();
  router.get("/:id", async (req, res) => {
    const texts = await asPerson(parts, req, res, async (tx, actor) => {
      const facts = await describePhoto(tx, actor, idOf(req.params.id));
      return photoTexts({ language: actor.person.language }, { ...facts, group: facts.seat.group });
    });
    res.json(texts);
  });
  router.get("/:id/picture", async (req, res) => {
    const { photo, sealed } = await asPerson(parts, req, res, (tx, actor, now) =>
      openPhoto(tx, actor, idOf(req.params.id), { at: now, why: "page" }),
    );
    const jpeg = unseal(sealed, photo, parts.dataKeys);
    res.type("image/jpeg").send(jpeg);
  });
  return router;
}
