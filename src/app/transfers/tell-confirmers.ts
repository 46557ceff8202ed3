import type { Notice } from "../../domain/notice";
import type { TransferNotice } from "../../domain/transfers/transfer-notice";
import type { Confirmer } from "./confirmers";
import type { TransferView } from "./transfer-view";

/** A notice as those hear of it who may confirm it, with the buttons of their answer, each good for this round alone. */
export function askConfirmers(confirmers: readonly Confirmer[], notice: TransferNotice, view: TransferView): Notice[] {
  const payload = { noticeId: notice.id, round: notice.round };
  const buttons = {
    confirm: { name: "transfer.confirm", payload },
    refuse: { name: "transfer.refuse", payload },
  };
  return confirmers.map(({ member }) => ({
    to: { memberId: member.id, member },
    kind: "transfer.request",
    view,
    buttons,
    approvalId: roundId(notice),
  }));
}

/** What ties the cards that ask about a notice to its round: once it is decided, nobody needs them any more. */
export function roundId({ id, round }: Pick<TransferNotice, "id" | "round">): string {
  return `${id}:${round}`;
}
