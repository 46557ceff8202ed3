import { useEffect, useRef } from "preact/hooks";
import { isIdTokenQuestion, type IdTokenAnswer } from "../../../../src/web/pages/data/stand-in-messages";
import { api } from "../data/api";
import { Icon } from "../frame/Icon";
import { useWords } from "../words/words";

/** A page opened in the phone, as LINE's browser opens one over the chat: it is told whose phone this is when it asks. */
export function LiffFrame({ address, user, onClose }: { address: string; user: string; onClose: () => void }) {
  const { say } = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { origin } = new URL(address);
    const answer = (event: MessageEvent): void => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return;
      if (!isIdTokenQuestion(event.data)) return;
      void api.idToken(user).then((idToken) => {
        const told: IdTokenAnswer = { type: "sajja-id-token", idToken };
        frame.current?.contentWindow?.postMessage(told, origin);
      });
    };
    addEventListener("message", answer);
    close.current?.focus();
    return () => removeEventListener("message", answer);
  }, [address, user]);
  return (
    <div class="liff" onKeyDown={({ key }) => key === "Escape" && onClose()}>
      <div class="liff-head">
        <p>{say("liff.title")}</p>
        <button type="button" class="round" ref={close} onClick={onClose} aria-label={say("chat.close")}>
          <Icon name="close" />
        </button>
      </div>
      <iframe ref={frame} src={address} title={say("liff.title")} />
    </div>
  );
}
