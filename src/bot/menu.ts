import { getActor, isCoordinator, type Actor } from "../app/people/actor";
import type { Tx } from "../storage/tx";
import type { Answer, Chat } from "./chat";

/** The rich menu that a phone should show from now on. */
export interface WantedMenu {
  personId: string;
  lineUserId: string;
  language: string;
  /** The faces that this person's menu has; none: she has no menu of ours. */
  faces: ("member" | "committee" | "coordinator")[];
  /** Who she was when it was chosen: while that stays, nothing is asked again. */
  basis: string;
}

// Coordinators are not read for each event: who becomes one has her basis forgotten, and who links a coordinator's passbook another one.
const basisOf = (actor: Actor): string =>
  `${actor.own.map(({ member }) => member.id).join(",") || "stranger"}:${actor.offices.length > 0 ? "officer" : "none"}:${actor.person.language}`;

/** The menu for who the person is after this event, or null where her phone has it already. */
export async function wantedMenu(chat: Chat, answer: Answer): Promise<WantedMenu | null> {
  const person = { ...chat.actor.person, ...(answer.language ? { language: answer.language } : {}) };
  const actor = answer.linksChanged ? await getActor(chat.tx, person) : { ...chat.actor, person };
  return menuFor(chat.tx, actor);
}

/** The menu for who the person is, or null where her phone has it already. */
export async function menuFor(tx: Tx, actor: Actor): Promise<WantedMenu | null> {
  const { person } = actor;
  const basis = basisOf(actor);
  if (person.menu?.basis === basis || (person.menu === null && actor.own.length === 0)) return null;
  const faces: WantedMenu["faces"] = [];
  if (actor.own.length > 0) faces.push("member");
  if (actor.offices.length > 0) faces.push("committee");
  if (await isCoordinator(tx, actor)) faces.push("coordinator");
  return { personId: actor.personId, lineUserId: person.lineUserId, language: person.language, faces, basis };
}
