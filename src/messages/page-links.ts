import type { GroupId, PhotoId } from "../domain/ids";
import type { PaperKind } from "../domain/reports/papers";

/** Which LINE app of this process's configuration opens its pages: one for every reader, told once when the process starts. */
let pagesOf: string | null = null;

/** Under which address LINE fetches pictures from this process, told once when it starts. */
let picturesOf: string | null = null;

/** Tells where LINE fetches pictures from now on; null, or an address that is not https, which LINE refuses: nowhere, and no message shows one. */
export function showPicturesAt(publicBaseUrl: string | null): void {
  picturesOf = publicBaseUrl?.startsWith("https://") ? publicBaseUrl : null;
}

/** The address of a code's picture, or null where pictures cannot be shown. */
export function qrLink(name: string): string | null {
  return picturesOf === null ? null : `${picturesOf}/qr/${name}.png`;
}

/** Whether messages can show pictures of codes. */
export function canShowPictures(): boolean {
  return picturesOf !== null;
}

/** Tells under which LINE app (LIFF id) pages open from now on; null: there are none, and no card links to one. */
export function openPagesAt(liffId: string | null): void {
  pagesOf = liffId;
}

/** The address that opens a photo's page in LINE, or null where pages are off: it shows nothing to who may not see it, whoever has it. */
export function photoLink(id: PhotoId): string | null {
  return pagesOf === null ? null : `https://liff.line.me/${pagesOf}/photo/${id}`;
}

/** The address that opens the papers of a group in LINE, with one of them first: it shows nothing to who may not read them. */
export function papersLink(liffId: string, place: { groupId: GroupId; kind?: PaperKind; at?: string }): string {
  const { groupId, kind, at } = place;
  const parts = [groupId, kind, kind && at].filter((part) => part !== undefined);
  return `https://liff.line.me/${liffId}/papers/${parts.join("/")}`;
}

/** The address that opens the papers of a loan in LINE: it shows nothing to who is no party and no officer of it. */
export function loanPapersLink(
  liffId: string,
  { groupId, requestId }: { groupId: GroupId; requestId: string },
): string {
  return `https://liff.line.me/${liffId}/loan/${groupId}/${requestId}`;
}

/** The address that opens the desk page of a group in LINE: it shows nothing to who does not record its money. */
export function deskLink(liffId: string, id: GroupId): string {
  return `https://liff.line.me/${liffId}/desk/${id}`;
}
