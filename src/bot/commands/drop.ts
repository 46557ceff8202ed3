import { z } from "zod";
import { findAction } from "../../storage/actions";
import type { ActionId } from "../../domain/ids";
import { DomainError } from "../../domain/errors";
import { cardDropped } from "../../messages/questions";
import { actionIdIn } from "../chat";
import { postbackCommand } from "../command";

/** [ไม่บันทึก]: the card that it stands on is dropped; nothing was posted. A card that was confirmed before stays confirmed, and says so. */
export const dropCard = postbackCommand({
  name: "drop",
  access: "anyone",
  once: false,
  input: z.object({ of: z.string() }),
  async handle(chat, { of }) {
    const id = actionIdIn(of);
    const action = id && (await findAction(chat.tx, id as ActionId));
    if (!action) throw new DomainError("card.unknown", {});
    if (action.state === "done")
      throw new DomainError("card.confirmed", { at: (action.doneAt ?? action.createdAt).toISOString() });
    if (action.state === "open") chat.endAction(action, "dropped", {});
    return { say: [cardDropped(chat.reader)], conversation: null };
  },
});
