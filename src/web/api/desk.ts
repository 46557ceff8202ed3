import { Router } from "express";
import { readDesk } from "../../app/desk/read-desk";
import type { Actor } from "../../app/people/actor";
import type { Group } from "../../domain/groups/group";
import { missingPower } from "../../domain/groups/offices";
import { deskTexts, type DeskTexts } from "../../messages/desk-page";
import { asPerson, type IdentityParts, type PageWork } from "./identity";

/** The group of an officer's own that the id names; throws `role.missing` where she holds no office in it. */
export function deskGroup(actor: Actor, groupId: string): Group {
  const seat = actor.offices.find(({ group }) => group.id === groupId);
  if (!seat) throw missingPower("record-money", actor.own[0]?.group.name.th ?? "");
  return seat.group;
}

/** `GET /<group>`: the open working day with its households, for who records its money. */
export function deskRoutes(parts: IdentityParts): Router {
  const router = Router();
  router.get("/:groupId", async (req, res) => {
    const { groupId } = req.params;
    const read: PageWork<DeskTexts> = async (tx, actor, now) => {
      const desk = await readDesk(tx, actor, { group: deskGroup(actor, groupId), now });
      return deskTexts({ language: actor.person.language }, desk);
    };
    const texts = await asPerson(parts, req, res, read, groupId);
    res.json(texts);
  });
  return router;
}
