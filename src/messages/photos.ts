import type { MemberName } from "../domain/people";
import type { Photo } from "../domain/photos/photo";
import { speak, type Reader } from "./speak";
import type { GroupName } from "./views";

/** What is known of a photo. */
export interface PhotoView {
  photo: Photo;
  group: GroupName;
  /** Null where no member sent it, or she is gone. */
  sender: MemberName | null;
}

/** A photo in the words of who looks at it, for its page. */
export interface PhotoTexts {
  language: Reader["language"];
  group: string;
  title: string;
  sentBy: string;
  sentAt: string;
  /** Pixels of the picture, so that its place is kept while it comes. */
  width: number;
  height: number;
}

/** Tells of a photo what it is, who sent it and when. */
export function photoTexts(reader: Reader, { photo, group, sender }: PhotoView): PhotoTexts {
  const say = speak(reader);
  return {
    language: say.language,
    group: say.group(group),
    title: say.t(`pages.photo.purposes.${photo.purpose}`),
    sentBy: sender ? say.member(sender) : say.t("pages.photo.nobody"),
    sentAt: say.instant(photo.sentAt),
    width: photo.width,
    height: photo.height,
  };
}
