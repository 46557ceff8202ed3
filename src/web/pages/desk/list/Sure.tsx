/** Asks once more before something is done that one tap should not do; staying as it is comes first by its look. */
export function Sure(props: {
  text: string;
  yes: string;
  no: string;
  of: string;
  onYes: () => void;
  onNo: () => void;
}) {
  const { text, yes, no, of, onYes, onNo } = props;
  return (
    <div key="sure" class="deeds" role="group" aria-label={text}>
      <p>{text}</p>
      <button type="button" onClick={onYes}>
        {yes}
        <span class="hidden"> {of}</span>
      </button>
      <button type="button" class="primary" onClick={onNo}>
        {no}
        <span class="hidden"> {of}</span>
      </button>
    </div>
  );
}
