import type { DeskTexts, RowTexts } from "../../../../messages/desk-page";
import { ask, RefusedError } from "../../data/api";
import { readIdToken } from "../../data/identity";
import type { DeskPorts } from "./ports";

/** The desk's part of the API, as whoever opened the page; a token that has run out is asked for anew, once for each question. */
export function deskApi(groupId: string, firstToken: string): Pick<DeskPorts, "read" | "mint" | "record"> {
  let token = firstToken;
  const asked = async (path: string, body?: object): Promise<unknown> => {
    try {
      return await (await ask(token, path, body)).json();
    } catch (error) {
      if (!(error instanceof RefusedError) || error.refusal.error !== "page.expired") throw error;
      token = await readIdToken();
      return (await ask(token, path, body)).json();
    }
  };
  const name = "desk.record";
  return {
    read: async () => (await asked(`/desk/${groupId}`)) as DeskTexts,
    mint: async (subject, count) => ((await asked("/operations", { name, subject, count })) as { ids: string[] }).ids,
    record: async ({ operationId, dayId, rows }) => {
      const input = { groupId, rows };
      return ((await asked(`/operations/${operationId}`, { name, subject: dayId, input })) as { rows: RowTexts[] })
        .rows;
    },
  };
}
