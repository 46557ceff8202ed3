import type { PhotoId } from "../domain/ids";

/** Which LINE app of this process's configuration opens its pages: one for every reader, told once when the process starts. */
let pagesOf: string | null = null;

/** Tells under which LINE app (LIFF id) pages open from now on; null: there are none, and no card links to one. */
export function openPagesAt(liffId: string | null): void {
  pagesOf = liffId;
}

/** The address that opens a photo's page in LINE, or null where pages are off: it shows nothing to who may not see it, whoever has it. */
export function photoLink(id: PhotoId): string | null {
  return pagesOf === null ? null : `https://liff.line.me/${pagesOf}/photo/${id}`;
}
