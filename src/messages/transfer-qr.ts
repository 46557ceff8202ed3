import type { messagingApi } from "@line/bot-sdk";
import type { Satang } from "../domain/money";
import { textMessage } from "./card";
import { qrLink } from "./page-links";
import { speak, type Reader } from "./speak";
import { changeLines, type ChangedAccount } from "./transfer-account";

/** A code that is ready to be shown. */
export interface TransferQrView extends ChangedAccount {
  /** The name of its picture. */
  name: string;
  amount: Satang;
  accountName: string | null;
  expiresAt: Date;
}

/** The picture of a code, which LINE fetches by its name; null where pictures cannot be shown. */
export function transferQrImage({ name }: Pick<TransferQrView, "name">): messagingApi.ImageMessage | null {
  const address = qrLink(name);
  return address === null ? null : { type: "image", originalContentUrl: address, previewImageUrl: address };
}

/** What to do with the picture that stands above: the sum again, the account's name, how to scan it, and what comes after. */
export function transferQrTold(reader: Reader, view: TransferQrView): messagingApi.TextMessage {
  const say = speak(reader);
  const { amount, accountName: name, expiresAt } = view;
  const lines = [
    say.t("transferQr.told.sum", { amount: say.money(amount), words: say.words(amount) }),
    name === null ? say.t("transferQr.told.noName") : say.t("transferQr.told.account", { name }),
    say.t("transferQr.told.how", { at: say.instant(expiresAt) }),
    ...changeLines(say, view),
    say.t("transferQr.told.then"),
  ];
  return textMessage(lines.join("\n"));
}
