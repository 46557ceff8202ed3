import { z } from "zod";
import { newPhotoId } from "../../app/photos/store-photo";
import { localDate } from "../../domain/dates";
import type { GroupId, PhotoId } from "../../domain/ids";
import type { TransferFacts } from "../../understanding/transfer-text";

/** What is known of a transfer before its sums are: its slip, and the day, time and number that she said. */
export const startField = z.object({
  /** Becomes the id of the notices, so that whatever confirms them makes them once. */
  draftId: z.string(),
  /** Null: she named no day. */
  on: z
    .string()
    .nullable()
    .transform((on) => (on === null ? null : localDate(on))),
  time: z.string().nullable(),
  /** The bank's number as she typed it. */
  reference: z.string().nullable(),
  /** The bank's number as it stands in the slip's own code: nobody typed it. */
  readReference: z.string().nullable(),
  photoId: z
    .string()
    .nullable()
    .transform((id) => id as PhotoId | null),
});
export type Start = z.output<typeof startField>;

/** A transfer of which nothing is known yet. */
export function newStart(): Start {
  return { draftId: newPhotoId(), on: null, time: null, reference: null, readReference: null, photoId: null };
}

/** What she said in newer words stands above what was known. */
export function withFacts(start: Start, { on, time, reference }: TransferFacts): Start {
  return { ...start, on: on ?? start.on, time: time ?? start.time, reference: reference ?? start.reference };
}

/** What a picture will be that is sent for it. */
export function photoOf(groupId: GroupId, { draftId }: Pick<Start, "draftId">): Record<string, string> {
  return { groupId, purpose: "transfer-slip", aboutId: draftId };
}
