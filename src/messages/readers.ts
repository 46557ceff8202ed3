import type { messagingApi } from "@line/bot-sdk";
import type { MemberName, OfficerName } from "../domain/people";
import { quickSaying, quickText } from "./actions";
import { listRows } from "./paging";
import { textMessage } from "./card";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** Who may see passbooks of one group. */
export interface GroupReaders {
  group: GroupName;
  passbooks: { member: MemberName; guardian: MemberName | null; helpers: { helper: MemberName; since: Date }[] }[];
  officers: OfficerName[];
}

/** Officers are named up to so many; a text message of LINE holds 5,000 characters. */
const namedOfficers = 15;

/** Who can see a person's data: in general, and by name for each passbook that she owns or keeps as guardian. */
export function whoSees(reader: Reader, view: { groups: GroupReaders[] }): messagingApi.TextMessage {
  const say = speak(reader);
  const helped = view.groups.some(({ passbooks }) => passbooks.some(({ helpers }) => helpers.length > 0));
  const text = [
    say.t("people.whoSees"),
    ...view.groups.map((readers) => linesOf(say, readers).join("\n")),
    ...(helped ? [say.t("helpers.readers.end")] : []),
  ].join("\n\n");
  return textMessage(text, [
    ...(helped ? [quickText(say.t("helpers.readers.endWords"))] : []),
    quickSaying(say, "unlink"),
    quickSaying(say, "talk"),
  ]);
}

function linesOf(say: Speak, { group, passbooks, officers }: GroupReaders): string[] {
  const named = officers.slice(0, namedOfficers).map((officer) => say.officer(officer));
  return [
    say.group(group),
    ...passbooks
      .slice(0, listRows)
      .flatMap(({ member, guardian, helpers }) => [
        say.t("helpers.readers.passbook", { member: say.member(member) }),
        ...(guardian ? [`• ${say.t("helpers.readers.guardian", { guardian: say.member(guardian) })}`] : []),
        ...helpers.map(
          ({ helper, since }) =>
            `• ${say.t("helpers.readers.helper", { helper: say.member(helper), since: say.instant(since) })}`,
        ),
        ...(helpers.length === 0 ? [`• ${say.t("helpers.readers.noHelper")}`] : []),
      ]),
    ...(named.length > 0 ? [say.t("helpers.readers.officers"), ...named.map((name) => `• ${name}`)] : []),
    ...(officers.length > named.length
      ? [say.t("helpers.readers.moreOfficers", { count: officers.length - named.length })]
      : []),
  ];
}
