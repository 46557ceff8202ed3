import type { messagingApi } from "@line/bot-sdk";
import { quickPostback, quickSaying, quickText } from "./actions";
import { textMessage } from "./card";
import { speak, type Reader, type Speak } from "./speak";
import type { TransferView } from "./transfers";
import type { GroupName } from "./views";

/** A list of notices at once has room for so many. */
export const transfersAtOnce = 8;

/** A line of a list: a notice, and the data that shows its card. */
export type TransferLine = Pick<TransferView, "member" | "total" | "sentAt" | "state" | "daysOverdue" | "nudged"> & {
  data: string;
};

/** The waiting notices of an officer, or a member's own with where each stands; a quick reply shows its card. */
export function transferList(
  reader: Reader,
  view: { whose: "officer" | "own"; lines: readonly TransferLine[]; total: number; more: string | null },
): messagingApi.TextMessage {
  const say = speak(reader);
  if (view.lines.length === 0)
    return textMessage(say.t(`transfers.list.none.${view.whose}`), [
      quickSaying(say, "transfer"),
      quickSaying(say, "help"),
    ]);
  const lines = view.lines.map((line, at) => `${at + 1}. ${lineText(say, line)}`);
  const items = view.lines.map((line, at) =>
    quickPostback(line.data, `${at + 1}. ${say.digits(line.total)} ${say.nickname(line.member)}`),
  );
  const more = view.more === null ? [] : [quickPostback(view.more, say.t("common.buttons.more"))];
  const head = say.t(`transfers.list.head.${view.whose}`, { total: view.total });
  return textMessage([head, ...lines].join("\n"), [...items, ...more]);
}

function lineText(say: Speak, line: TransferLine): string {
  const late = line.daysOverdue > 0 ? ` · ${say.t("transfers.list.overdue", { days: line.daysOverdue })}` : "";
  const asked = line.daysOverdue > 0 && line.nudged ? ` · ${say.t(`transfers.list.nudged.${line.nudged.who}`)}` : "";
  const state = say.t(`transfers.status.${line.state}.badge`);
  return `${say.member(line.member)} ${say.money(line.total)} · ${say.instant(line.sentAt)} · ${state}${late}${asked}`;
}

/** Notices that wait too long, as an officer hears of them. */
export interface OverdueView {
  group: GroupName;
  who: "confirmers" | "chair";
  lines: readonly Pick<TransferView, "member" | "total" | "sentAt" | "daysOverdue">[];
}

/** Lines of a reminder that are written out; the list has the others. */
const linesNamed = 5;

/** Asks who may confirm them to compare the waiting transfers with the bank passbook, or the chair to see that it is done. */
export function transfersOverdue(reader: Reader, view: OverdueView): messagingApi.TextMessage {
  const say = speak(reader);
  const { group, who, lines } = view;
  const named = lines.slice(0, linesNamed).map((line) => {
    const late = say.t("transfers.list.overdue", { days: line.daysOverdue });
    return `• ${say.member(line.member)} ${say.money(line.total)} · ${late}`;
  });
  const rest = lines.length - named.length;
  const text = [
    say.t(`transfers.nudge.${who}.head`, { group: say.group(group), total: lines.length }),
    ...named,
    ...(rest > 0 ? [say.t("transfers.nudge.rest", { rest })] : []),
    say.t(`transfers.nudge.${who}.foot`),
  ].join("\n");
  return textMessage(
    text,
    who === "confirmers" ? [quickText(say.t("transfers.nudge.list"))] : [quickSaying(say, "talk")],
  );
}
