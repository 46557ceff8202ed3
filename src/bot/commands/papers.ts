import { z } from "zod";
import { listPapers } from "../../app/reports/list-papers";
import { mayOpen, openPaper } from "../../app/reports/open-paper";
import { findReportDay, lastReportDays } from "../../app/reports/report-days";
import { findReceipts } from "../../app/reports/find-receipt";
import type { Group } from "../../domain/groups/group";
import { missingPower } from "../../domain/groups/offices";
import { isLocalDate } from "../../domain/dates";
import type { ReceiptNo } from "../../domain/ledger/journal-entry";
import { paperKinds, paperRules, type PaperKind } from "../../domain/reports/papers";
import { papersLink } from "../../messages/page-links";
import { noWorkingDay, paperCard, paperMenu, tableQrInfo } from "../../messages/papers";
import { shownReceipt } from "../../messages/shown-receipt";
import { readAskedPaper } from "../../understanding/papers";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { officerGroup } from "./day";

const asked = z.object({ kind: z.enum(paperKinds).nullable(), at: z.string() });
type Asked = z.output<typeof asked>;

/** งบทดลอง, สมุดเงินสด ต.ค. 69, ค้างส่ง, ใบเก็บเงิน: the paper in short, with the way to its PDF and sheet; กระดาษ: all of them by name. */
export const showPaper = textCommand({
  name: "papers",
  question: true,
  async handle(chat, { text }) {
    const { kind, at } = readAskedPaper(text, chat.today);
    const wanted: Asked = { kind, at: at ?? "now" };
    const groups = groupsFor(chat, kind);
    const [one, second] = groups;
    if (!one)
      throw missingPower(kind ? paperRules[kind].powers[0] : "read-books", chat.actor.own[0]?.group.name.th ?? "");
    return second ? askGroup(chat, groups, "papers.of", wanted) : paperAnswer(chat, one, wanted);
  },
});

function groupsFor({ actor }: Chat, kind: PaperKind | null): Group[] {
  const kinds = kind ? [kind] : paperKinds;
  const groups = actor.offices
    .map(({ group }) => group)
    .filter(({ id }) => kinds.some((one) => mayOpen(actor, id, one)));
  return [...new Map(groups.map((group) => [group.id, group])).values()];
}

/** The chosen group of an officer of several. */
export const showPaperOf = postbackCommand({
  name: "papers.of",
  once: false,
  input: asked.extend({ groupId: z.string() }),
  handle: (chat, { groupId, ...wanted }) => paperAnswer(chat, officerGroup(chat, groupId), wanted),
});

async function paperAnswer(chat: Chat, group: Group, { kind, at }: Asked): Promise<Answer> {
  if (kind === null) return menuOf(chat, group);
  const link = chat.liffId && papersLink(chat.liffId, { groupId: group.id, kind, at });
  if (kind === "table-qr") return { say: [tableQrInfo(chat.reader, { link })] };
  const { span } = paperRules[kind];
  // A month's name beside a paper of a day, or the other way round, says nothing of it.
  const time = at !== "now" && isLocalDate(at) === (span === "day") && span !== "now" ? at : "now";
  if (span === "day" && !(kind === "trial-balance" && time === "now") && !(await findReportDay(chat.tx, group, time)))
    return noDay(chat, group, time);
  const paper = await openPaper(chat.tx, chat.actor, { kind, groupId: group.id, at: time, now: chat.now }, "card");
  if (paper.kind === "table-qr") throw new Error("the page on the table has no card");
  return { say: [paperCard(chat.reader, { paper, link })] };
}

/** The last working days, where there was none on the day that was asked for. */
export async function noDay(chat: Chat, group: Group, at: string): Promise<Answer> {
  const on = isLocalDate(at) ? at : null;
  return { say: [noWorkingDay(chat.reader, { on, days: await lastReportDays(chat.tx, group) })] };
}

/** The papers of a group that this person may open. */
export async function menuOf(chat: Chat, group: Group): Promise<Answer> {
  const lists = await listPapers(chat.tx, chat.actor, chat.now);
  const kinds = lists.find((list) => list.group.id === group.id)?.kinds ?? [];
  const link = chat.liffId && papersLink(chat.liffId, { groupId: group.id });
  return { say: [paperMenu(chat.reader, { group, kinds, link })] };
}

/** A receipt by its number, to whom it may be shown. */
export async function receiptAnswer(chat: Chat, receipt: ReceiptNo): Promise<Answer> {
  const found = await findReceipts(chat.tx, chat.actor, receipt);
  return { say: found.slice(0, 5).map((one) => shownReceipt(chat.reader, one)) };
}
