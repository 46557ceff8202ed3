import { z } from "zod";
import { getPassbooks, type Passbook } from "../../app/people/actor";
import { memberName } from "../../domain/people";
import { askWhoseShare, sharesRefused } from "../../messages/transfer-shares";
import { matchPeople } from "../../understanding/people";
import { readTransferShares, type TransferShare, type Whose } from "../../understanding/transfer-shares";
import type { Answer, Chat } from "../chat";
import { postbackCommand } from "../command";
import { itemsField } from "./deposit-questions";
import { settleParts } from "./transfer-parts";

/** A share whose passbook is known, or is to be asked for. */
const shareField = z.object({ said: z.string(), memberId: z.string().nullable(), items: itemsField });
type Share = z.output<typeof shareField>;

/** Whom these words mean, depends on who says them: the passbook is asked for, whatever its holder is called. */
const kin =
  /^(?:แม่|พ่อ|ลูก|หลาน|ยาย|ตา|ย่า|ปู่|แฟน|สามี|ผัว|ภรรยา|เมีย|พี่|น้อง|ป้า|ลุง|น้า|อา|เขา|mother|father|mom|dad|son|daughter|wife|husband)/;

/** The shares of a text, each with its passbook where that is certain; null where it names no passbooks, or cannot be read whole. */
export function sharesIn(text: string, passbooks: readonly Passbook[]): Share[] | null {
  const numbers = passbooks.map(({ member }) => member.memberNo);
  const shares = readTransferShares(text, numbers);
  return shares && shares.map((share) => withPassbook(share, passbooks));
}

function withPassbook({ said, whose, items }: TransferShare, passbooks: readonly Passbook[]): Share {
  const [only, other] = meant(whose, passbooks);
  return { said, memberId: only && !other ? only.member.id : null, items: items as Share["items"] };
}

function meant(whose: Whose, passbooks: readonly Passbook[]): Passbook[] {
  switch (whose.by) {
    case "number":
      return passbooks.filter(({ member }) => member.memberNo === whose.memberNo);
    case "self":
      return passbooks.filter(({ via }) => via === "own");
    case "words": {
      if (kin.test(whose.words)) return [];
      const named = passbooks.map((passbook) => ({ ...memberName(passbook.member), passbook }));
      return matchPeople(whose.words, named).map(({ passbook }) => passbook);
    }
  }
}

/** More do not fit on a card, nor their answers in one reply. */
const mostShares = 5;

/** Asks for the passbook of each share that is not certain; all of one group, each once, they are settled one after the other. */
export async function settleShares(
  chat: Chat,
  passbooks: readonly Passbook[],
  { shares, wantsQr }: { shares: Share[]; wantsQr: boolean },
): Promise<Answer> {
  if (shares.length > mostShares) return refusedFor(chat, passbooks, "many");
  const at = shares.findIndex(({ memberId }) => memberId === null);
  const open = shares[at];
  if (open) {
    const options = passbooks
      .filter(({ member }) => !shares.some(({ memberId }) => memberId === member.id))
      .map(({ member, group }) => {
        const chosen = shares.with(at, { ...open, memberId: member.id });
        return {
          member: memberName(member),
          group,
          data: chat.newAction("transfer.share", { shares: chosen, wantsQr }),
        };
      });
    if (options.length === 0) return refusedFor(chat, passbooks, "twice");
    const none = chat.newAction("choice.none", { hint: "transfer" });
    return { say: [askWhoseShare(chat.reader, { said: open.said, options, none })] };
  }
  const named = shares.flatMap(({ memberId, items }) =>
    passbooks.filter(({ member }) => member.id === memberId).map((passbook) => ({ passbook, items })),
  );
  const ids = new Set(named.map(({ passbook }) => passbook.member.id));
  const groups = new Set(named.map(({ passbook }) => passbook.group.id));
  const [groupId, otherGroup] = groups;
  if (groupId === undefined || ids.size < shares.length) return refusedFor(chat, passbooks, "twice");
  if (otherGroup !== undefined) return refusedFor(chat, passbooks, "groups");
  const left = named.map(({ passbook, items }) => ({ memberNo: passbook.member.memberNo, items }));
  return settleParts(chat, { groupId, settled: [], left, wantsQr });
}

const refusedFor = (chat: Chat, passbooks: readonly Passbook[], why: "twice" | "groups" | "many"): Answer => ({
  say: [sharesRefused(chat.reader, { why, passbooks: passbooks.map(({ member }) => memberName(member)) })],
  conversation: null,
});

/** The chosen passbook of a share. */
export const chooseShare = postbackCommand({
  name: "transfer.share",
  once: false,
  input: z.object({ shares: z.array(shareField), wantsQr: z.boolean() }),
  async handle(chat, input) {
    const passbooks = (await getPassbooks(chat.tx, chat.actor)).filter(({ member }) => member.status === "active");
    return settleShares(chat, passbooks, input);
  },
});
