import { waitingTransfer } from "../../flex-messages/transfers/transfer.sample";
import { samplesOf, usual } from "../../flex-messages/values.sample";
import * as transfers from "../../src/messages/transfers";
import { textEntry, type GalleryEntry } from "./entry";

/** What is told and asked in plain texts about transfers. */
export const caseTexts: readonly GalleryEntry[] = [
  textEntry("askTransferSums", transfers.askTransferSums, {
    ...samplesOf(({ group, member }) => ({
      group,
      member,
      details: { ...group.payment, bankName: group.name.th },
      again: false,
    })),
    again: { group: usual.group, member: usual.member, details: {}, again: true },
  }),
  textEntry("askRefusalReason", transfers.askRefusalReason, samplesOf(waitingTransfer)),
  textEntry("transferList", transfers.transferList, {
    ...samplesOf((values) => ({
      whose: "officer" as const,
      lines: Array.from({ length: transfers.transfersAtOnce }, (_, at) => ({
        ...waitingTransfer(values),
        daysOverdue: at,
        data: values.data,
      })),
      total: 20,
      more: values.data,
    })),
    own: { whose: "own", lines: [{ ...waitingTransfer(usual), data: usual.data }], total: 1, more: null },
    none: { whose: "own", lines: [], total: 0, more: null },
    "none to answer": { whose: "officer", lines: [], total: 0, more: null },
  }),
];
