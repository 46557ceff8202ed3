import type { messagingApi } from "@line/bot-sdk";
import type {
  DecidedItem,
  RegisteredItem,
  RegisteredResolution,
  ResolutionVoice,
} from "../domain/approvals/committee-resolution";
import { localDateOf } from "../domain/dates";
import type { MemberId } from "../domain/ids";
import type { OfficerName } from "../domain/people";
import { quickPostback } from "./actions";
import { textMessage } from "./card";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

function itemText(say: Speak, { outcome, label, granted, isLapsed }: RegisteredItem): string {
  const text = say.t(`resolutions.item.${outcome}`, { label, granted: say.money(granted) });
  return isLapsed ? `${text} ${say.t("resolutions.lapsed")}` : text;
}

/** A group's resolutions, the newest first, with a quick reply for each and for older ones. */
export function resolutionList(
  reader: Reader,
  view: {
    group: GroupName;
    resolutions: readonly (RegisteredResolution & { data: string })[];
    more: string | null;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  const head = `${say.t("resolutions.title")} ${say.group(view.group)}`;
  if (view.resolutions.length === 0) return textMessage(`${head}\n${say.t("resolutions.none")}`);
  const lines = view.resolutions.map(({ resolutionNo, decidedAt, how, items }) =>
    say.t("resolutions.line", {
      resolutionNo,
      on: say.shortDay(localDateOf(decidedAt)),
      how: say.t(`resolutions.${how}`),
      items: items.map((item) => itemText(say, item)).join(", "),
    }),
  );
  return textMessage([head, ...lines, say.t("resolutions.hint")].join("\n"), [
    ...view.resolutions.map(({ resolutionNo, data }) => quickPostback(data, resolutionNo)),
    ...(view.more === null ? [] : [quickPostback(view.more, say.t("resolutions.more"))]),
  ]);
}

/** A resolution whole: what was decided on what, why, by whom and when, and who took no part. */
export function resolutionWhole(
  reader: Reader,
  view: {
    group: GroupName;
    resolution: RegisteredResolution;
    nameOf: readonly { memberId: MemberId; officer: OfficerName | null }[];
    /** Who said what is not for this reader: it is her own matter. */
    isWithheld: boolean;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  const { resolution, nameOf } = view;
  const named = (id: MemberId): string => say.officer(nameOf.find(({ memberId }) => memberId === id)?.officer ?? null);
  const { resolutionNo, decidedAt, how, items, voices, excluded } = resolution;
  return textMessage(
    [
      say.group(view.group),
      say.t("resolutions.head", {
        resolutionNo,
        at: say.instant(decidedAt),
        how: say.t(`resolutions.${how}`),
      }),
      ...items.flatMap((item) => [itemText(say, item), ...reasonLines(say, item)]),
      ...rulesLines(say, items),
      ...voices.map((voice) => voiceText(say, voice, named(voice.memberId))),
      ...(view.isWithheld ? [say.t("resolutions.withheld")] : []),
      ...(excluded.length === 0
        ? []
        : [
            say.t("resolutions.excluded", {
              names: excluded
                .map(({ memberId, why }) => `${named(memberId)} (${say.t(`ballots.conflicts.${why}`)})`)
                .join(", "),
            }),
          ]),
    ].join("\n"),
  );
}

function voiceText(say: Speak, { part, reason, at, of }: ResolutionVoice, officer: string): string {
  const values = {
    part: say.t(`resolutions.voices.${part}`),
    officer,
    at: say.instant(at),
    reason: reason ?? "",
  };
  const text = say.t(reason === null ? "resolutions.voice" : "resolutions.voiceReason", values);
  return of === undefined ? text : `${text} (${of.join(", ")})`;
}

function reasonLines(say: Speak, { reason }: DecidedItem): string[] {
  if (reason === null) return [];
  const told = reason === "no-money" ? say.t("resolutions.noMoney") : reason;
  return [say.t("resolutions.reason", { reason: told })];
}

/** Under which rules the items were put, and which of them where they differ; version 0 are the rules that Sajja begins with. */
function rulesLines(say: Speak, items: readonly DecidedItem[]): string[] {
  const labelsBy = new Map<string, string[]>();
  for (const { label, rules } of items) {
    if (!rules) continue;
    const text = say.t(rules.version === 0 ? "resolutions.shipped" : "resolutions.rules", rules);
    labelsBy.set(text, [...(labelsBy.get(text) ?? []), label]);
  }
  return [...labelsBy].map(([text, labels]) => (labelsBy.size === 1 ? text : `${text} (${labels.join(", ")})`));
}

/** Says that there is no resolution of that number. */
export function noResolution(reader: Reader, view: { resolutionNo: string }): messagingApi.TextMessage {
  return textMessage(speak(reader).t("resolutions.notFound", view));
}
