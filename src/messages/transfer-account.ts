import type { messagingApi } from "@line/bot-sdk";
import type { PaymentChange, PaymentDetails } from "../domain/groups/payment-details";
import { textMessage } from "./card";
import type { Speak } from "./speak";

/** What who asked for a code must hear, because there is none: the group told no account at all or no PromptPay, or pictures cannot be shown here. */
export type WithoutQr = "nowhere" | "promptPay" | "pictures";

/** Where to transfer, and the name that must stand there. */
export function accountLines(say: Speak, { bank, bankName, promptPay, promptPayName }: PaymentDetails): string[] {
  const ways: [string | undefined, string | undefined, string][] = [
    [bank, bankName, "{{}}"],
    [promptPay, promptPayName, `${say.t("transfers.account.promptPay")} {{}}`],
  ];
  const lines = ways.flatMap(([value, name, form]) => {
    if (value === undefined) return [];
    const said = form.replace("{{}}", value);
    return [name === undefined ? said : say.t("transfers.account.named", { account: said, name })];
  });
  return lines.length > 0 ? [...lines, say.t("transfers.account.beware")] : [];
}

/** One way is enough on a card: PromptPay where there is one. */
export function oneWayLines(say: Speak, { bank, bankName, ...promptPay }: PaymentDetails): string[] {
  return accountLines(say, promptPay.promptPay === undefined ? { ...withName(bank, bankName) } : promptPay);
}

const withName = (bank: string | undefined, bankName: string | undefined): PaymentDetails => ({
  ...(bank === undefined ? {} : { bank }),
  ...(bankName === undefined ? {} : { bankName }),
});

/** What a reader must know of a changed account before she transfers. */
export interface ChangedAccount {
  coming: Omit<PaymentChange, "approvalId"> | null;
  lately: Pick<PaymentChange, "from"> | null;
}

/** The change that is to come, in words alone: nobody transfers there yet; or since when the account is another one. */
export function changeLines(say: Speak, { coming, lately }: ChangedAccount): string[] {
  if (lately) return [say.t("transferQr.lately", { day: say.day(lately.from) })];
  if (!coming) return [];
  const { way, value, accountName: name, from } = coming;
  const account = way === "promptPay" ? `${say.t("transfers.account.promptPay")} ${value}` : value;
  return [say.t("transferQr.coming", { day: say.day(from), account, name })];
}

/** The number to transfer to in a message of its own, digits alone as banks' apps take it: it is copied whole. Null where the group told none. */
export function accountNumber({ promptPay, bank }: PaymentDetails): messagingApi.TextMessage | null {
  const digits = (promptPay ?? bank ?? "").replaceAll(/\D/g, "");
  return digits === "" ? null : textMessage(digits);
}
