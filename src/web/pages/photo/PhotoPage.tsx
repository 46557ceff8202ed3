import { useEffect, useState } from "preact/hooks";
import type { PhotoTexts } from "../../../messages/photos";
import { ask } from "../data/api";
import { Frame } from "../frame/Frame";
import { NotAnswered } from "../frame/NotAnswered";
import { useAnswer } from "../frame/use-answer";
import { wordsIn } from "../words";

interface Shown {
  texts: PhotoTexts;
  picture: Blob;
}

async function askFor(id: string, idToken: string): Promise<Shown> {
  const texts = (await (await ask(idToken, `/photos/${id}`)).json()) as PhotoTexts;
  return { texts, picture: await (await ask(idToken, `/photos/${id}/picture`)).blob() };
}

/** A photo, to who may see it. */
export function PhotoPage({ id }: { id: string }) {
  const { asked, again } = useAnswer((idToken) => askFor(id, idToken));
  return asked.state === "answered" ? <Photo {...asked.answer} /> : <NotAnswered asked={asked} again={again} />;
}

function Photo({ texts, picture }: Shown) {
  const words = wordsIn(texts.language).photo;
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return (
    <Frame language={texts.language} title={texts.title} group={texts.group}>
      {address !== "" && <img src={address} alt={texts.title} width={texts.width} height={texts.height} />}
      <dl>
        <div>
          <dt>{words.sentBy}</dt>
          <dd>{texts.sentBy}</dd>
        </div>
        <div>
          <dt>{words.sentAt}</dt>
          <dd>{texts.sentAt}</dd>
        </div>
      </dl>
      <p class="quiet">{words.written}</p>
    </Frame>
  );
}
