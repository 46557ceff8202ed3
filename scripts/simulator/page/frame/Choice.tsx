interface ChoiceProps<Value extends string> {
  label: string;
  /** What can be chosen, with its words. */
  options: Readonly<Record<Value, string>>;
  value: NoInfer<Value>;
  onChoose: (value: Value) => void;
}

/** One of a few, as buttons in a row. */
export function Choice<Value extends string>({ label, options, value, onChoose }: ChoiceProps<Value>) {
  return (
    <div class="choice" role="group" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      {(Object.entries(options) as [Value, string][]).map(([one, words]) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => onChoose(one)}>
          {words}
        </button>
      ))}
    </div>
  );
}
