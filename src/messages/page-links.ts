import type { PhotoId } from "../domain/ids";

/** The address that opens a photo's page in LINE: it shows nothing to who may not see it, whoever has it. */
export function photoLink(liffId: string, id: PhotoId): string {
  return `https://liff.line.me/${liffId}/photo/${id}`;
}
