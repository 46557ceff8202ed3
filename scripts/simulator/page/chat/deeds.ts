import type { messagingApi } from "@line/bot-sdk";
import { useState } from "preact/hooks";
import { api } from "../data/api";
import type { PhoneOnTable } from "../data/phones";
import type { JsonObject, Outcome } from "../data/types";
import { world } from "../data/world";
import { useWords } from "../words/words";
import { jpegOrPng, readBase64 } from "./photos";

/** What a phone tells its owner above the typing bar. */
export interface Notice {
  text: string;
  isProblem: boolean;
}

/** What can be done at a phone. */
export interface Deeds {
  notice: Notice | null;
  dismiss(): void;
  /** The date or time that is being chosen. */
  picking: messagingApi.DatetimePickerAction | null;
  /** The address of the page that is open in the phone. */
  page: string | null;
  closePage(): void;
  pick(value: string | null): void;
  say(text: string): void;
  sendSticker(packageId: string, stickerId: string): void;
  sendPhotos(files: readonly File[]): void;
  tap(action: messagingApi.Action): void;
  follow(): void;
}

/** A place in the middle of Chana district, for whoever is asked for a location. */
const somewhere = { title: "จะนะ", address: "อ.จะนะ จ.สงขลา", latitude: 6.9147, longitude: 100.7403 };

/** The page behind a LIFF address, as LINE's console has it; null for every other address. */
function pageOf(uri: string): string | null {
  const { liffId, liffEndpoint } = world.get().state?.settings ?? { liffId: "", liffEndpoint: "" };
  const prefix = `https://liff.line.me/${liffId}`;
  const isOurs = liffEndpoint !== "" && (uri === prefix || uri.startsWith(`${prefix}/`));
  return isOurs ? `${liffEndpoint}${uri.slice(prefix.length)}` : null;
}

/** What tapping an address does: a page of the account's own opens in the phone, of every other the phone tells. */
function useAddresses(tell: (text: string) => void): Pick<Deeds, "page" | "closePage"> & { open(uri: string): void } {
  const { say: word } = useWords();
  const [page, setPage] = useState<string | null>(null);
  return {
    page,
    closePage: () => setPage(null),
    open(uri) {
      const address = pageOf(uri);
      if (address !== null) setPage(address);
      else if (uri.startsWith("tel:")) tell(word("notice.call", { number: uri.slice(4) }));
      else tell(word("notice.link", { address: uri }));
    },
  };
}

/** The deeds of a phone. `openCamera` lets the person choose a photo. */
export function useDeeds(phone: PhoneOnTable, openCamera: () => void): Deeds {
  const { say: word } = useWords();
  const [notice, setNotice] = useState<Notice | null>(null);
  const [picking, setPicking] = useState<messagingApi.DatetimePickerAction | null>(null);
  const here = phone.group === null ? {} : { group: phone.group };
  const tell = (text: string, isProblem = false): void => setNotice({ text, isProblem });
  const { page, closePage, open } = useAddresses(tell);

  const run = (deed: () => Promise<Outcome>): void => {
    setNotice(null);
    deed()
      .then((outcome) => {
        const reason = [outcome].flat().find((one) => one.reason !== "OK" && one.reason !== "NOT_SENT")?.reason;
        if (reason === "HELD") tell(word("notice.held"));
        else if (reason !== undefined) tell(word("notice.refused", { reason }), true);
      })
      .catch((error: unknown) => tell(error instanceof Error ? error.message : String(error), true));
  };
  const act = (deed: Parameters<typeof api.act>[1], body: JsonObject): void =>
    run(() => api.act(phone.user, deed, { ...body, ...here }));
  const perform = (action: messagingApi.Action, pick?: string): void =>
    act("perform", { action, ...(pick === undefined ? {} : { pick }) });

  const tap = (action: messagingApi.Action): void => {
    switch (action.type) {
      case "uri":
        return open(action.uri ?? "");
      case "clipboard":
        void navigator.clipboard?.writeText(action.clipboardText).catch(() => undefined);
        return tell(word("notice.copied", { text: action.clipboardText }));
      case "datetimepicker":
        return setPicking(action);
      case "camera":
      case "cameraRoll":
        return openCamera();
      case "location":
        return act("send", { kind: "location", ...somewhere });
      default:
        return perform(action);
    }
  };

  return {
    notice,
    dismiss: () => setNotice(null),
    picking,
    page,
    closePage,
    pick(value) {
      if (picking && value !== null) perform(picking, value);
      setPicking(null);
    },
    say(text) {
      const botName = world.get().state?.settings.botName;
      const mentionsBot = phone.group !== null && botName !== undefined && text.includes(`@${botName}`);
      act("say", { text, ...(mentionsBot ? { mentions: { bot: true } } : {}) });
    },
    sendSticker: (packageId, stickerId) => act("send", { kind: "sticker", packageId, stickerId }),
    sendPhotos(files) {
      const photos = files.filter(({ type }) => jpegOrPng.includes(type));
      if (photos.length < files.length) tell(word("notice.type"), true);
      else run(async () => api.act(phone.user, "send", { kind: "image", base64: await readBase64(photos), ...here }));
    },
    tap,
    follow: () => run(() => api.follow(phone.user)),
  };
}
