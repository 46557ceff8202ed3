import type { Group } from "../domain/groups/group";
import type { Payment } from "../domain/payments/payment";
import { isPaidToSelf, officersPaid } from "../understanding/payee";
import type { Chat } from "./chat";
import { findBySaying } from "./pick";

/** Who gets the money of a payment, in the officer's words, with the members whom they may mean: by position, number or name, or herself. */
export async function receiverOf(
  chat: Chat,
  group: Group,
  payee: string,
): Promise<Pick<Payment, "payee" | "payeeNos">> {
  const self = isPaidToSelf(payee) ? chat.actor.offices.filter((seat) => seat.group.id === group.id) : [];
  const named = await findBySaying(chat, group, payee);
  const all = [...self.map(({ member }) => member), ...named].map(({ memberNo }) => memberNo);
  const payeeNos = [...new Set([...all, ...officersPaid(payee, group.officers)])];
  return { payee, ...(payeeNos.length > 0 ? { payeeNos } : {}) };
}
