import { officesWith, type Power } from "../../domain/groups/offices";
import type { Photo, PhotoPurpose } from "../../domain/photos/photo";
import type { Actor, HeldOffice } from "../people/actor";

/** Which of a person's seats lets her see a photo now; null where none does. */
export type PhotoRule = (actor: Actor, photo: Photo) => HeldOffice | null;

/** Who reads the group's books: officers of its executive committee, and its auditors. */
const readersOfBooks: PhotoRule = (actor, photo) => seatWith(actor, photo, "read-books");

/** Who may see photos of each purpose; the use case that keeps one for a new purpose says it here. */
const rules: Record<PhotoPurpose, PhotoRule> = {
  "signed-paper": readersOfBooks,
  "bank-passbook": readersOfBooks,
  "loan-paper": readersOfBooks,
  "payout-slip": readersOfBooks,
  "transfer-slip": (actor, photo) => readersOfBooks(actor, photo) ?? seatWith(actor, photo, "record-money"),
};

/** The seat by which a person may see a photo; null where she may not. */
export function seatToSee(actor: Actor, photo: Photo): HeldOffice | null {
  return rules[photo.purpose](actor, photo);
}

function seatWith(actor: Actor, { groupId }: Photo, power: Power): HeldOffice | null {
  const seats = actor.offices.filter(({ group }) => group.id === groupId);
  return seats.find(({ office }) => officesWith([office], power).length > 0) ?? null;
}
